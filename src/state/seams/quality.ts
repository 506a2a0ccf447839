/** What the golden questions came to on one generation. Shares are 0 to 1; `null` where there was no such question. */
export interface QualityFigures {
  /** How many questions were asked. */
  readonly questions: number;
  /** Of the answerable ones: the right paragraph was cited. */
  readonly cited: number | null;
  /** Of the answerable ones: declined. */
  readonly falselyDeclined: number | null;
  /** Of the unanswerable ones: declined. */
  readonly declined: number | null;
  /** Of the accepted disputes: the passage that was wrong is no longer cited. */
  readonly disputesMended: number | null;
}

export interface MeasuredQuality {
  /** `null` for the shared collection. */
  readonly guild: string | null;
  /** The generations that were searched together, joined by `+`. */
  readonly generation: string;
  readonly figures: QualityFigures;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface QualityStore {
  /** The same generation measured again replaces its figures. */
  note(measured: MeasuredQuality): Promise<void>;
  /** The last one measured. */
  latest(guild: string | null): Promise<MeasuredQuality | null>;
  forgetBefore(time: number): Promise<number>;
}
