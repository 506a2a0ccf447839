import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '#src/desk.js';
import { openArticleDesk } from '../support/article-desk.js';
import type { Actor, LoopbackChannel } from '../support/discord/actor.js';
import { startLoopback } from '../support/discord/loopback.js';
import type { Reply } from '../support/discord/reply.js';
import { type RunningBot, runBotAgainst } from '../support/run-bot-against.js';
import { type GuardedServer, startGuardedServer, unseen, withoutHistory } from './guarded-server.js';

let article: Desk;
/** What the desk was given to read, the latest last. */
let heard: string[];
let desk: Desk;
let bot: RunningBot;

beforeAll(async () => {
  article = await openArticleDesk();
});
afterAll(() => article.close());
beforeEach(() => {
  heard = [];
  desk = {
    ...article,
    get generation() {
      return article.generation;
    },
    ask(question) {
      heard.push(question);
      return article.ask(question);
    },
    check(text) {
      heard.push(text);
      return article.check(text);
    },
  };
});

function textOf({ messages }: Reply): string {
  return messages.map(({ text }) => text).join('\n');
}

describe('where not everybody sees everything', () => {
  let server: GuardedServer;
  let anna: Actor;
  let ben: Actor;
  /** Only ben sees it. */
  let hidden: LoopbackChannel;

  beforeEach(async () => {
    server = await startGuardedServer();
    anna = server.member('anna');
    ben = server.member('ben');
    hidden = server.closes('secret-plans', unseen, [ben]);
  });
  afterEach(async () => {
    await bot.stop();
    server.stop();
    expect(server.violations).toEqual([]);
  });

  it('a mention of a channel is read with its name by those who see it', async () => {
    bot = await runBotAgainst(server, { desk });
    await server.answerTo(await anna.says(`<@BOT> what was agreed in <#${server.general.id}>?`));
    expect(heard.at(-1)).toBe('what was agreed in #general?');
    const said = await anna.says(`The talks in <#${hidden.id}> lasted nine hours.`);
    expect(textOf(await ben.opensMenu('Check against the documents', said))).toContain('#secret-plans');
  });

  it.each(['Ask about this', 'Check against the documents'])(
    '%s does not name a channel that whoever asks may not see',
    async (menu) => {
      bot = await runBotAgainst(server, { desk });
      const said = await ben.says(`The talks in <#${hidden.id}> lasted nine hours.`);
      const reply = await anna.opensMenu(menu, said);
      expect(heard.at(-1)).toBe('The talks in #channel lasted nine hours.');
      expect(textOf(reply)).not.toContain('secret');
    },
  );

  it('what all see names no channel that only whoever asks may see', async () => {
    bot = await runBotAgainst(server, { desk });
    await server.answerTo(await ben.says(`<@BOT> who met in <#${hidden.id}>?`));
    expect(heard.at(-1)).toBe('who met in #channel?');
  });

  it('a digest names a channel only to whoever may see it, and to all only what all may see', async () => {
    const thread = server.thread(server.general, 'the talks');
    await ben.says(`<@BOT> The talks in <#${hidden.id}> lasted nine hours.`, { in: thread });
    bot = await runBotAgainst(server, { desk });
    expect(textOf(await anna.runs('digest', {}, { in: thread }))).toContain('#channel');
    expect(textOf(await ben.runs('digest', {}, { in: thread }))).toContain('#secret-plans');
    expect(textOf(await ben.runs('digest', { private: false }, { in: thread }))).toContain('#channel');
  });

  it('a digest is refused to whoever may not read the thread back, and nobody else', async () => {
    const channel = server.closes('no-history', withoutHistory, [ben]);
    const thread = server.thread(channel, 'the talks');
    await ben.says('<@BOT> The talks lasted nine hours.', { in: thread });
    bot = await runBotAgainst(server, { desk });
    const refused = textOf(await anna.runs('digest', {}, { in: thread }));
    expect(refused).toMatch(/You may not read/u);
    expect(refused).not.toContain('nine hours');
    expect(textOf(await ben.runs('digest', {}, { in: thread }))).toContain('nine hours');
  });
});

describe('a channel of another server', () => {
  it('keeps its name, also where whoever asks is a member of both', async () => {
    const discord = await startLoopback();
    const elsewhere = discord.guild({ name: 'Elsewhere', channels: ['merger-with-acme'] });
    const anna = discord.member('anna');
    discord.member('anna', { guild: elsewhere });
    bot = await runBotAgainst(discord, { desk });
    const question = await anna.says(`<@BOT> who met in <#${elsewhere.general.id}>?`);
    await discord.answerTo(question);
    expect(heard.at(-1)).toBe('who met in #channel?');
    await discord.answerTo(await anna.says(`who met in <#${elsewhere.general.id}>?`, { in: anna.direct }));
    expect(heard.at(-1)).toBe('who met in #channel?');
    await anna.opensMenu('Check against the documents', question);
    expect(heard.at(-1)).toBe('who met in #channel?');
    await bot.stop();
    await discord.stop();
    expect(discord.violations).toEqual([]);
  });
});

describe.each([
  ['unavailable', () => undefined, 'nine hours'],
  ['unknown', (server: GuardedServer) => server.hides(), 'Discord does not show me this server'],
])('in a server that is %s when the bot connects', (_, prepare, digest) => {
  let server: GuardedServer;

  beforeEach(async () => {
    server = await startGuardedServer({ guildUnavailableAtReady: true });
  });
  afterEach(async () => {
    await bot.stop();
    server.stop();
    expect(server.violations).toEqual([]);
  });

  it.each(['Ask about this', 'Check against the documents'])('%s is answered all the same', async (menu) => {
    const ben = server.member('ben');
    const elsewhere = server.closes('secret-plans', unseen);
    const said = await ben.says(`The talks in <#${elsewhere.id}> lasted 15 hours, <@${ben.id}>.`);
    prepare(server);
    bot = await runBotAgainst(server, { desk });
    const reply = await server.member('anna').opensMenu(menu, said);
    expect(reply.failed).toBeUndefined();
    expect(heard.at(-1)).toBe('The talks in #channel lasted 15 hours, @ben.');
  });

  it('a digest is never told to be used inside a thread when it is', async () => {
    const thread = server.thread(server.general, 'the talks');
    await server.member('ben').says('<@BOT> The talks lasted nine hours.', { in: thread });
    prepare(server);
    bot = await runBotAgainst(server, { desk });
    const text = textOf(await server.member('anna').runs('digest', {}, { in: thread }));
    expect(text).not.toContain('inside one');
    expect(text).toContain(digest);
  });
});
