import type { Message, SendableChannels } from 'discord.js';
import { answerMember } from '../answering/answer-member.js';
import type { BotParts } from '../bot-parts.js';
import { isConversation, rightsIn } from '../place.js';
import { noteWhereShown } from '../replying/note-where-shown.js';
import type { Reply } from '../replying/reply.js';
import { withinDeadline } from '../replying/within-deadline.js';
import { writeNotice } from '../writing/write-notice.js';
import { type AddressedQuestion, addressedQuestion } from './addressed-question.js';
import { sendReply } from './send-reply.js';
import { textOfMessage } from './text-of-message.js';

/** The message that is replied to, and what that one answers: a message, or the interaction of a command. */
function turnRepliedTo({ repliedTo }: AddressedQuestion, { channel }: Message): readonly string[] {
  if (repliedTo === null) return [];
  const shown = channel.messages.cache.get(repliedTo);
  const answers = [shown?.reference?.messageId, shown?.interactionMetadata?.id];
  return [repliedTo, ...answers.filter((id) => id !== undefined)];
}

/** What a bare mention asks: what the message above it says, when it is a reply to one. */
async function questionOf({ question, repliedTo }: AddressedQuestion, message: Message): Promise<string> {
  if (question !== '' || repliedTo === null) return question;
  const above = message.channel.messages.cache.get(repliedTo);
  return above === undefined || above.author.id === message.client.user.id ? '' : textOfMessage(above);
}

function howToAsk(parts: BotParts): Reply {
  const [example] = parts.examples();
  const hint = example === undefined ? '' : ` For example: “${example}”`;
  return { messages: [writeNotice(`Write your question after my name.${hint}`, 'notice')], record: null };
}

function showTyping(channel: SendableChannels, { log }: BotParts): void {
  channel.sendTyping().catch(() => log.debug('the typing indicator was not shown'));
}

/** Answers what is asked in a message: a mention, a reply to one of Parley's answers, or a direct message. */
export function createOnMessage(parts: BotParts): (message: Message) => Promise<void> {
  return async (message) => {
    const { channel } = message;
    const addressed = addressedQuestion(message, message.client.user.id);
    if (addressed === null || !channel.isSendable() || parts.muted.isMuted(channel.id)) return;
    const rights = channel.isDMBased() ? undefined : rightsIn(channel);
    if (rights?.maySend === false) return;
    showTyping(channel, parts);
    const reply = await withinDeadline(async () => {
      const question = await questionOf(addressed, message);
      if (question === '') return howToAsk(parts);
      const answered = await answerMember(
        {
          question,
          guild: message.guildId,
          channel: channel.id,
          isConversation: isConversation(channel),
          asker: message.author.id,
          isPrivate: false,
          repliedTo: turnRepliedTo(addressed, message),
          isEchoed: false,
          layout: rights?.mayEmbed === false ? 'text' : 'embed',
        },
        parts,
      );
      // A reply to the answer is understood by its question too, should the answer's own id not have been noted yet.
      await noteWhereShown(answered.record, [message.id], parts);
      return answered;
    }, parts);
    await sendReply(message, channel, reply, rights?.mayReadHistory ?? true, parts);
  };
}
