/** How the blocks of a text are marked: not at all, as Markdown, or as readDocument writes an html page. */
export type DocumentFormat = 'plain' | 'markdown' | 'html';

/** The format of a file by its ending; anything unknown is plain text. */
export function documentFormat(path: string): DocumentFormat {
  if (/\.(?:md|markdown)$/iu.test(path)) return 'markdown';
  return /\.html?$/iu.test(path) ? 'html' : 'plain';
}
