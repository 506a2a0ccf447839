import type { ButtonInteraction } from 'discord.js';
import type { CollectionName } from '../../../collections.js';
import type { BotParts } from '../../bot-parts.js';
import { noticeReply } from '../../replying/notice-reply.js';
import { writeReindexNotice } from '../../writing/for-moderators/write-reindex-notice.js';
import { respondToModerator } from '../respond-to-moderator.js';
import { lookIn } from './ended.js';

const underWay = 'It is under way already: Stop, on the message that shows how far it is, calls it off.';

/**
 * *Cancel* under a question: it is answered with no, and its buttons go.
 *
 * @param collections What the question is about.
 */
export async function cancelQuestion(
  interaction: ButtonInteraction,
  { collections, line }: { readonly collections: readonly CollectionName[]; readonly line: string },
  parts: BotParts,
): Promise<void> {
  // The message may be that of the work by now.
  const isBegun = parts.jobs
    .running(collections)
    .some(({ guild, kind }) => guild === interaction.guildId && (kind === 'publish' || kind === 'rollback'));
  await respondToModerator(
    interaction,
    isBegun ? 'private' : 'update',
    async ({ guild }) =>
      isBegun ? noticeReply(underWay) : { messages: [writeReindexNotice([line], lookIn(guild, parts))], record: null },
    parts,
  );
}

/** *Stop*: what moderators of this server began is called off; its own message says how that ended. */
export async function stopWork(interaction: ButtonInteraction, parts: BotParts): Promise<void> {
  await respondToModerator(
    interaction,
    'private',
    async ({ guild }) =>
      noticeReply(
        parts.jobs.stop(guild) === 0
          ? 'There is nothing under way that could be stopped.'
          : 'I am stopping it. The message that showed how far it is says how it ended.',
      ),
    parts,
  );
}
