import type { Message } from 'discord.js';
import type { Using } from '../answering/admit.js';
import { answerMember } from '../answering/answer-member.js';
import { answersHere } from '../answering/where-to-answer.js';
import { questionWithinQuota } from '../answering/within-quota.js';
import type { BotParts } from '../bot-parts.js';
import { isConversation } from '../place.js';
import type { Meanwhile } from '../replying/meanwhile.js';
import { noteWhereShown } from '../replying/note-where-shown.js';
import { noticeReply } from '../replying/notice-reply.js';
import type { Reply } from '../replying/reply.js';
import { withinDeadline } from '../replying/within-deadline.js';
import type { Words } from '../wording/words.js';
import { wordsHere } from '../wording/words-here.js';
import { type AddressedQuestion, addressedQuestion } from './addressed-question.js';
import { type ChannelRights, channelRights } from './channel-rights.js';
import { createGrowingReply } from './growing-reply.js';
import { keepTyping } from './keep-typing.js';
import { createPartSender } from './part-sender.js';
import { createRefusingChannels } from './refusing-channels.js';
import { createSeldom } from './seldom.js';
import { sendReply } from './send-reply.js';
import { tellWhyNot } from './tell-why-not.js';
import { textOfMessage } from './text-of-message.js';

/** The message that is replied to, and what that one answers: a message, or the interaction of a command. */
function turnRepliedTo({ repliedTo }: AddressedQuestion, { channel }: Message): readonly string[] {
  if (repliedTo === null) return [];
  const shown = channel.messages.cache.get(repliedTo);
  const answers = [shown?.reference?.messageId, shown?.interactionMetadata?.id];
  return [repliedTo, ...answers.filter((id) => id !== undefined)];
}

/** What a bare mention asks: what the message above it says, when it is a reply to one. */
function questionOf({ question, repliedTo }: AddressedQuestion, { channel, author, client }: Message): string {
  if (question !== '' || repliedTo === null) return question;
  const above = channel.messages.cache.get(repliedTo);
  if (above === undefined || above.author.id === client.user.id) return '';
  return textOfMessage(above, { asker: author.id, isPrivate: false });
}

/** Where somebody who was refused may read so, milliseconds: whoever writes on and on is not answered each time. */
const refusalEveryMs = 60_000;

/** Who wrote a message, as quotas count them. */
function usingOf({ guildId, guild, channelId, channel, author, member }: Message): Using {
  // Of a server that is not there yet discord.js knows no roles, and fails over their permissions.
  const known = guild?.available === true ? member : null;
  return { guildId, channelId, channel, user: author, member: known, memberPermissions: known?.permissions ?? null };
}

function howToAsk({ guildId }: Message, { examples }: BotParts, { notices: { howToAsk: texts } }: Words): Reply {
  const [example] = examples();
  const hint = example === undefined ? '' : ` ${texts.example(example)}`;
  return noticeReply(`${guildId === null ? texts.direct : texts.inServer}${hint}`);
}

/** A message that is addressed to Parley, and where it stands. */
interface Addressing {
  readonly message: Message;
  readonly addressed: AddressedQuestion;
  /** `null` in a direct message. */
  readonly rights: ChannelRights | null;
  readonly words: Words;
}

async function answerTo(
  { message, addressed, rights, words }: Addressing,
  meanwhile: Meanwhile,
  parts: BotParts,
): Promise<Reply> {
  const { channel, guildId, author } = message;
  const question = questionOf(addressed, message);
  if (question === '') return howToAsk(message, parts, words);
  const asked = {
    question,
    guild: guildId,
    channel: channel.id,
    isConversation: isConversation(channel),
    asker: author.id,
    isPrivate: false,
    repliedTo: turnRepliedTo(addressed, message),
    isEchoed: false,
    layout: rights?.mayEmbed === false ? 'text' : 'embed',
    words,
  } as const;
  const answered = await answerMember(asked, parts, meanwhile);
  // A reply to the answer is understood by its question too, should the answer's own id not have been noted yet.
  await noteWhereShown(answered.record, [message.id], parts);
  return answered;
}

/** Answers what is asked in a message: a mention, a reply to one of Parley's answers, or a direct message. */
export function createOnMessage(parts: BotParts): (message: Message) => Promise<void> {
  const refusing = createRefusingChannels(parts);
  const mayBeRefused = createSeldom(refusalEveryMs, parts.now);
  return async (message) => {
    const { channel } = message;
    const addressed = addressedQuestion(message, message.client.user.id);
    if (addressed === null || !channel.isSendable()) return;
    // In silence: who mentions it where moderators do not want it is told nothing for all to read.
    if (!(await answersHere(message, parts))) return;
    // Discord tells the language of whoever uses a command, and not of whoever writes.
    const words = await wordsHere({ guildId: message.guildId }, parts);
    const rights = channel.isDMBased() ? null : channelRights(channel);
    if (rights?.maySend === false) {
      if (!parts.muted.mute(channel.id)) return;
      parts.log.warn({ channel: channel.id }, 'the bot may not write in a channel where it was asked');
      await tellWhyNot(message, 'send', words, parts);
      return;
    }
    if (refusing.isLeftAlone(channel, rights)) return;
    const send = createPartSender(message, channel, rights?.mayReadHistory ?? true);
    const growing = createGrowingReply(send, parts);
    const working = (signal: AbortSignal, hurry: AbortSignal): Promise<Reply> => {
      const answer = async (): Promise<Reply> => {
        const stopTyping = keepTyping(channel, parts);
        const show: Meanwhile['show'] = (soFar) => {
          stopTyping();
          growing.show(soFar);
        };
        return answerTo({ message, addressed, rights, words }, { signal, hurry, show }, parts).finally(stopTyping);
      };
      return questionWithinQuota(usingOf(message), answer, { ...parts, words }, signal);
    };
    const reply = await withinDeadline(working, parts, () => words.notices.apologies);
    const begun = await growing.end();
    if (reply.isForOneAlone === true && !mayBeRefused(message.author.id)) return;
    const refusal = await sendReply(reply, { channel: channel.id, words, send, begun }, parts);
    if (refusal === null) return;
    refusing.note(channel, rights);
    if (refusal.isFirst) await tellWhyNot(message, refusal.missing, words, parts);
  };
}
