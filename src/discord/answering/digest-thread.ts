import { type AnyThreadChannel, type Message, PermissionFlagsBits } from 'discord.js';
import type { BotParts } from '../bot-parts.js';
import { textOfMessage } from '../messages/text-of-message.js';
import type { Reply } from '../replying/reply.js';
import { retrying } from '../replying/retrying.js';
import type { Digest, DigestEntry } from '../writing/digest.js';
import { writeDigest } from '../writing/write-digest.js';
import { writeNotice } from '../writing/write-notice.js';
import { busyReply } from './busy-reply.js';

const messagesRead = 50;
/** More would be a document of its own. */
const entriesShown = 12;

/** Discord gives a message without text, embeds or files when the bot may not read what was written. */
function isWithheld({ content, embeds, attachments, stickers, poll, system }: Message): boolean {
  const isEmpty = content === '' && embeds.length === 0 && attachments.size === 0 && stickers.size === 0;
  return isEmpty && poll === null && !system;
}

async function entriesOf(message: Message, { desk }: Pick<BotParts, 'desk'>): Promise<readonly DigestEntry[]> {
  const { claims } = await desk.check(textOfMessage(message));
  const member = message.member?.displayName ?? message.author.displayName;
  return claims.map((claim) => ({ member, messageUrl: message.url, claim }));
}

/** What people said in the latest messages of a thread, each claim held against the documents. */
export async function digestThread(thread: AnyThreadChannel, parts: BotParts): Promise<Reply> {
  const { me } = thread.guild.members;
  const needed = [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.ReadMessageHistory];
  if (me !== null && thread.permissionsFor(me)?.has(needed) === false) {
    const missing = 'I may not read this thread; a moderator can give me View Channel and Read Message History here.';
    return { messages: [writeNotice(missing, 'problem')], record: null };
  }
  const fetched = await retrying(() => thread.messages.fetch({ limit: messagesRead, cache: false }), parts);
  const people = [...fetched.values()].filter(({ author }) => !author.bot).toReversed();
  const withheld = people.filter(isWithheld);
  const readable = people.filter((message) => textOfMessage(message) !== '');
  const entries = await parts.queue.run(async () => {
    const found: DigestEntry[] = [];
    for (const message of readable) found.push(...(await entriesOf(message, parts)));
    return found;
  });
  if (entries === 'busy') return busyReply();
  const digest: Digest = {
    threadName: thread.name,
    read: people.length - withheld.length,
    unreadable: withheld.length,
    entries: entries.slice(0, entriesShown),
    omitted: Math.max(0, entries.length - entriesShown),
  };
  return { messages: writeDigest(digest, { layout: 'embed' }), record: null };
}
