import type { Answer } from '../types.js';
import type { AskedQuestion } from './answer-figures.js';
import type { GoldenQuestion } from './golden-set.js';

/** Asks as a member would. @param onPart Told that a checked part of the answer is there to be shown */
export type AskGolden = (question: string, onPart: () => void) => Promise<Answer>;

export interface AnswersOrder {
  readonly ask: AskGolden;
  /** Milliseconds of a clock that never goes back. */
  readonly clock: () => number;
  readonly onProgress: (done: number, total: number) => void;
  /** Aborted when there is enough: what was asked until then is kept. */
  readonly signal: AbortSignal;
}

/**
 * Asks the questions one after the other.
 * @returns all that were answered before the signal was aborted
 * @throws whatever `ask` throws while nobody has aborted
 */
export async function askGoldenSet(
  questions: readonly GoldenQuestion[],
  { ask, clock, onProgress, signal }: AnswersOrder,
): Promise<readonly AskedQuestion[]> {
  const asked: AskedQuestion[] = [];
  for (const golden of questions) {
    if (signal.aborted) break;
    const startedAt = clock();
    let firstAt: number | undefined;
    try {
      const answer = await ask(golden.question, () => {
        firstAt ??= clock();
      });
      const endedAt = clock();
      // Parts of a draft that did not hold are gone from the reader's screen: the quotes are the first that stays.
      const shownAt = answer.mode === 'written' ? (firstAt ?? endedAt) : endedAt;
      asked.push({ golden, answer, firstMs: shownAt - startedAt, totalMs: endedAt - startedAt });
    } catch (error) {
      if (signal.aborted) break;
      throw error;
    }
    onProgress(asked.length, questions.length);
  }
  return asked;
}
