import type { Client } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Loopback, startLoopback } from '../../support/discord/loopback.js';
import type { Reply } from '../../support/discord/reply.js';
import type { SeenMessage } from '../../support/discord/seen-message.js';
import { createExampleBot, registerExampleCommands } from './example-bot.js';

let discord: Loopback;
let client: Client;

beforeEach(async () => {
  discord = await startLoopback();
  client = createExampleBot(discord);
  await registerExampleCommands(discord);
  await client.login(discord.token);
  await discord.ready();
});

afterEach(async () => {
  await client.destroy();
  await discord.closed();
  await discord.stop();
  expect(discord.violations).toEqual([]);
});

function only({ messages }: Reply): SeenMessage {
  const [message, ...more] = messages;
  if (message === undefined || more.length > 0) throw new Error(`There are ${messages.length} messages.`);
  return message;
}

const contents = ({ messages }: Reply): readonly string[] => messages.map(({ content }) => content);

describe('the real client', () => {
  it('registers its commands', () => {
    expect(discord.commands.map(({ name }) => name)).toEqual(['ask', 'summary', 'corpus', 'Ask about this']);
  });

  it('answers a command in two steps', async () => {
    const reply = await discord.member('anna').runs('ask', { question: 'Who met?' });
    expect(only(reply)).toMatchObject({ text: 'You asked: Who met?', edits: 0, author: 'parley', isEphemeral: false });
    expect(reply.isEphemeral).toBe(false);
    expect(reply.failed).toBeUndefined();
    expect(reply.acknowledgedAfterMs).toBeLessThan(3000);
    expect(discord.member('ben').sees()).toHaveLength(1);
  });

  it('answers one member alone', async () => {
    const reply = await discord.member('anna').runs('ask', { question: 'Who met?', private: true });
    expect([reply.isEphemeral, only(reply).isEphemeral]).toEqual([true, true]);
    expect(discord.member('ben').sees()).toEqual([]);
  });

  it('answers a button with a message and a follow-up', async () => {
    const anna = discord.member('anna');
    const message = only(await anna.runs('ask', { question: 'Who met?', private: true }));
    const reply = await anna.presses(message, 'Show passage');
    await reply.until(({ messages }) => messages.length === 2, 'the follow-up');
    expect(contents(reply)).toEqual(['The passage', 'And more']);
  });

  it('changes the message that a button hangs on', async () => {
    const anna = discord.member('anna');
    const message = only(await anna.runs('ask', { question: 'Who met?' }));
    const reply = await anna.presses(message, '🔁');
    expect(only(reply)).toMatchObject({ id: message.id, content: 'Again', buttons: [], edits: 1 });
    expect(discord.look(message)?.content).toBe('Again');
    expect(message.content).toBe('');
  });

  it('opens a form and takes it', async () => {
    const anna = discord.member('anna');
    const message = only(await anna.runs('ask', { question: 'Who met?', private: true }));
    const form = await anna.presses(message, 'Something is wrong');
    expect(form.modal).toMatchObject({ title: 'Report', inputs: [{ label: 'What is wrong?' }] });
    expect(contents(await anna.submits(form, { 'What is wrong?': 'All of it' }))).toEqual(['Noted: All of it']);
  });

  it('offers choices while somebody types', async () => {
    const choices = await discord.member('anna').autocompletes('summary', { section: 'Syr' }, 'section');
    expect(choices).toEqual([{ name: 'Syria', value: 'syria' }]);
  });

  it('reads the message that a menu is used on', async () => {
    const anna = discord.member('anna');
    const message = await anna.says('Kerry met Lavrov');
    expect(contents(await anna.opensMenu('Ask about this', message))).toEqual(['About: Kerry met Lavrov']);
  });

  it('reads a file that somebody attaches', async () => {
    const moderator = discord.member('mia', { permissions: 32n });
    const reply = await moderator.runs('corpus add', { file: { name: 'a.txt', content: 'hello' } });
    expect(contents(reply)).toEqual(['a.txt holds 5 characters']);
  });

  it.each<[where: string, place: () => Parameters<Loopback['typingIn']>[0]]>([
    ['a channel', () => discord.general],
    ['a thread', () => discord.thread(discord.general, { name: 'Talk' })],
    ['a direct channel', () => discord.member('anna').direct],
  ])('answers a mention, and a reply to its answer, in %s', async (_where, makePlace) => {
    const place = makePlace();
    const anna = discord.member('anna');
    const message = await anna.says('<@BOT> who met?', { in: place });
    const answer = await discord.answerTo(message);
    expect(answer).toMatchObject({ reference: message.id, edits: 1 });
    expect(answer.text).toContain('who met?');
    expect(discord.typingIn(place)).toHaveLength(1);
    const followUp = await anna.says('and then?', { in: place, replyTo: answer });
    expect((await discord.answerTo(followUp)).text).toContain('and then?');
    expect(anna.sees(place)).toHaveLength(4);
  });

  it('does not hear what is not for it', async () => {
    await discord.member('anna').says('Nothing to do with any bot');
    await discord.delivered();
    expect(discord.typingIn(discord.general)).toEqual([]);
  });
});
