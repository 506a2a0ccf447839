import type { CheckedClaim } from '../../types.js';

/** A claim that a member made in a thread. */
export interface DigestEntry {
  /** Display name. */
  readonly member: string;
  /** Where it was said: `https://discord.com/channels/…`. */
  readonly messageUrl: string;
  readonly claim: CheckedClaim;
}

/** What members said in a thread, beside what the documents say. */
export interface Digest {
  readonly threadName: string | null;
  /** Messages that were read. */
  readonly read: number;
  /** Messages whose text Discord withheld. */
  readonly unreadable: number;
  /** In reading order. */
  readonly entries: readonly DigestEntry[];
  /** Claims that were found and are not among the entries. */
  readonly omitted: number;
}
