import { describe, expect, it } from 'vitest';
import { htmlText } from '#src/corpus/html-text.js';
import { markupFault } from '#src/corpus/markup-bounds.js';

const article = (inner: string): string =>
  `<!doctype html><html><head><title>T</title></head><body><nav><a href="/">Home</a> <a href="/x">News</a></nav>
  <article>${inner}</article><footer>Imprint</footer></body></html>`;
const prose = 'The parties agreed on a truce, on aid, and on talks that should begin soon. '.repeat(8).trim();

describe('htmlText', () => {
  it('gives the article as blocks, without navigation and footer', () => {
    const { title, text } = htmlText(article(`<h2>Truce</h2><p>${prose}</p><p>It\n <b>held</b> &amp; lasted.</p>`));
    expect(title).toBe('T');
    expect(text).toBe(`## Truce\n\n${prose}\n\nIt held & lasted.`);
  });

  it('leaves out what a reader does not see', () => {
    const { text } = htmlText(
      article(`<p>${prose}</p><p hidden>H1</p><p style="color:red; display : none">H2</p><div aria-hidden="true">H3</div>
        <script>H4</script><style>H5</style><template><p>H6</p></template><noscript>H7</noscript><p style="visibility:hidden">H8</p>
        <!-- H9 --><textarea>H10</textarea><p>Seen.</p>`),
    );
    expect(text).toBe(`${prose}\n\nSeen.`);
  });

  it('never runs a script', () => {
    htmlText('<script>globalThis.scriptRan = true</script><img src=x onerror="globalThis.scriptRan = true"><p>Text.');
    expect(globalThis).not.toHaveProperty('scriptRan');
  });

  it('writes the items of a list and the rows of a table as lines of one block', () => {
    const { text } = htmlText(`<p>Agreed:</p><ul><li>a <i>truce</i><li>aid</ul>
      <table><tr><th>Side</th><th>Envoy</th></tr><tr><td>U.S.</td><td>Kerry</td></tr></table><ol><li><p>One.</p><p>Two.</p></li></ol>`);
    expect(text).toBe('Agreed:\n\n- a truce\n- aid\n\n| Side | Envoy |\n| U.S. | Kerry |\n\n- One.\n\nTwo.');
  });

  it('takes <br> for a line break and two of them for a new block, and keeps <pre> as it is', () => {
    expect(htmlText('<div>One<br>two.<br><br>Three.</div><pre>\n  a\n    b</pre>').text).toBe(
      'One\ntwo.\n\nThree.\n\n  a\n    b',
    );
  });

  it.each([
    ['no tags', 'Just text.', 'Just text.'],
    ['a fragment', '<p>One.</p><p>Two.', 'One.\n\nTwo.'],
    ['tags that are never closed', '<div><p><b>One.<p>Two.</div></span></td>', 'One.\n\nTwo.'],
    ['a body inside a body', '<body><p>One.<body><p>Two.', 'One.\n\nTwo.'],
    ['no body', '<html><head><title>T</title></head><p>One.', 'One.'],
    ['entities without sense', '<p>&#xD800; &#0; &bogus; &amp', '\u{FFFD} \u{FFFD} &bogus; &'],
    ['nothing', '', ''],
  ])('reads a malformed page: %s', (_, html, text) => {
    expect(htmlText(html).text).toBe(text);
  });

  it.each([
    ['1,500 levels', '<div>'.repeat(1_500)],
    ['1,500 nested lists', '<ul><li>'.repeat(1_500)],
    ['1,500 open bold tags', '<b>'.repeat(1_500)],
    ['70,000 paragraphs', '<p>a'.repeat(70_000)],
    ['70,000 hidden paragraphs', '<p hidden>a</p>'.repeat(70_000)],
    [
      '20 tags of 4,000 attributes',
      `<i ${Array.from({ length: 4_000 }, (_, n) => `b${n}`).join(' ')}>a</i>`.repeat(20),
    ],
  ])('reads a page of %s whole, without a slow search for its article', (_, html) => {
    const from = performance.now();
    expect(htmlText(`<html><body>${html}deep</body></html>`).text).toContain('deep');
    expect(performance.now() - from).toBeLessThan(15_000);
  });
});

