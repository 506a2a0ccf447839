import type { Answer, Aside, Attribution, Coverage, Verdict } from '../../types.js';

/**
 * What stands around quotes: in answers, checks, summaries, digests, passages and corrections. Plain words unless it says
 * markdown; what is passed in is shown already (`title`, `source` and the like are markdown, dates are ISO 8601). A heading
 * has at most 200 characters, the label of a button at most 80.
 */
export interface ResultWords {
  /** Before the question, with its colon. */
  readonly asked: string;
  readonly understoodAs: string;
  readonly sources: string;
  readonly source: string;
  /** Of a heading whose lines go on in a further field. */
  continued(heading: string): string;
  /** `Part 1 of 2`. */
  part(number: number, of: number): string;
  /** `and 3 more`. */
  more(count: number): string;
  /** The link to a source. */
  readonly open: string;
  readonly caution: Readonly<Record<Attribution, string>>;
  /** How a result came about and as of when, one sentence. */
  provenance(mode: Answer['mode'], asOf: string | null): string;
  /** What is said of what a chat model wrote. */
  readonly written: {
    /** Above the quotes that the sentences stand on. */
    readonly quotes: string;
    /** Beside a sentence some words of which were not found. */
    readonly partly: string;
    /** Which words those are, each in quotation marks, in a list; one sentence. */
    unsaid(words: string): string;
    /** Under what is shown before the model is done. */
    readonly goesOn: string;
    /** Where a model was not to be asked any more for a while. */
    readonly usedUp: string;
    /** Under sentences that were put into another language after the check. */
    readonly translated: string;
    /** Under a summary some points of which are quotes. */
    readonly quotedToo: string;
    /** Who wrote what stands beside the verdicts of a check, and what of it was checked. */
    explainedBy(model: string, dropped: number): string;
    /** As of when it is, who wrote it, what of it was checked, and how many of its sentences did not pass. */
    by(model: string, dropped: number, asOf: string | null): string;
  };
  /** Where the rest of a quote is that was cut; whether it is all there. */
  cut(isAllThere: boolean): string;
  readonly buttons: { readonly share: string; readonly passage: string; readonly dispute: string };
  readonly answer: {
    readonly declined: string;
    readonly busy: string;
    readonly nearest: string;
    readonly advice: string;
    asOf(date: string): string;
    readonly disagree: string;
    /** Whose side of a disagreement it is, with its colon; it begins with a word of ours. */
    from(source: string, isDated: boolean): string;
  };
  readonly check: {
    readonly verdicts: Readonly<Record<Verdict, string>>;
    /** Above the passages near to what is not covered. */
    readonly nearest: string;
    readonly nothing: string;
    against(asOf: string | null): string;
    readonly unchecked: string;
    /** What a part is that claims nothing, with its colon. */
    readonly asides: Readonly<Record<Aside['kind'], string>>;
    /** Claims beyond the tenth. */
    omitted(count: number): string;
  };
  readonly summary: {
    of(title: string): string;
    paragraphs(first: number, last: number): string;
    about(focus: string): string;
    readonly offFocus: string;
    readonly empty: string;
    readonly coverage: string;
    covered(coverage: Coverage, mostNamed: number): string;
  };
  readonly digest: {
    readonly title: string;
    /** Before the name of the thread, with its colon. */
    readonly thread: string;
    readonly nothing: string;
    readonly readHeading: string;
    read(messages: number): string;
    unreadable(messages: number): string;
    omitted(claims: number): string;
    /** For a member without a visible name. */
    readonly somebody: string;
    /** The link to what somebody said. */
    readonly message: string;
  };
  readonly passage: {
    readonly before: string;
    readonly after: string;
    readonly nearest: string;
    readonly changed: string;
    readonly tooLong: string;
  };
  /** Before a note of moderators, with its colon. */
  note(date: string): string;
  readonly correction: {
    correctedOn(date: string): string;
    readonly gone: string;
    readonly tooLong: string;
    /** In a message whose content moved up; markdown. */
    readonly leftOver: string;
  };
}
