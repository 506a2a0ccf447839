import { describeError } from '../../redaction.js';
import type { BotParts } from '../bot-parts.js';
import { discordErrorAction } from '../connection/error-table.js';

export interface Settled {
  /** True when Discord said so itself: nothing more can be shown here. */
  readonly isOver: boolean;
  /** Whether an apology may be tried to be shown instead. */
  readonly mayApologise: boolean;
}

/** The one place where an error of Discord's meets what is done about it (see connection/error-table.ts). */
export function settleError(
  error: unknown,
  step: 'acknowledge' | 'deliver',
  channel: string | null,
  { log, muted, onFatal }: Pick<BotParts, 'log' | 'muted' | 'onFatal'>,
): Settled {
  const { do: action, because } = discordErrorAction(error);
  const facts = { step, ...describeError(error) };
  switch (action) {
    case 'drop':
      log.debug(facts, because);
      return { isOver: true, mayApologise: false };
    case 'warn':
      // Another process may have been first, or it was we ourselves, and Discord's answer was lost: then all goes on.
      log.warn(facts, because);
      return { isOver: false, mayApologise: false };
    case 'mute-channel':
      if (channel !== null && muted.mute(channel)) log.warn({ ...facts, channel }, because);
      return { isOver: true, mayApologise: false };
    case 'exit':
      log.error(facts, because);
      onFatal(because);
      return { isOver: true, mayApologise: false };
    case 'alert':
      log.error(facts, because);
      return { isOver: false, mayApologise: true };
    case 'retry-later':
      log.warn(facts, because);
      return { isOver: false, mayApologise: true };
  }
}
