import type { ButtonInteraction } from 'discord.js';
import type { ShownRecord, ShownResult } from '../../state/seams/records.js';
import { type Kept, keepAndWrite } from '../answering/keep-and-write.js';
import { knownHere, whereElse } from '../answering/where-to-answer.js';
import { respondToMember } from '../answering/within-quota.js';
import type { BotParts } from '../bot-parts.js';
import { placedNow } from '../correcting/placed-now.js';
import { createRecentIds } from '../recent-ids.js';
import { noticeReply } from '../replying/notice-reply.js';
import type { Reply } from '../replying/reply.js';
import type { Words } from '../wording/words.js';
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

/**
 * What only its asker saw becomes visible to all, as a record of its own: the private one stays private. `null` when it
 * no longer stands: nobody corrects what one member alone sees, and all others would take it for what the documents say.
 */
async function shared({ result: seen, ...record }: ShownRecord, words: Words, parts: BotParts): Promise<Reply | null> {
  const result = placedNow(seen, await parts.desk.generations(record.guild));
  if (result === null) return null;
  const understoodAs =
    result.kind === 'answer' && result.answer.question !== result.question ? result.answer.question : null;
  const echo = result.kind === 'answer' ? result.question : null;
  const shown = { isPrivate: false, echo, understoodAs, layout: 'embed', words } as const;
  const write = (kept: Kept) => written(result, { ...shown, ...kept });
  return keepAndWrite(result, { ...record, isPrivate: false }, write, parts);
}

export function createShare(): (interaction: ButtonInteraction, id: string, parts: BotParts) => Promise<void> {
  // A second press before the first one shows, or out of impatience, must not post twice. It counts for each member alone:
  // nobody's press keeps another from sharing, or tells them that something was shared.
  const presses = createRecentIds(remembered);
  return async (interaction, id, parts) => {
    const { settings } = parts;
    if (knownHere(interaction, settings)?.answers === false) {
      // An answer from before moderators decided so must not appear after it.
      const notHere = (words: Words) => whereElse(interaction, settings.known(interaction.guildId ?? ''), words);
      await respondToMember(interaction, 'private', async (words) => noticeReply(notHere(words)), parts);
      return;
    }
    const press = `${interaction.user.id}:${id}`;
    if (!presses.isNew(press)) {
      await respondToMember(interaction, 'private', async ({ notices }) => noticeReply(notices.share.already), parts);
      return;
    }
    let copy: Reply | null = null;
    const reply = await respondToMember(
      interaction,
      'public',
      async (words) => {
        const found = await recordFor(interaction, id, words, parts);
        if (isReply(found)) return found;
        copy = await shared(found, words, parts);
        return copy ?? { ...noticeReply(words.notices.share.changed), isForOneAlone: true, isFree: true };
      },
      parts,
    );
    // Nobody saw it in the end: whoever presses again is in the right.
    if (copy === null || reply !== copy) presses.forget(press);
  };
}
