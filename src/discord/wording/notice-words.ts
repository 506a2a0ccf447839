import type { QuotaScope } from '../../state/seams/quotas.js';

export type DurationUnit = 'hour' | 'minute' | 'second';

/** What is said instead of an answer, one to three sentences each, and what forms ask. Plain words; they are escaped. */
export interface NoticeWords {
  readonly apologies: {
    readonly tooLate: string;
    readonly stopping: string;
    readonly failed: string;
    readonly notShown: string;
  };
  readonly busy: string;
  /** For a button of an older version. */
  readonly unknown: string;
  /**
   * For whoever uses what is for moderators, and is none or not in a server. The first has “permission” or “moderator” in it
   * in every language: programs look for these.
   */
  readonly notAModerator: string;
  readonly onlyInServers: string;
  readonly quota: {
    /** `5 minutes`, as the other texts here need it. */
    duration(count: number, unit: DurationUnit): string;
    /** `about 5 minutes`. */
    about(duration: string): string;
    refused(by: QuotaScope, times: number, within: string, wait: string): string;
    lineFull(waiting: number): string;
  };
  /** Where Parley does not answer. `channels` is `#one, #two`. */
  readonly notHere: {
    readonly anotherChannel: string;
    readonly noOther: string;
    named(channels: string, more: number): string;
  };
  readonly missingRights: {
    /** In place of a channel's name. */
    readonly thisChannel: string;
    send(place: string, isThread: boolean): string;
    history(place: string): string;
  };
  readonly howToAsk: {
    readonly direct: string;
    readonly inServer: string;
    example(question: string): string;
  };
  readonly nothingToAsk: string;
  readonly nothingToCheck: string;
  readonly noQuestion: string;
  readonly noPassage: string;
  /** What was shown is no longer kept. */
  gone(days: number): string;
  readonly share: { readonly already: string; readonly changed: string };
  readonly thanks: { readonly up: string; readonly down: string };
  readonly dispute: {
    /** Of the form: at most 45 characters. */
    readonly title: string;
    /** At most 45 characters. */
    readonly label: string;
    /** At most 100 characters each. */
    readonly forModerators: string;
    readonly hint: string;
    readonly empty: string;
    readonly noted: string;
    readonly notedByModerators: string;
  };
  /** At most 45 characters each. */
  readonly followUp: { readonly title: string; readonly label: string };
  readonly digest: {
    readonly mayNotRead: string;
    readonly notGiven: string;
    readonly serverNotThere: string;
    readonly notForYou: string;
    readonly threadsOnly: string;
  };
  readonly section: {
    /** What the whole of a document is called among its sections; at most 30 characters besides the title. */
    whole(title: string): string;
    unknown(section: string): string;
    ambiguous(section: string, count: number, first: string, second: string): string;
  };
}
