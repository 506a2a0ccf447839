import { z } from 'zod';
import { readJsonLines } from './judged-set.js';

/** A question about the documents with what people found to be its answer. */
export interface GoldenQuestion {
  readonly id: string;
  readonly question: string;
  readonly answerable: boolean;
  /** Numbers of the paragraphs that answer it; empty when nothing does. */
  readonly paragraphs: readonly number[];
  /** A right answer has all words of one of these; empty when nobody said. */
  readonly keyWords: readonly (readonly string[])[];
  /** The document that the paragraphs belong to; `null` for any. */
  readonly document: string | null;
}

const words = z.array(z.string().min(1)).min(1);

const line = z
  .object({
    id: z.string().min(1),
    question: z.string().min(1),
    answerable: z.boolean(),
    document: z.string().min(1).nullish(),
    paragraphs: z.array(z.int().positive()).default([]),
    keyWords: words.optional(),
    keyWordsAny: z.array(words).optional(),
  })
  .refine(({ answerable, paragraphs }) => !answerable || paragraphs.length > 0, {
    path: ['paragraphs'],
    error: 'an answerable question needs the numbers of the paragraphs that answer it',
  });

/**
 * Reads `{"id","question","answerable","paragraphs","keyWords"}` a line, as golden/held-out.jsonl has it; `keyWordsAny`
 * instead of `keyWords` for several right answers, `document` where there is more than one.
 *
 * @throws ParleyError naming file and line
 */
export async function readGoldenSet(file: string): Promise<readonly GoldenQuestion[]> {
  const rows = await readJsonLines(file, line, 'Name a file of questions such as golden/held-out.jsonl.');
  return rows.map(({ id, question, answerable, document, paragraphs, keyWords, keyWordsAny }) => ({
    id,
    question,
    answerable,
    paragraphs,
    keyWords: keyWordsAny ?? (keyWords === undefined ? [] : [keyWords]),
    document: document ?? null,
  }));
}
