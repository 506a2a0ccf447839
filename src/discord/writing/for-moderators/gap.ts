import type { DeclineReason, NearestPassage } from '../../../types.js';

/** A question that the documents did not answer. */
export interface UnansweredQuestion {
  /** As it was understood. */
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly askedAt: number;
  readonly reason: DeclineReason;
  /** The passage that was nearest to it then; `null` for none. */
  readonly nearest: NearestPassage | null;
}

/** Unanswered questions that ask the same. */
export interface Gap {
  readonly typical: UnansweredQuestion;
  /** All of them, the typical one included, the newest first. */
  readonly questions: readonly UnansweredQuestion[];
}