describe('what a reader of a page does not see', () => {
  it.each([
    ['hidden', '<p hidden>Secret <b>words</b></p>'],
    ['aria-hidden', '<div aria-hidden="true"><p>Secret</p><p>words</p></div>'],
    ['not displayed', '<p style="display:none !important">Secret words</p>'],
    ['invisible', '<p style="visibility: hidden">Secret words</p>'],
    ['let through', '<p style="opacity:0">Secret words</p>'],
    ['of no size', '<p style="font-size:0px">Secret words</p>'],
    ['white', '<p style="color:#fff">Secret words</p>'],
    ['white by another name', '<p style="COLOR: rgb(255, 255, 255)">Secret words</p>'],
    ['white in a font tag', '<p><font color="white">Secret words</font></p>'],
    ['transparent', '<p style="color:rgba(0,0,0,0)">Secret words</p>'],
    ['of the colour of the ground', '<div style="background:#112233"><p style="color:#112233">Secret words</p></div>'],
    ['far off the page', '<p style="position:absolute;left:-9999px">Secret words</p>'],
    ['text beside text that is seen', '<div style="color:white">Secret words<b style="color:black"></b></div>'],
  ])('is reported and left out: %s', (_, html) => {
    for (const page of [`<p>Seen.</p>${html}`, article(`<p>${prose}</p><p>Seen.</p>${html}`)]) {
      const { text, hidden } = htmlText(page);
      expect(text).toMatch(/Seen\.$/);
      expect(text).not.toContain('Secret');
      expect(hidden).toEqual(['Secret words']);
    }
  });

  it.each([
    ['white on a dark ground', '<div style="background-color:#003"><p style="color:white">Plain words</p></div>'],
    ['white on a picture', '<p style="background:url(a.png);color:white">Plain words</p>'],
    [
      'seen inside what is invisible',
      '<div style="visibility:hidden"><p style="visibility:visible">Plain words</p></div>',
    ],
    ['large inside what has no size', '<div style="font-size:0"><p style="font-size:12px">Plain words</p></div>'],
    ['moved a little', '<p style="position:absolute;left:-5px;text-indent:-2em">Plain words</p>'],
    ['half let through', '<p style="opacity:0.5">Plain words</p>'],
  ])('is not %s', (_, html) => {
    expect(htmlText(`<p>Seen.</p>${html}`)).toMatchObject({ text: 'Seen.\n\nPlain words', hidden: [] });
  });

  it('is no script, style or form', () => {
    expect(
      htmlText(
        '<p>Seen.</p><script>a</script><style>b</style><textarea>c</textarea><div hidden><script>d</script></div>',
      ).hidden,
    ).toEqual([]);
  });

  it('is reported within bounds', () => {
    const { hidden } = htmlText(`<p>Seen.</p>${`<p hidden>${'😀'.repeat(5_000)}</p>`.repeat(500)}`);
    expect(hidden).toHaveLength(100);
    for (const text of hidden) {
      expect(text.length).toBeLessThanOrEqual(1_000);
      expect(text.isWellFormed()).toBe(true);
    }
  });
});

describe('markupFault', () => {
  it.each([
    ['depth', '<div>'.repeat(100_000), /2000 deep/],
    ['depth behind end tags that end nothing', '<div></x>'.repeat(100_000), /2000 deep/],
    ['depth behind quoted end tags', '<div title="</div>">'.repeat(3_000), /2000 deep/],
    ['elements', '<p>a'.repeat(400_000), /300,000 elements/],
    ['character references', '&amp;'.repeat(400_000), /300,000/],
    ['comments', '<!---->'.repeat(400_000), /300,000/],
    ['end tags that end nothing', '</p>'.repeat(400_000), /300,000/],
    ['attributes', `<a ${'b '.repeat(20_000)}>`, /5000 attributes/],
  ])('refuses a page with too many of its kind: %s', (_, html, fault) => {
    expect(markupFault(html)).toMatch(fault);
  });

  it.each([
    ['markup that is only written about', `<!-- ${'<div>'.repeat(5_000)} --><script>${'<div>'.repeat(5_000)}</SCRIPT>`],
    ['paragraphs and items that are never closed', `${'<p>a'.repeat(5_000)}<ul>${'<li>b'.repeat(5_000)}`],
    ['siblings', '<div><b>a</b><br></div>'.repeat(5_000)],
    ['open tags that their parent closes', '<div><b><i>a</div>'.repeat(5_000)],
    ['a comment that never ends', `<!-- ${'<div>'.repeat(5_000)}`],
  ])('has nothing against %s', (_, html) => {
    expect(markupFault(html)).toBeNull();
  });
});
