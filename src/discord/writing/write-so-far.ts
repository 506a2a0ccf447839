import type { Answer } from '../../types.js';
import { fitInto } from './fit-messages.js';
import { openingLines } from './opening-lines.js';
import type { OutgoingMessage } from './outgoing-message.js';
import type { ShowOptions } from './show-options.js';
import { writtenBlocks } from './written-blocks.js';

/**
 * A written answer as far as it has passed the check, in one message that says that it goes on; without buttons, for
 * nothing is kept of it yet. `null` when there is nothing to show, or more than one message holds.
 */
export function writeSoFar(
  answer: Answer,
  options: Pick<ShowOptions, 'echo' | 'understoodAs' | 'layout' | 'words'>,
): OutgoingMessage | null {
  if (answer.sentences.length === 0) return null;
  const messages = fitInto(
    (room) => ({
      opening: openingLines(options, room),
      title: null,
      body: writtenBlocks(answer, room, options).blocks,
      sections: [],
      closing: options.words.results.written.goesOn,
      tone: 'neutral',
      components: [],
    }),
    options,
    1,
  );
  return messages?.[0] ?? null;
}
