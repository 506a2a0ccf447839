import { listCorpusFiles } from '#src/corpus/list-corpus-files.js';
import { parseDocument } from '#src/corpus/parse-document.js';
import { readDocument } from '#src/corpus/read-document.js';
import type { ParsedDocument } from '#src/types.js';

/** A passage as drafts are made from it: a paragraph of a document or a passage of a prompt. */
export interface NumberedPassage {
  /** From 1: the paragraph's number, or the passage's in its prompt. */
  readonly n: number;
  readonly text: string;
  readonly sentences: readonly string[];
}

/** The paragraphs of a document that may be quoted. */
export function passagesOf({ paragraphs, sentences }: ParsedDocument): readonly NumberedPassage[] {
  return paragraphs
    .filter(({ kind }) => kind !== 'promotion' && kind !== 'heading')
    .map(({ number, text }) => ({
      n: number,
      text,
      sentences: sentences.filter(({ paragraph }) => paragraph === number).map((sentence) => sentence.text),
    }));
}

/** The article's paragraphs, read as the index reads them. */
export async function articlePassages(): Promise<readonly NumberedPassage[]> {
  const file = (await listCorpusFiles('corpus')).find(({ path }) => path === 'syria-ceasefire-2016.txt');
  if (file === undefined)
    throw new Error('corpus/syria-ceasefire-2016.txt is not there. Run the tests in the project.');
  return passagesOf(parseDocument(await readDocument(file)));
}

/** Words that carry meaning, lower case, in the order in which they stand. */
export function contentWords(text: string): readonly string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > 3 || /\p{N}/u.test(word));
}

/** How many of the sentence's meaningful words the passage has, 0 to 1. */
export function shareInPassage(sentence: string, passage: string): number {
  const there = new Set(contentWords(passage));
  const words = contentWords(sentence);
  return words.length === 0 ? 0 : words.filter((word) => there.has(word)).length / words.length;
}
