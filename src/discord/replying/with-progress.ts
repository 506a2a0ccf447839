import type { BotParts } from '../bot-parts.js';
import { systemTimers, type Timers } from '../connection/timers.js';
import { writeNotice } from '../writing/write-notice.js';
import type { Answerable } from './answerable.js';
import { createPacedEdits } from './paced-edits.js';

/** Discord shows by itself that something is under way: words come only when that takes longer than anybody expects. */
const firstAfterMs = 4_000;

/** Work that takes a while, within the usual deadline: what it is at stands in place of its reply until that comes. */
export async function withProgress<T>(
  interaction: Answerable,
  work: (say: (words: string) => void) => Promise<T>,
  { log }: Pick<BotParts, 'log'>,
  timers: Timers = systemTimers,
): Promise<T> {
  const edits = createPacedEdits({
    async edit(message) {
      try {
        await interaction.editReply(message);
      } catch {
        // The reply itself comes, or says what is wrong.
        log.debug({ step: 'progress' }, 'how far something is could not be shown');
      }
      return true;
    },
    timers,
    firstAfterMs,
  });
  try {
    return await work((words) => edits.show(() => writeNotice(words, 'notice')));
  } finally {
    await edits.end();
  }
}
