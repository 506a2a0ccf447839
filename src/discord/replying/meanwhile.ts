import type { OutgoingMessage } from '../writing/outgoing-message.js';

/** What work may do, and has to know, while somebody waits for its reply. */
export interface Meanwhile {
  /** Aborted once nobody waits any more. */
  readonly signal: AbortSignal;
  /**
   * Aborted a while before nobody waits any more, and when the bot is to stop: work that can end sooner with less does.
   */
  readonly hurry: AbortSignal;
  /**
   * Shows what there is of the reply so far, at a polite pace, the latest alone. The reply takes its place in the end, or
   * an apology does; where that comes soon, nothing is shown before.
   */
  readonly show: (soFar: OutgoingMessage) => void;
}
