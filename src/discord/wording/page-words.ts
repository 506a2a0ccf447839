/** What /help, /sources and /quality say. Plain words; what is passed in is shown already, and dates are ISO 8601. */
export interface PageWords {
  readonly help: {
    readonly purpose: string;
    readonly tryHeading: string;
    readonly howHeading: string;
    /** Markdown. */
    readonly ways: readonly string[];
    readonly moderatorsHeading: string;
    /** Markdown. */
    readonly moderating: readonly string[];
  };
  readonly sources: {
    title(documents: number): string;
    from(publisher: string): string;
    characters(count: number): string;
    readonly untitled: string;
    made(index: string, date: string): string;
    indexes(count: number, names: string): string;
  };
  readonly quality: {
    readonly title: string;
    readonly golden: string;
    readonly unmeasured: string;
    /** Before a share, each with its colon. */
    readonly labels: {
      readonly cited: string;
      readonly falselyDeclined: string;
      readonly declined: string;
      readonly disputesMended: string;
    };
    measured(questions: number, date: string, index: string): string;
    readonly outdated: string;
    lately(days: number): string;
    readonly nothingAsked: string;
    asked(questions: number, shareDeclined: string): string;
    speed(half: string, most: string): string;
    readonly closing: string;
  };
}
