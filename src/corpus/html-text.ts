import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { hiddenTexts } from './hidden-texts.js';
import { htmlBlocks } from './html-blocks.js';
import { htmlSurvey } from './html-survey.js';
import type { HtmlNode } from './html-tree.js';

/** What a person reads on a page, in the form that splitParagraphs takes for `html`. */
export interface HtmlText {
  /** The page's own title, or its first heading; `null` when it has neither. */
  readonly title: string | null;
  /** Blocks separated by blank lines: headings as `# …`, items of lists as `- …`, rows of tables as `| …`. */
  readonly text: string;
  /** What is written on the page and styled so that nobody sees it, in the page's order. It is no part of the text. */
  readonly hidden: readonly string[];
}

// Readability's work grows faster than the page: 0.5 s at 200 levels of nesting, 16 s at 1,000, 4 s for one tag of 9,000
// attributes (measured). Pages beyond these bounds are machine-made or hostile, and are read whole instead.
const deepestPage = 150;
const mostNodes = 60_000;
const mostAttributes = 60;

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
    : htmlBlocks(article.content as HtmlNode);
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
  const whole = htmlBlocks(page);
  const heading = /^#+ (.+)$/mu.exec(whole)?.[1] ?? null;
  const { hidden: unseen, concealed, styled, depth, nodes, attributes } = htmlSurvey(page);
  const hidden = hiddenTexts(concealed);
  const isOrdinary = depth <= deepestPage && nodes <= mostNodes && attributes <= mostAttributes;
  if (!isOrdinary) return { title: title ?? heading, text: whole, hidden };
  for (const node of unseen) node.remove();
  // What is seen has been told by now; Readability would take what is visible inside `visibility:hidden` for hidden.
  for (const node of styled) node.removeAttribute('style');
  return { title: title ?? heading, text: articleText(page) || whole, hidden };
}
