import { escapeHtml, messageHtml } from './message-html.js';
import type { SampleMessage } from './sample-message.js';

export interface PageLook {
  readonly theme: 'dark' | 'light';
  /** Pixels. */
  readonly width: number;
}

const colours: Readonly<Record<PageLook['theme'], string>> = {
  dark: '--page:#313338;--text:#dbdee1;--strong:#f2f3f5;--quiet:#949ba4;--embed:#2b2d31;--bar:#4e5058;--button:#4e5058;--button-text:#fff;--link:#00a8fc',
  light:
    '--page:#fff;--text:#313338;--strong:#060607;--quiet:#5c5e66;--embed:#f2f3f5;--bar:#c4c9ce;--button:#e3e5e8;--button-text:#313338;--link:#006ce7',
};

const style = `
*{box-sizing:border-box}
body{margin:0;font:16px/1.375 "gg sans","Noto Sans","Helvetica Neue",Helvetica,Arial,"DejaVu Sans",sans-serif}
.look{background:var(--page);color:var(--text);padding:12px 16px 20px}
h2{font-size:12px;font-weight:600;color:var(--quiet);margin:18px 0 4px;border-top:1px solid var(--bar);padding-top:8px}
.message{display:flex;gap:16px;margin-top:6px}
.face{flex:none;width:40px;height:40px;border-radius:50%;background:#5865f2;color:#fff;display:grid;place-items:center;font-weight:600}
.column{min-width:0;flex:1}
.author{font-weight:600;color:var(--strong)}
.author span{font-size:10px;background:#5865f2;color:#fff;border-radius:4px;padding:1px 4px;vertical-align:2px}
.text{white-space:pre-wrap;overflow-wrap:anywhere}
.embed{max-width:520px;background:var(--embed);border-left:4px solid;border-radius:4px;padding:8px 16px 14px 12px;margin-top:4px;font-size:14px;line-height:18px}
.title{font-size:16px;font-weight:600;color:var(--strong);margin-top:8px;line-height:22px}
.embed .text,.field{margin-top:8px}
.field .text{margin-top:2px}
.name{font-weight:600;color:var(--strong)}
.footer{font-size:12px;line-height:16px;margin-top:8px;color:var(--text)}
blockquote{margin:0;padding-left:12px;position:relative}
blockquote::before{content:"";position:absolute;left:0;top:0;bottom:0;width:4px;border-radius:4px;background:var(--bar)}
small{font-size:.8125em;color:var(--quiet)}
h3{margin:4px 0;font-size:1.2em}
code{background:var(--page);border-radius:4px;padding:0 3px;font:.85em monospace}
a{color:var(--link)}
mark{background:#f0b232}
.text .name{font-weight:500;color:#5865f2;background:#5865f22e;border-radius:3px;padding:0 2px}
.row{display:flex;flex-wrap:wrap;gap:8px;margin-top:8px}
button{font:500 14px/18px inherit;font-family:inherit;background:var(--button);color:var(--button-text);border:0;border-radius:8px;padding:7px 15px;min-width:32px}
button.primary{background:#5865f2;color:#fff}
button:disabled{opacity:.5}
@media (max-width:500px){.face{display:none}}
`;

function lookHtml(samples: readonly SampleMessage[], { theme, width }: PageLook): string {
  const messages = samples.map(
    ({ name, messages: parts }) => `<section><h2>${escapeHtml(name)}</h2>${parts.map(messageHtml).join('')}</section>`,
  );
  return `<div class="look" style="width:${width}px;${colours[theme]}">${messages.join('')}</div>`;
}

/** All samples in every look, one below the other, as one page that needs nothing else. */
export function renderPage(samples: readonly SampleMessage[], looks: readonly PageLook[]): string {
  const body = looks.map((look) => lookHtml(samples, look)).join('');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Messages</title><style>${style}</style><body>${body}</body></html>\n`;
}
