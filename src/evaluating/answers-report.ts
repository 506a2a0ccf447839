import type { AnswerFigures } from './answer-figures.js';

/** A chat model's answers to the questions. */
export interface WrittenReport {
  /** As configured, without secrets. */
  readonly model: string;
  readonly figures: AnswerFigures;
  /** US dollars for all questions; `null` when nobody said what a token costs. */
  readonly dollars: number | null;
}

/** How good the answers to a golden set are: in quotes, and beside them in the words of a model. */
export interface AnswersReport {
  readonly questions: number;
  readonly answerable: number;
  readonly extractive: AnswerFigures;
  /** `null` without a chat model. */
  readonly written: WrittenReport | null;
}
