import { describeError } from '../../redaction.js';
import type { ShownResult } from '../../state/state-store.js';
import type { BotParts } from '../bot-parts.js';
import type { Reply } from '../replying/reply.js';
import type { Asking } from './turns-before.js';

/**
 * Keeps what is about to be shown, so that its buttons find it, and writes it. When it cannot be kept it is shown without
 * buttons: an answer is worth more than they are.
 *
 * @param write Is given the id of the record.
 */
export async function keepAndWrite(
  result: ShownResult,
  { guild, channel, asker, isPrivate }: Pick<Asking, 'guild' | 'channel' | 'asker' | 'isPrivate'>,
  write: (record: string) => Reply['messages'],
  { state, newRecordId, now, log }: Pick<BotParts, 'state' | 'newRecordId' | 'now' | 'log'>,
): Promise<Reply> {
  const record = newRecordId();
  const messages = write(record);
  try {
    await state.keep({ id: record, result, guild, channel, asker, isPrivate, shownAt: now() });
    return { messages, record };
  } catch (error) {
    log.error(describeError(error), 'what was shown could not be kept; its buttons were left out');
    return { messages: messages.map((message) => ({ ...message, components: [] })), record: null };
  }
}
