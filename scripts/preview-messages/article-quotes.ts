import { citePlace } from '#src/cite-chunk.js';
import { listCorpusFiles } from '#src/corpus/list-corpus-files.js';
import { parseDocument } from '#src/corpus/parse-document.js';
import { readDocument } from '#src/corpus/read-document.js';
import type { Citation, Paragraph } from '#src/types.js';

export interface ArticleQuotes {
  /** The sentence that has these words, cited. */
  cite(n: number, words: string, highlight?: string): Citation;
  paragraph(number: number): Paragraph;
}

/** Quotes from the first document of the corpus, each where it stands. */
export async function openArticleQuotes(): Promise<ArticleQuotes> {
  const [file] = await listCorpusFiles('corpus');
  if (file === undefined) throw new Error('The corpus has no document.');
  const { document, paragraphs, sentences } = parseDocument(await readDocument(file));
  return {
    cite(n, words, highlight) {
      const sentence = sentences.find(({ text }) => text.includes(words));
      if (sentence === undefined) throw new Error(`No sentence has "${words}".`);
      const from = highlight === undefined ? -1 : sentence.text.indexOf(highlight);
      return citePlace(document, sentence, n, highlight === undefined ? undefined : [from, from + highlight.length]);
    },
    paragraph(number) {
      const paragraph = paragraphs.find((one) => one.number === number);
      if (paragraph === undefined) throw new Error(`There is no paragraph ${number}.`);
      return paragraph;
    },
  };
}
