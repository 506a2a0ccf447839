import { describeError } from '../../redaction.js';
import type { ShownResult } from '../../state/seams/records.js';
import type { BotParts } from '../bot-parts.js';
import type { Reply } from '../replying/reply.js';
import type { ShowOptions } from '../writing/show-options.js';
import { errataFor } from './errata-for.js';
import type { Asking } from './turns-before.js';

/** What a writer is given of what is kept: the id for its buttons, and the notes that stand under it. */
export type Kept = Pick<ShowOptions, 'record' | 'errata'>;

/**
 * Keeps what is about to be shown, so that its buttons find it, and writes it. When it cannot be kept it is shown without
 * buttons: an answer is worth more than they are.
 */
export async function keepAndWrite(
  result: ShownResult,
  { guild, channel, asker, isPrivate }: Pick<Asking, 'guild' | 'channel' | 'asker' | 'isPrivate'>,
  write: (kept: Kept) => Reply['messages'],
  { state, newRecordId, now, log }: Pick<BotParts, 'state' | 'newRecordId' | 'now' | 'log'>,
): Promise<Reply> {
  const record = newRecordId();
  const messages = write({ record, errata: await errataFor(result, guild, { state, log }) });
  try {
    await state.records.keep({ id: record, result, guild, channel, asker, isPrivate, shownAt: now() });
    return { messages, record };
  } catch (error) {
    log.error(describeError(error), 'what was shown could not be kept; its buttons were left out');
    return { messages: messages.map((message) => ({ ...message, components: [] })), record: null };
  }
}
