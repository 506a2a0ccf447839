import type { Message } from 'discord.js';
import { mentionOf, textOfMessage } from './text-of-message.js';

export interface AddressedQuestion {
  /** What is asked, without the mention; empty when there was nothing but the mention, or in a direct message no text. */
  readonly question: string;
  /** The message that is replied to, whoever wrote it. */
  readonly repliedTo: string | null;
}

/**
 * The question in a message for the bot: one that mentions it by name, that replies to it, or that was sent to it
 * directly; `null` for any other. Everyone, a role, or another bot's message is nobody's question.
 */
export function addressedQuestion(message: Message, bot: string): AddressedQuestion | null {
  const { author, system, webhookId, mentions, reference, guildId, content } = message;
  if (author.bot || system || webhookId !== null) return null;
  const isSpokenTo = guildId === null || mentionOf(bot).test(content);
  const repliesToBot = reference !== null && mentions.repliedUser?.id === bot;
  if (!isSpokenTo && !repliesToBot) return null;
  const question = textOfMessage(message, { asker: author.id, isPrivate: false });
  // In a server, a reply whose mention was switched off, a picture or a sticker comes without text: that asks nothing.
  if (question === '' && !isSpokenTo) return null;
  return { question: question.replaceAll(/\s+/gu, ' '), repliedTo: reference?.messageId ?? null };
}
