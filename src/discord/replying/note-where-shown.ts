import { describeError } from '../../redaction.js';
import type { BotParts } from '../bot-parts.js';

/**
 * Notes which messages show a record, so that replies to them are understood. What cannot be noted is logged: the answer
 * is there, and nobody is told that it failed.
 */
export async function noteWhereShown(
  record: string | null,
  messages: readonly string[],
  { state, log }: Pick<BotParts, 'state' | 'log'>,
): Promise<void> {
  if (record === null) return;
  try {
    await state.records.place(record, messages);
  } catch (error) {
    log.error(describeError(error), 'where an answer is shown could not be noted; replies to it may be misunderstood');
  }
}
