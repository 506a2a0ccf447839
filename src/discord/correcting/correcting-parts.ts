import type { BotParts } from '../bot-parts.js';

/** What correcting works with. */
export interface CorrectingParts
  extends Pick<
    BotParts,
    | 'client'
    | 'desk'
    | 'collections'
    | 'state'
    | 'queue'
    | 'settings'
    | 'muted'
    | 'log'
    | 'now'
    | 'deadlineMs'
    | 'onFatal'
  > {
  /** Resolves when a message of the channel may be edited. */
  readonly mayEdit: (channel: string) => Promise<void>;
  /** Aborted when the bot stops. */
  readonly signal: AbortSignal;
}

/** What one round has learned about channels. */
export interface RoundInChannels {
  /** Where nothing can be edited. */
  readonly closed: Set<string>;
  /** Where Discord asked for patience, or was out of order. */
  readonly resting: Set<string>;
}
