/** For how many days each kind of thing is kept; this table is what the bot forgets by and what it tells people. */
export interface KeptDays {
  /** What members asked and were shown, with everything that hangs on it: votes, disputes, where it stands. */
  readonly questions: number;
  /** What members found wrong, from the day on which a moderator settled it. */
  readonly settledReviews: number;
  /** Acts of moderators. */
  readonly acts: number;
  /** Figures of the golden questions. */
  readonly quality: number;
  /** When and where members asked: no window of a quota is longer. */
  readonly uses: number;
  /** What chat models used for members: no budget looks back further. */
  readonly spending: number;
}

/** What an operator has not set. A year of acts, so that a server can look back at who changed its documents. */
export const usualKeptDays: KeptDays = {
  questions: 30,
  settledReviews: 90,
  acts: 365,
  quality: 365,
  uses: 1,
  spending: 1,
};

/** The table for an installation, where the operator said how long questions are kept. */
export function keptDays(questions: number | undefined): KeptDays {
  return questions === undefined ? usualKeptDays : { ...usualKeptDays, questions };
}
