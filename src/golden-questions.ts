import { z } from 'zod';
import { ParleyError } from './errors.js';
import { readJsonLines } from './evaluating/judged-set.js';

/** The document that the questions in golden/ are about: the article that comes with Parley. */
export const articleDocument = 'syria-ceasefire-2016';

/** A question that ships with Parley. */
export interface ShippedQuestion {
  readonly id: string;
  readonly question: string;
  readonly answerable: boolean;
  /** The document that it is about. */
  readonly document: string;
  /** Numbers of the paragraphs that answer it; empty when nothing does. */
  readonly paragraphs: readonly number[];
}

const shipped = z.object({
  id: z.string(),
  question: z.string().min(1),
  answerable: z.boolean(),
  paragraphs: z.array(z.number().int().positive()).default([]),
});

/**
 * The questions of a file in golden/, in its order.
 *
 * @throws ParleyError when it cannot be read, or a line of it is not as expected
 */
export async function readGoldenQuestions(
  file: string,
  document: string = articleDocument,
): Promise<readonly ShippedQuestion[]> {
  try {
    const questions = await readJsonLines(file, shipped);
    return questions.map((question) => ({ ...question, document }));
  } catch (cause) {
    throw new ParleyError(
      `The golden questions in ${file} cannot be used${cause instanceof ParleyError ? ` (${cause.message})` : ''}.`,
      'They come with Parley: put its folder golden/ back as it was.',
      { cause },
    );
  }
}
