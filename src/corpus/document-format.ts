/** How the blocks of a text are marked: not at all, as Markdown, or as the readers of html, pdf and docx write them. */
export type DocumentFormat = 'plain' | 'markdown' | 'html' | 'pdf' | 'docx';

const endings: readonly (readonly [ending: RegExp, format: DocumentFormat])[] = [
  [/\.(?:md|markdown)$/iu, 'markdown'],
  [/\.html?$/iu, 'html'],
  [/\.pdf$/iu, 'pdf'],
  [/\.docx$/iu, 'docx'],
];

/** The format of a file by its ending; anything unknown is plain text. */
export function documentFormat(path: string): DocumentFormat {
  return endings.find(([ending]) => ending.test(path))?.[1] ?? 'plain';
}
