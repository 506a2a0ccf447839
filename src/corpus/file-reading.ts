import type { DocumentFormat } from './document-format.js';

/** What a file says of itself. Nobody has checked it: programs fill it in, templates hand it on. */
export interface OwnFacts {
  readonly title: string | null;
  readonly author: string | null;
  /** The day the file was made, `2016-09-09`, which is not the day of what stands in it. */
  readonly created: string | null;
}

/** What was read from one file. */
export interface FileReading {
  readonly format: DocumentFormat;
  /** What a reader sees, in reading order, blocks between blank lines. Never blank. */
  readonly text: string;
  /** `null` where the format has none. */
  readonly pages: number | null;
  /** What stands in the file and no reader sees, in the file's order. It is no part of the text. */
  readonly hidden: readonly string[];
  readonly says: OwnFacts;
}

export const saysNothing: OwnFacts = { title: null, author: null, created: null };
