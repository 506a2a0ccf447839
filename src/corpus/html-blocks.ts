import { createBlockWriter } from './block-writer.js';
import { createSight } from './html-sight.js';
import { elementNode, type HtmlNode, textNode, walk } from './html-tree.js';

const blocks = new Set(
  `ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2
  H3 H4 H5 H6 HEADER HR HTML LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL`.split(/\s+/),
);

/** Whether a row is one of data and not of a layout: no cell begins with a block. */
function isDataRow(row: HtmlNode): boolean {
  for (let cell = row.firstChild; cell !== null; cell = cell.nextSibling) {
    for (let inside = cell.firstChild; inside !== null; inside = inside.nextSibling) {
      if (blocks.has(inside.nodeName.toUpperCase())) return false;
    }
  }
  return true;
}

const holdsLines = new Set(['UL', 'OL', 'TABLE']);

/** What stands before the text of an element's block. */
function prefixOf(node: HtmlNode, name: string): string {
  if (/^H[1-6]$/u.test(name)) return `${'#'.repeat(Number(name[1]))} `;
  if (name === 'LI') return '- ';
  return name === 'TR' && isDataRow(node) ? '| ' : '';
}

/**
 * The visible text of a tree, blocks separated by blank lines: headings as `# …`, items of lists as `- …`, rows of tables
 * as `| …`. White space is collapsed as a browser does it; `<br>` breaks the line, two of them the block.
 */
export function htmlBlocks(root: HtmlNode): string {
  const writer = createBlockWriter();
  const sight = createSight();
  let prefix = '';
  let preformatted = 0;
  let lists = 0;
  const finish = (): void => {
    if (writer.finish(prefix, preformatted > 0)) prefix = '';
  };
  const isCell = (name: string): boolean => (name === 'TD' || name === 'TH') && prefix === '| ';

  walk(root, {
    enter(node) {
      if (node.nodeType === textNode && sight.isTextSeen()) {
        const text = node.nodeValue ?? '';
        writer.write(preformatted > 0 ? text : text.replaceAll(/[ \t\n\f\r]+/gu, ' '));
      }
      if (node.nodeType !== elementNode || sight.isUnread(node) || sight.isConcealed(node)) return false;
      sight.enter(node);
      const name = node.nodeName.toUpperCase();
      if (name === 'BR') writer.write('\n');
      if (!blocks.has(name) || isCell(name)) return true;
      finish();
      // An item's mark waits for its first block, which may be a paragraph inside it.
      prefix = prefixOf(node, name) || prefix;
      if (name === 'PRE') preformatted += 1;
      if (holdsLines.has(name)) {
        if (lists === 0) writer.separate();
        lists += 1;
      }
      return true;
    },
    leave(node) {
      sight.leave();
      const name = node.nodeName.toUpperCase();
      if (!blocks.has(name)) return;
      if (isCell(name)) {
        writer.write(' | ');
        return;
      }
      finish();
      prefix = '';
      if (name === 'PRE') preformatted -= 1;
      if (holdsLines.has(name)) {
        lists -= 1;
        if (lists === 0) writer.separate();
      }
    },
  });
  finish();
  return writer.text();
}
