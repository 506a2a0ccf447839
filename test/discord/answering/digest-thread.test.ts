import { type AnyThreadChannel, Collection, type Message, MessageReferenceType } from 'discord.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { type DigestRequest, digestThread } from '#src/discord/answering/digest-thread.js';
import { createQuestionQueue, type QuestionQueue } from '#src/discord/answering/question-queue.js';
import type { BotParts } from '#src/discord/bot-parts.js';
import { mutedChannels } from '#src/discord/connection/muted-channels.js';
import type { Reply } from '#src/discord/replying/reply.js';
import { english } from '#src/discord/wording/english.js';
import { deferred } from '../../support/deferred.js';
import { threadPayload } from '../../support/discord/channel-payload.js';
import type { WorldUser } from '../../support/discord/world.js';
import { madeUpCheck, madeUpClaim } from '../../support/made-up-results.js';
import { createKnownServers } from '../messages/known-server.js';
import { quietParts } from '../quiet-parts.js';

let servers: ReturnType<typeof createKnownServers>;
let thread: AnyThreadChannel;
let anna: WorldUser;
let queue: QuestionQueue;
/** What was checked, in that order. */
let checked: string[];
/** Called when a check begins. */
let onCheck: (text: string) => Promise<void>;
let muted: BotParts['muted'];
/** In reading order. */
let messages: Message[];
let failures: unknown[];

beforeEach(() => {
  servers = createKnownServers();
  const home = servers.places.guild('Home');
  anna = servers.places.user('anna');
  const general = servers.places.channel(home, 'general');
  servers.hears(home);
  thread = servers.hearsOfChannel(threadPayload(servers.places.thread(general, 'the talks'))) as AnyThreadChannel;
  queue = createQuestionQueue({ running: 1, waiting: 5 });
  checked = [];
  onCheck = async () => undefined;
  muted = mutedChannels();
  messages = [];
  failures = [];
  const fetch = async (): Promise<Collection<string, Message>> => {
    const failure = failures.shift();
    if (failure !== undefined) throw failure;
    return new Collection(messages.toReversed().map((message) => [message.id, message]));
  };
  Object.assign(thread.messages, { fetch });
});

function says(content: string, more: Readonly<Record<string, unknown>> = {}): void {
  messages.push(servers.message(thread, anna, content, more));
}

async function check(text: string) {
  checked.push(text);
  await onCheck(text);
  const sentences = text.split(/(?<=\.) /u).slice(0, 10);
  return madeUpCheck(sentences.map((sentence) => madeUpClaim(sentence, 'supported')));
}

function digest({ signal, ...more }: Partial<DigestRequest> & { readonly signal?: AbortSignal } = {}): Promise<Reply> {
  const parts = quietParts(servers.client, { desk: { check }, queue, muted });
  return digestThread(
    { thread, mayRead: true, asker: anna.id, isPrivate: true, words: english, ...more },
    parts,
    signal,
  );
}

function textOf({ messages: shown }: Reply): string {
  return shown
    .flatMap(({ content, embeds }) => [
      content,
      ...embeds.flatMap(({ description, fields = [] }) => [description, ...fields.map(({ value }) => value)]),
    ])
    .join('\n');
}

describe('the digest of a long thread', () => {
  it('checks the latest messages until it has twelve claims, and only counts those before', async () => {
    for (let number = 1; number <= 30; number += 1) says(`The talks in round ${number} lasted nine hours.`);
    const text = textOf(await digest());
    expect(checked).toHaveLength(12);
    expect(checked[0]).toContain('round 30');
    expect(text.match(/round \d+/gu)).toEqual(Array.from({ length: 12 }, (_, at) => `round ${at + 19}`));
    expect(text).toContain('18 further claims are not shown');
    expect(text).toContain('30 messages read');
  });

  it('counts what is beyond twelve in one message as well, and reads no small talk', async () => {
    const many = Array.from({ length: 15 }, (_, at) => `The talks in round ${at + 1} lasted nine hours.`).join(' ');
    says('The talks in Vienna lasted nine hours.');
    says(many);
    says('Thank you!');
    says(many);
    const text = textOf(await digest());
    expect(checked).toEqual([many, many]);
    expect(text.match(/“The talks/gu)).toHaveLength(12);
    expect(text).toContain('19 further claims are not shown');
  });

  it('lets a question have its turn between any two messages', async () => {
    for (let number = 1; number <= 3; number += 1) says(`The talks in round ${number} lasted nine hours.`);
    let asked: Promise<unknown> | undefined;
    onCheck = async () => {
      asked ??= queue.run(async () => checked.push('a question'));
    };
    await digest();
    await asked;
    expect(checked[1]).toBe('a question');
    expect(checked).toHaveLength(4);
  });

  it('ends when nobody waits for it any more', async () => {
    for (let number = 1; number <= 3; number += 1) says(`The talks in round ${number} lasted nine hours.`);
    const ending = new AbortController();
    onCheck = async () => ending.abort('too late');
    await expect(digest({ signal: ending.signal })).rejects.toBe('too late');
    expect(checked).toHaveLength(1);
  });

  it('says that too many wait when they do', async () => {
    queue = createQuestionQueue({ running: 1, waiting: 0 });
    const { promise: end, resolve: finish } = deferred();
    const running = queue.run(() => end);
    says('The talks lasted nine hours.');
    expect(textOf(await digest())).toContain('Too many questions are waiting');
    finish();
    await running;
  });
});

describe('a message without text', () => {
  const unread = 'could not be read';

  it('was withheld when there is nothing else in it', async () => {
    says('');
    expect(textOf(await digest())).toContain(`1 message ${unread}`);
  });

  const snapshot = { message: { type: 0, content: '', embeds: [], attachments: [] } };
  const origin = { channel_id: '1'.repeat(18), message_id: '2'.repeat(18) };

  it.each([
    ['forwards another', { message_snapshots: [snapshot], message_reference: origin }],
    ['forwards one that is withheld', { message_reference: { ...origin, type: MessageReferenceType.Forward } }],
  ])('was not when it %s', async (_, more) => {
    says('', more);
    const text = textOf(await digest());
    expect(text).not.toContain(unread);
    expect(text).toContain('1 message read');
  });

  it('was not when Discord itself wrote it, and it is none that was read', async () => {
    says('', { type: 6 });
    const text = textOf(await digest());
    expect(text).not.toContain(unread);
    expect(text).toContain('0 messages read');
  });
});

describe('a thread that the bot may not read', () => {
  const notice = 'I may not read this thread';

  it('is told so when that is known before, without asking Discord', async () => {
    failures.push(new Error('Nobody asks.'));
    expect(textOf(await digest({ mayRead: false }))).toContain(notice);
    expect(failures).toHaveLength(1);
  });

  it.each([50_001, 50_013])('is told so when Discord says %d, and may be written in all the same', async (code) => {
    failures.push(servers.refusal(code));
    expect(textOf(await digest())).toContain(notice);
    expect(muted.isMuted(thread.id)).toBe(false);
  });

  it.each([10_003, 50_035])('because of %d is said not to have been given', async (code) => {
    failures.push(servers.refusal(code));
    expect(textOf(await digest())).toContain('Discord did not give me the messages');
  });

  it('for a moment is tried again', async () => {
    failures.push(servers.refusal(130_000));
    says('The talks lasted nine hours.');
    expect(textOf(await digest())).toContain('nine hours');
  });
});
