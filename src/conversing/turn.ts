import type { Answer } from '../types.js';

/** A question and its answer. What `answer.question` says is what the question was understood as. */
export interface Turn {
  readonly question: string;
  readonly answer: Answer;
}
