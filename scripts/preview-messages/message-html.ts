import type { OutgoingMessage } from '#src/discord/writing/outgoing-message.js';
import { type MarkdownNode, type MarkKind, readMarkdown } from '../../test/support/discord-markdown.js';

type Button = OutgoingMessage['components'][number]['components'][number];

export function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replaceAll(/[&<>"]/gu, (character) => entities[character] ?? character);
}

const tags: Readonly<Record<MarkKind, string>> = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strike: 's',
  spoiler: 'mark',
  code: 'code',
  'code-block': 'pre',
  heading: 'h3',
  small: 'small',
  list: 'li',
  quote: 'blockquote',
  link: 'a',
  mention: 'mark',
  emoji: 'mark',
  timestamp: 'mark',
};

const blockTags: ReadonlySet<MarkdownNode['kind']> = new Set(['quote', 'heading', 'list', 'code-block']);

/** Discord shows a member's name in the place of their id; whoever moderates in the samples is the same one. */
function isMember({ children: [child, ...others] }: Exclude<MarkdownNode, { kind: 'text' }>): boolean {
  return others.length === 0 && child?.kind === 'text' && /^<@\d+>$/u.test(child.text);
}

function nodesHtml(nodes: readonly MarkdownNode[]): string {
  return nodes
    .map((node, index) => {
      if (node.kind === 'mention' && isMember(node)) return '<span class="name">@anna</span>';
      if (node.kind !== 'text') return `<${tags[node.kind]}>${nodesHtml(node.children)}</${tags[node.kind]}>`;
      const follows = blockTags.has(nodes[index - 1]?.kind ?? 'text');
      // A block ends its own line.
      return escapeHtml(follows ? node.text.replace(/^\n/u, '') : node.text);
    })
    .join('');
}

function markdownHtml(markdown: string): string {
  return nodesHtml(readMarkdown(markdown));
}

function embedHtml({ color = 0, title, description, fields = [], footer }: OutgoingMessage['embeds'][number]): string {
  const parts = [
    title === undefined ? '' : `<div class="title">${markdownHtml(title)}</div>`,
    description === undefined ? '' : `<div class="text">${markdownHtml(description)}</div>`,
    ...fields.map(
      ({ name, value }) =>
        `<div class="field"><div class="name">${markdownHtml(name)}</div><div class="text">${markdownHtml(value)}</div></div>`,
    ),
    footer === undefined ? '' : `<div class="footer">${escapeHtml(footer.text)}</div>`,
  ];
  return `<div class="embed" style="border-left-color:#${color.toString(16).padStart(6, '0')}">${parts.join('')}</div>`;
}

function buttonHtml(button: Button): string {
  const emoji = 'emoji' in button ? (button.emoji?.name ?? '') : '';
  const label = 'label' in button ? (button.label ?? '') : '';
  const look = button.style === 1 ? ' class="primary"' : '';
  return `<button${look}${button.disabled === true ? ' disabled' : ''}>${escapeHtml(`${emoji}${label}`)}</button>`;
}

/** One message as a client draws it: a likeness, for judging wording and spacing. */
export function messageHtml({ content, embeds, components }: OutgoingMessage): string {
  const rows = components.map((row) => `<div class="row">${row.components.map(buttonHtml).join('')}</div>`);
  return [
    '<div class="message"><div class="face">P</div><div class="column"><div class="author">Parley <span>APP</span></div>',
    content === '' ? '' : `<div class="text">${markdownHtml(content)}</div>`,
    ...embeds.map(embedHtml),
    ...rows,
    '</div></div>',
  ].join('');
}
