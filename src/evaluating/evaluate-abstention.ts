import { ParleyError } from '../errors.js';
import type { Answer } from '../types.js';
import type { JudgedQuestion } from './judged-set.js';
import { areaUnderRoc } from './measures.js';

export interface AbstentionReport {
  /** How well confidence tells answerable questions from others, wherever the line is drawn. */
  readonly auroc: number;
  /** The confidence below which questions are declined. */
  readonly threshold: number;
  /** Share of the unanswerable questions that are declined. */
  readonly refusalRate: number;
  /** Share of the answerable questions that are declined. */
  readonly falseRefusalRate: number;
}

/**
 * Asks every question that says whether it is `answerable`, as anybody would ask it.
 * @param ask gives the answer of the whole pipeline over the set's documents
 * @throws ParleyError when the set lacks answerable or unanswerable questions
 */
export async function evaluateAbstention(
  questions: readonly JudgedQuestion[],
  ask: (question: string) => Promise<Pick<Answer, 'confidence' | 'outcome'>>,
  threshold: number,
  onProgress: (done: number, total: number) => void,
): Promise<AbstentionReport> {
  const marked = questions.filter(({ answerable }) => answerable !== undefined);
  const answerableCount = marked.filter(({ answerable }) => answerable).length;
  if (answerableCount === 0 || answerableCount === marked.length) {
    throw new ParleyError(
      `The questions have ${answerableCount} answerable and ${marked.length - answerableCount} unanswerable ones; both are needed.`,
      'Put "answerable": true or false on the lines of queries.jsonl.',
    );
  }
  const scored: { readonly score: number; readonly positive: boolean; readonly declined: boolean }[] = [];
  for (const { text, answerable = false } of marked) {
    const { confidence, outcome } = await ask(text);
    scored.push({ score: confidence, positive: answerable, declined: outcome === 'declined' });
    onProgress(scored.length, marked.length);
  }
  const shareDeclined = (positive: boolean): number => {
    const some = scored.filter((one) => one.positive === positive);
    return some.filter(({ declined }) => declined).length / some.length;
  };
  return {
    auroc: areaUnderRoc(scored),
    threshold,
    refusalRate: shareDeclined(false),
    falseRefusalRate: shareDeclined(true),
  };
}
