import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

/** What a person reads on a page, in the form that splitParagraphs takes for `html`. */
export interface HtmlText {
  /** The page's own title, or its first heading; `null` when it has neither. */
  readonly title: string | null;
  /** Blocks separated by blank lines: headings as `# …`, items of lists as `- …`, rows of tables as `| …`. */
  readonly text: string;
}

/** The part of the DOM used here; the compiler's own DOM types are for browsers. */
interface HtmlNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly textContent: string | null;
  readonly firstChild: HtmlNode | null;
  readonly nextSibling: HtmlNode | null;
  readonly parentNode: HtmlNode | null;
  readonly attributes: { readonly length: number };
  getAttribute(name: string): string | null;
  querySelector(selector: string): HtmlNode | null;
  remove(): void;
}

const elementNode = 1;
const textNode = 3;

// Readability's work grows faster than the page: 0.5 s at 200 levels of nesting, 16 s at 1,000, 4 s for one tag
// of 9,000 attributes (measured). Pages beyond
// these bounds are machine-made or hostile, and are read whole instead.
const deepestPage = 150;
const mostNodes = 60_000;
const mostAttributes = 60;

const unread = new Set(
  'SCRIPT STYLE TEMPLATE NOSCRIPT HEAD TITLE SVG MATH IFRAME OBJECT EMBED CANVAS AUDIO VIDEO SELECT TEXTAREA BUTTON INPUT'.split(
    ' ',
  ),
);
const blocks = new Set(
  `ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2
  H3 H4 H5 H6 HEADER HR HTML LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL`.split(/\s+/),
);

function isHidden(node: HtmlNode): boolean {
  if (unread.has(node.nodeName.toUpperCase())) return true;
  if (node.getAttribute('hidden') !== null || node.getAttribute('aria-hidden')?.trim().toLowerCase() === 'true')
    return true;
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu.test(node.getAttribute('style') ?? '');
}

/**
 * Visits a tree in reading order without recursion, since a page may nest deeper than the stack. `enter` returns false to
 * pass over an element with everything in it; `leave` is called for the elements that were entered.
 */
function walk(
  root: HtmlNode,
  visitor: { enter(node: HtmlNode, depth: number): boolean; leave?(node: HtmlNode): void },
): void {
  let node: HtmlNode = root;
  let depth = 0;
  for (;;) {
    const entered = visitor.enter(node, depth);
    if (entered && node.firstChild !== null) {
      node = node.firstChild;
      depth += 1;
      continue;
    }
    if (entered) visitor.leave?.(node);
    while (node !== root && node.nextSibling === null && node.parentNode !== null) {
      node = node.parentNode;
      depth -= 1;
      visitor.leave?.(node);
    }
    if (node === root || node.nextSibling === null) return;
    node = node.nextSibling;
  }
}

/** The hidden elements of a tree, outermost only, and how large the rest is in every way that costs. */
function surveyOf(root: HtmlNode): { hidden: readonly HtmlNode[]; depth: number; nodes: number; attributes: number } {
  const hidden: HtmlNode[] = [];
  let deepest = 0;
  let nodes = 0;
  let attributes = 0;
  walk(root, {
    enter(node, depth) {
      nodes += 1;
      if (node.nodeType !== elementNode) return false;
      if (node !== root && isHidden(node)) {
        hidden.push(node);
        return false;
      }
      deepest = Math.max(deepest, depth);
      attributes = Math.max(attributes, node.attributes.length);
      return true;
    },
  });
  return { hidden, depth: deepest, nodes, attributes };
}

/** Whether a row is one of data and not of a layout: no cell begins with a block. */
function isDataRow(row: HtmlNode): boolean {
  for (let cell = row.firstChild; cell !== null; cell = cell.nextSibling) {
    for (let inside = cell.firstChild; inside !== null; inside = inside.nextSibling) {
      if (blocks.has(inside.nodeName.toUpperCase())) return false;
    }
  }
  return true;
}

