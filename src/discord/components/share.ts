import type { ButtonInteraction } from 'discord.js';
import type { ShownRecord } from '../../state/state-store.js';
import type { BotParts } from '../bot-parts.js';
import type { Reply } from '../replying/reply.js';
import { respondTo } from '../replying/respond.js';
import { createSeenBefore } from '../seen-before.js';
import type { ShowOptions } from '../writing/show-options.js';
import { writeAnswer } from '../writing/write-answer.js';
import { writeCheck } from '../writing/write-check.js';
import { writeNotice } from '../writing/write-notice.js';
import { writeSummary } from '../writing/write-summary.js';
import { isReply, recordFor } from './record-for.js';

const remembered = 1000;

function written({ result }: ShownRecord, options: ShowOptions): Reply['messages'] {
  switch (result.kind) {
    case 'answer':
      return writeAnswer(result.answer, options);
    case 'check':
      return writeCheck(result.check, options);
    case 'summary':
      return writeSummary(result.summary, options);
  }
}

/** What only its asker saw becomes visible to all, as a record of its own: the private one stays private. */
async function shared(record: ShownRecord, parts: BotParts): Promise<Reply> {
  const id = parts.newRecordId();
  await parts.state.keep({ ...record, id, isPrivate: false, shownAt: parts.now() });
  const { result } = record;
  const understoodAs =
    result.kind === 'answer' && result.answer.question !== result.question ? result.answer.question : null;
  const echo = result.kind === 'answer' ? result.question : null;
  const options = { record: id, isPrivate: false, echo, understoodAs, layout: 'embed' } as const;
  return { messages: written(record, options), record: id };
}

export function createShare(): (interaction: ButtonInteraction, id: string, parts: BotParts) => Promise<void> {
  // A second press before the first one shows, or out of impatience, must not post twice. It counts for each member alone:
  // nobody's press keeps another from sharing, or tells them that something was shared.
  const wasShared = createSeenBefore(remembered);
  /** What nobody saw in the end: whoever presses again is in the right. */
  const notShown = new Set<string>();
  return async (interaction, id, parts) => {
    const press = `${interaction.user.id}:${id}`;
    const isAgain = wasShared(press) && !notShown.delete(press);
    const reply = await respondTo(
      interaction,
      isAgain ? 'private' : 'public',
      async () => {
        if (isAgain) return { messages: [writeNotice('You have shared this already.', 'notice')], record: null };
        const found = await recordFor(interaction, id, parts);
        return isReply(found) ? found : shared(found, parts);
      },
      parts,
    );
    // Only what was shared has a record: an apology has none.
    if (!isAgain && (reply === null || reply.record === null)) notShown.add(press);
  };
}
