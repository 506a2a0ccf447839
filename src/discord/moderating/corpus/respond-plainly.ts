import type { ChatInputCommandInteraction } from 'discord.js';
import { CorpusError, GenerationError } from '../../../errors.js';
import { describeError } from '../../../redaction.js';
import type { BotParts } from '../../bot-parts.js';
import { noticeReply } from '../../replying/notice-reply.js';
import type { Reply } from '../../replying/reply.js';
import { plainLine } from '../plain-line.js';
import { type Moderator, respondToModerator } from '../respond-to-moderator.js';
import { tellModerators } from '../tell-moderators.js';

/** What a moderator's act comes to: what they see, and what the other moderators are told of it. */
export interface Act {
  readonly reply: Reply;
  /** `null` where nothing was done. */
  readonly told: string | null;
}

/** Words of our own as the outcome of an act that did nothing. */
export function onlySay(text: string): Act {
  return { reply: noticeReply(text), told: null };
}

/** What is wrong with which file, and what to do, the file's name in quotes. */
function lineOf(error: CorpusError | GenerationError): string {
  if (!(error instanceof CorpusError)) return plainLine(error);
  return `“${error.path}”: ${error.message.slice(error.path.length + 2)} ${error.remedy}`;
}

/**
 * Answers a moderator, for their eyes only. What is wrong with a file or a collection is told as it is, and nothing was
 * staged then; afterwards the other moderators are told what was done.
 */
export async function respondPlainly(
  interaction: ChatInputCommandInteraction,
  work: (moderator: Moderator, signal: AbortSignal) => Promise<Act>,
  parts: BotParts,
): Promise<void> {
  let told: string | null = null;
  await respondToModerator(
    interaction,
    'private',
    async (moderator, signal) => {
      try {
        const act = await work(moderator, signal);
        told = act.told;
        return act.reply;
      } catch (error) {
        if (!(error instanceof CorpusError || error instanceof GenerationError)) throw error;
        if (error instanceof GenerationError) parts.log.warn(describeError(error), 'a collection could not be read');
        return noticeReply(`${lineOf(error)} Nothing was staged.`, 'problem');
      }
    },
    parts,
  );
  if (told !== null && interaction.guildId !== null) await tellModerators(interaction.guildId, told, parts);
}
