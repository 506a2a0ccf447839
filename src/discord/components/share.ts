import type { ButtonInteraction } from 'discord.js';
import type { ShownRecord, ShownResult } from '../../state/state-store.js';
import { keepAndWrite } from '../answering/keep-and-write.js';
import type { BotParts } from '../bot-parts.js';
import { createRecentIds } from '../recent-ids.js';
import { noticeReply } from '../replying/notice-reply.js';
import type { Reply } from '../replying/reply.js';
import { respondTo } from '../replying/respond.js';
import type { ShowOptions } from '../writing/show-options.js';
import { writeAnswer } from '../writing/write-answer.js';
import { writeCheck } from '../writing/write-check.js';
import { writeSummary } from '../writing/write-summary.js';
import { isReply, recordFor } from './record-for.js';

const remembered = 1000;

function written(result: ShownResult, options: ShowOptions): Reply['messages'] {
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
async function shared({ result, ...record }: ShownRecord, parts: BotParts): Promise<Reply> {
  const understoodAs =
    result.kind === 'answer' && result.answer.question !== result.question ? result.answer.question : null;
  const echo = result.kind === 'answer' ? result.question : null;
  const shown = { isPrivate: false, echo, understoodAs, layout: 'embed' } as const;
  const write = (id: string) => written(result, { ...shown, record: id });
  return keepAndWrite(result, { ...record, isPrivate: false }, write, parts);
}

export function createShare(): (interaction: ButtonInteraction, id: string, parts: BotParts) => Promise<void> {
  // A second press before the first one shows, or out of impatience, must not post twice. It counts for each member alone:
  // nobody's press keeps another from sharing, or tells them that something was shared.
  const presses = createRecentIds(remembered);
  return async (interaction, id, parts) => {
    const press = `${interaction.user.id}:${id}`;
    if (!presses.isNew(press)) {
      await respondTo(interaction, 'private', async () => noticeReply('You have shared this already.'), parts);
      return;
    }
    let copy: Reply | null = null;
    const reply = await respondTo(
      interaction,
      'public',
      async () => {
        const found = await recordFor(interaction, id, parts);
        if (isReply(found)) return found;
        copy = await shared(found, parts);
        return copy;
      },
      parts,
    );
    // Nobody saw it in the end: whoever presses again is in the right.
    if (copy === null || reply !== copy) presses.forget(press);
  };
}
