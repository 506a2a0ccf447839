import type { AskedQuestion } from '#src/evaluating/answer-figures.js';
import type { Answer } from '#src/types.js';
import type { ExaminedSentence } from '#src/writing/examine-sentence.js';

/** A sentence of a draft, as the check left it. */
export interface TriedSentence extends Pick<ExaminedSentence, 'outcome' | 'caution' | 'reason'> {
  readonly text: string;
  readonly marks: readonly number[];
}

/** What a model said to one question. */
export interface Spoken {
  /** All of it; empty when it failed before its first word. */
  readonly said: string;
  /** Milliseconds from the request to the first piece of text, `null` when there was none, and to the end. */
  readonly firstMs: number | null;
  readonly draftMs: number;
  /** Passages that were left out because they did not fit. */
  readonly leftOut: number;
}

/** One question of a run. */
export interface TriedQuestion extends AskedQuestion {
  /** The answer in quotes alone. */
  readonly quoted: Answer;
  /** `null` when the model was not asked. */
  readonly spoken: Spoken | null;
  readonly examined: readonly TriedSentence[];
}

/** One run with a model of this machine. */
export interface Trial {
  readonly model: string;
  /** The day, ISO 8601. */
  readonly date: string;
  /** Tokens that the model could read at once. */
  readonly context: number;
  readonly questions: readonly TriedQuestion[];
}
