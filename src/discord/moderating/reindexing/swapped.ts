import { SwappedError } from '../../../collections.js';
import { describeError } from '../../../redaction.js';
import type { BotParts } from '../../bot-parts.js';

/** What is said of a swap that the state did not take down yet. */
export const notRecordedYet = 'It is not in the audit log yet: its entry follows by itself.';

/** A failure after a generation was live: the swap is done all the same. @throws any other error */
export function swappedAllTheSame(error: unknown, { log }: Pick<BotParts, 'log'>): SwappedError {
  if (!(error instanceof SwappedError)) throw error;
  log.error(describeError(error.cause), 'something failed after a generation was live');
  return error;
}