/** The blocks of a tree as text. White space is collapsed as a browser does it; `<br>` breaks the line, two the block. */
function readableText(root: HtmlNode): string {
  const finished: string[] = [];
  let current = '';
  let prefix = '';
  let preformatted = 0;
  let openLists = 0;
  let previousIsItem = false;

  const finishBlock = (): void => {
    const lines = current.split('\n').map((line) => (preformatted > 0 ? line.trimEnd() : line.trim()));
    const block = lines
      .join('\n')
      .replaceAll(/\n{3,}/gu, '\n\n')
      .replaceAll(/^\n+|\n+$/gu, '');
    current = '';
    if (block.trim() === '') return;
    const isItem = /^[-|] /u.test(prefix);
    const heading = prefix.startsWith('#');
    // Items of one list stay one block, as they would in a text file.
    finished.push(finished.length === 0 ? '' : isItem && previousIsItem ? '\n' : '\n\n');
    finished.push(prefix + (heading ? block.replaceAll(/\s+/gu, ' ') : block));
    previousIsItem = isItem;
    prefix = '';
  };

  walk(root, {
    enter(node) {
      if (node.nodeType === textNode) {
        const value = node.nodeValue ?? '';
        current += preformatted > 0 ? value : value.replaceAll(/[ \t\n\f\r]+/gu, ' ');
        return false;
      }
      if (node.nodeType !== elementNode || isHidden(node)) return false;
      const name = node.nodeName.toUpperCase();
      if (name === 'BR') current += '\n';
      if (!blocks.has(name)) return true;
      if ((name === 'TD' || name === 'TH') && prefix === '| ') return true;
      finishBlock();
      if (/^H[1-6]$/u.test(name)) prefix = `${'#'.repeat(Number(name[1]))} `;
      else if (name === 'LI') prefix = '- ';
      else if (name === 'TR') prefix = isDataRow(node) ? '| ' : '';
      else if (name === 'PRE') preformatted += 1;
      else if (name === 'UL' || name === 'OL' || name === 'TABLE') {
        if (openLists === 0) previousIsItem = false;
        openLists += 1;
      }
      return true;
    },
    leave(node) {
      const name = node.nodeName.toUpperCase();
      if (!blocks.has(name)) return;
      if ((name === 'TD' || name === 'TH') && prefix === '| ') {
        current += ' | ';
        return;
      }
      finishBlock();
      prefix = '';
      if (name === 'PRE') preformatted -= 1;
      else if (name === 'UL' || name === 'OL' || name === 'TABLE') {
        openLists -= 1;
        if (openLists === 0) previousIsItem = false;
      }
    },
  });
  finishBlock();
  return finished.join('');
}

/** linkedom makes up neither `<html>` nor `<body>`; a page without them would be its first element only. */
function openPage(html: string): HtmlNode {
  const whole = /<body[\s>]/iu.test(html) && /<html[\s>]/iu.test(html) ? html : `<html><body>${html}</body></html>`;
  return (parseHTML(whole) as unknown as { document: HtmlNode & { documentElement: HtmlNode } }).document
    .documentElement;
}

/** What Readability takes to be the article; '' when it finds none. */
function articleText(page: HtmlNode): string {
  const document = (page as unknown as { ownerDocument: ConstructorParameters<typeof Readability>[0] }).ownerDocument;
  const article = new Readability<unknown>(document, {
    serializer: (node: unknown) => node,
    disableJSONLD: true,
  }).parse();
  return article === null || article.content === null || article.content === undefined
    ? ''
    : readableText(article.content as HtmlNode);
}

const line = (text: string | null | undefined): string | null => text?.replaceAll(/\s+/gu, ' ').trim() || null;

/**
 * The readable text of a page: its article where Readability finds one, else all that is visible. No script of the page
 * runs, nothing is fetched. Unclosed and misplaced tags are read as browsers read them.
 */
export function htmlText(html: string): HtmlText {
  const page = openPage(html);
  const titleNode = page.querySelector('head > title') ?? page.querySelector('title');
  // An icon drawn in the page may have a title of its own.
  const title = titleNode?.parentNode?.nodeName.toUpperCase() === 'SVG' ? null : line(titleNode?.textContent);
  const whole = readableText(page);
  const heading = /^#+ (.+)$/mu.exec(whole)?.[1] ?? null;
  const { hidden, depth, nodes, attributes } = surveyOf(page);
  const isOrdinary = depth <= deepestPage && nodes <= mostNodes && attributes <= mostAttributes;
  if (!isOrdinary) return { title: title ?? heading, text: whole };
  for (const node of hidden) node.remove();
  return { title: title ?? heading, text: articleText(page) || whole };
}
