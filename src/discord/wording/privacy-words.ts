import type { PersonalCounts } from '../../state/seams/personal.js';
import type { KeptDays } from '../kept-days.js';

/** What /privacy says. Plain words. The label of a button has at most 80 characters, a line at most 900. */
export interface PrivacyWords {
  readonly show: {
    readonly title: string;
    readonly body: string;
    readonly kept: string;
    lines(counts: PersonalCounts, days: KeptDays): readonly string[];
    readonly elsewhere: string;
    readonly closing: string;
  };
  /** What /privacy delete does not reach. */
  readonly elsewhere: readonly string[];
  readonly deletion: {
    readonly title: string;
    readonly body: string;
    readonly goes: string;
    lines(counts: PersonalCounts): readonly string[];
    readonly stays: string;
    acts(count: number, days: KeptDays): string;
    readonly confirm: string;
    readonly keep: string;
  };
  readonly deleted: {
    readonly title: string;
    readonly body: string;
    readonly went: string;
    lines(counts: PersonalCounts): readonly string[];
  };
  /** Times at which a language model wrote for somebody, at least one. */
  readonly spending: {
    kept(times: number, days: KeptDays): string;
    goes(times: number): string;
    stays(days: KeptDays): string;
    went(times: number): string;
  };
  readonly nothingDeleted: string;
  readonly exported: string;
  readonly tooLarge: string;
  /** The first line of the file. */
  readonly fileNote: string;
}
