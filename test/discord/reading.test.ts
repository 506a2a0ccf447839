import { describe, expect, it } from 'vitest';
import type { Desk } from '#src/desk.js';
import type { Loopback } from '../support/discord/loopback.js';
import { withArticleBot } from '../support/with-article-bot.js';

let discord: Loopback;
let desk: Desk;

withArticleBot((here) => {
  ({ discord, desk } = here);
});

async function shown(command: string, options: Readonly<Record<string, string | boolean>> = {}) {
  const reply = await discord.member('anna').runs(command, options);
  return { reply, text: reply.messages.map(({ text }) => text).join('\n') };
}

describe('/summary', () => {
  it('quotes, cites every point, and says what it covers', async () => {
    const { reply, text } = await shown('summary', { length: 'short' });
    expect(reply.isEphemeral).toBe(false);
    expect(text).toMatch(/\d+ of 17/u);
    expect(text).toMatch(/\[1\].*\[2\].*\[3\]/su);
    expect(text).toMatch(/¶ \d+/u);
  });

  it('keeps to a section, chosen from the list or typed', async () => {
    const anna = discord.member('anna');
    const choices = await anna.autocompletes('summary', { section: '10' }, 'section');
    const section = choices.find(({ value }) => String(value).includes('#10-'));
    expect(section).toBeDefined();
    for (const chosen of [String(section?.value), '10-13', '¶ 10–13']) {
      const { text } = await shown('summary', { section: chosen });
      const cited = [...text.matchAll(/Russia Direct, ¶ (\d+)/gu)].map(([, number]) => Number(number));
      expect(cited.length).toBeGreaterThan(0);
      expect(cited.every((number) => number >= 10 && number <= 13)).toBe(true);
    }
  });

  it('turns to what it is to be about', async () => {
    expect((await shown('summary', { length: 'short', focus: 'Aleppo' })).text).toContain('Aleppo');
  });

  it.each(['chapter twelve', '30-40', '9-3'])('says that there is no section %s', async (section) => {
    const { text } = await shown('summary', { section });
    expect(text).toMatch(/There (?:is|are) no|smaller first/u);
    expect(text).not.toContain('went wrong');
  });

  it('offers documents and sections while somebody types, and nothing for what nobody has', async () => {
    const anna = discord.member('anna');
    const all = await anna.autocompletes('summary', { section: '' }, 'section');
    expect(all.length).toBeGreaterThan(2);
    expect(all[0]?.value).toBe('syria-ceasefire-2016');
    expect(await anna.autocompletes('summary', { section: 'zzz' }, 'section')).toEqual([]);
  });
});

describe('/check', () => {
  it('gives each claim its verdict with quotes, the first word being the verdict of the first claim', async () => {
    const claim = 'The talks lasted nine hours. Kerry met Lavrov in Geneva. I love this agreement. Who won?';
    const { reply, text } = await shown('check', { claim });
    expect(reply.isEphemeral).toBe(true);
    expect(/supported|contradicted|not[- ]covered/iu.exec(text)?.[0].toLowerCase()).toBe('contradicted');
    expect(text).toContain('15 hours');
    expect(text).toMatch(/supported/iu);
    expect(text).toMatch(/opinion/u);
    expect(text).toMatch(/question/u);
    expect(reply.messages[0]?.buttons).toContain('Share');
  });

  it('from a message’s menu shows only whoever opened it', async () => {
    const message = await discord.member('ben').says('The talks lasted fifteen hours.');
    const reply = await discord.member('anna').opensMenu('Check against the documents', message);
    expect(reply.isEphemeral).toBe(true);
    expect(reply.messages[0]?.text).toMatch(/^\W*supported/iu);
  });
});

describe('/sources', () => {
  it('lists each document with publisher, date, size and the index', async () => {
    const { text } = await shown('sources');
    expect(text).toContain('Russia Direct');
    expect(text).toContain('September 2016');
    expect(text).toMatch(/8,\d00 characters/u);
    expect(text).toContain(desk.generation.id);
  });
});

describe('/help', () => {
  it('has three example questions, and each of them is answered', async () => {
    const { text } = await shown('help');
    const examples = [...text.matchAll(/^> “(.+\?)”$/gmu)].map(([, question = '']) => question);
    expect(examples).toHaveLength(3);
    for (const question of examples) {
      expect((await desk.ask(question)).outcome, question).toBe('answered');
    }
  });
});

describe('/digest', () => {
  it('in a thread sets what members said beside the text, and says what it could not read', async () => {
    const thread = discord.thread(discord.general, { name: 'how long' });
    const [anna, ben] = [discord.member('anna'), discord.member('ben')];
    const claim = await ben.says('<@BOT> the talks lasted nine hours', { in: thread });
    await discord.answerTo(claim);
    await ben.says('nobody told the bot about this', { in: thread });
    const reply = await anna.runs('digest', {}, { in: thread });
    const text = reply.messages.map((message) => message.text).join('\n');
    expect(reply.isEphemeral).toBe(true);
    expect(text).toMatch(/contradicted/iu);
    expect(text).toContain('15 hours');
    expect(text).toContain('ben');
    expect(text).toMatch(/1 message could not be read/u);
  });

  it('in a thread that the bot may not read back says so, and claims nothing about what was said', async () => {
    const view = 1n << 10n;
    const forgetful = discord.home.channel('forgetful', { botPermissions: view });
    const thread = discord.thread(forgetful, { name: 'how long' });
    const reply = await discord.member('anna').runs('digest', {}, { in: thread });
    expect(reply.messages.map(({ text }) => text)).toEqual([expect.stringContaining('Read Message History')]);
  });

  it('elsewhere says where it works', async () => {
    expect((await shown('digest')).text).toContain('thread');
  });
});
