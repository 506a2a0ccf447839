import { setImmediate } from 'node:timers/promises';
import { type AnyThreadChannel, type Message, MessageReferenceType } from 'discord.js';
import { countClaims } from '../../count-claims.js';
import type { BotParts } from '../bot-parts.js';
import { discordErrorAction } from '../connection/error-table.js';
import { type Readers, textOfMessage } from '../messages/text-of-message.js';
import { noticeReply } from '../replying/notice-reply.js';
import type { Reply } from '../replying/reply.js';
import { retrying } from '../replying/retrying.js';
import { settleError } from '../replying/settle-error.js';
import type { Words } from '../wording/words.js';
import type { Digest, DigestEntry } from '../writing/digest.js';
import { writeDigest } from '../writing/write-digest.js';
import { busyReply } from './busy-reply.js';

export interface DigestRequest extends Readers {
  readonly thread: AnyThreadChannel;
  /** Whether the bot may see the thread and read it back. */
  readonly mayRead: boolean;
  readonly words: Words;
}

const messagesRead = 50;
/** More would be a document of its own. */
const entriesShown = 12;

interface Said {
  readonly message: Message;
  readonly text: string;
  /** How many claims it has. */
  readonly claims: number;
}

/** What somebody passes on is not their own word, and stands in the message as a picture does. */
function isForwarded({ reference, messageSnapshots }: Message): boolean {
  return messageSnapshots.size > 0 || reference?.type === MessageReferenceType.Forward;
}

/** Discord gives a message without text, embeds or files when the bot may not read what was written. */
function isWithheld(message: Message): boolean {
  const { content, embeds, attachments, stickers, poll } = message;
  const isEmpty = content === '' && embeds.length === 0 && attachments.size === 0 && stickers.size === 0;
  return isEmpty && poll === null && !isForwarded(message);
}

/** What people wrote lately, the newest first; a reply when Discord does not give it. */
async function fetchLatest(
  { thread, words }: Pick<DigestRequest, 'thread' | 'words'>,
  parts: BotParts,
): Promise<readonly Message[] | Reply> {
  try {
    const fetched = await retrying(() => thread.messages.fetch({ limit: messagesRead, cache: false }), parts);
    return [...fetched.values()].filter(({ author, system }) => !author.bot && !system);
  } catch (error) {
    // Not being allowed to read says nothing about writing: the channel is not muted.
    settleError(error, 'deliver', null, parts);
    const { mayNotRead, notGiven } = words.notices.digest;
    return noticeReply(discordErrorAction(error).do === 'mute-channel' ? mayNotRead : notGiven, 'problem');
  }
}

/** Takes the messages apart; others have their turn between any two, for long ones take milliseconds each. */
async function readThrough(messages: readonly Message[], readers: Readers): Promise<readonly Said[]> {
  const said: Said[] = [];
  for (const message of messages) {
    const text = textOfMessage(message, readers);
    const claims = text === '' ? 0 : countClaims(text);
    if (claims > 0) said.push({ message, text, claims });
    await setImmediate();
  }
  return said;
}

/**
 * The latest claims, in reading order. Each message is a piece of work of its own in the queue, so that questions get
 * their turn meanwhile; once there are enough claims, no further message is checked.
 */
async function checkLatest(
  said: readonly Said[],
  guild: string | null,
  { desk, queue }: BotParts,
  signal: AbortSignal | undefined,
): Promise<readonly DigestEntry[] | 'busy'> {
  let entries: readonly DigestEntry[] = [];
  for (const { message, text } of said) {
    if (entries.length >= entriesShown) break;
    const check = await queue.run(() => desk.check(text, guild), signal);
    if (check === 'busy') return 'busy';
    const member = message.member?.displayName ?? message.author.displayName;
    entries = [...check.claims.map((claim) => ({ member, messageUrl: message.url, claim })), ...entries];
  }
  return entries.slice(-entriesShown);
}

/** What people said in the latest messages of a thread, each claim held against the documents. */
export async function digestThread(
  { thread, mayRead, words, ...readers }: DigestRequest,
  parts: BotParts,
  signal?: AbortSignal,
): Promise<Reply> {
  if (!mayRead) return noticeReply(words.notices.digest.mayNotRead, 'problem');
  const latest = await fetchLatest({ thread, words }, parts);
  if ('messages' in latest) return latest;
  const unreadable = latest.filter(isWithheld).length;
  const said = await readThrough(latest, readers);
  const entries = await checkLatest(said, thread.guildId, parts, signal);
  if (entries === 'busy') return busyReply(words);
  const claims = said.reduce((sum, { claims: more }) => sum + more, 0);
  const digest: Digest = {
    threadName: thread.name,
    read: latest.length - unreadable,
    unreadable,
    entries,
    omitted: Math.max(0, claims - entries.length),
  };
  return { messages: writeDigest(digest, { layout: 'embed', words }), record: null };
}
