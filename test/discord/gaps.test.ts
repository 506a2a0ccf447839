import { PermissionFlagsBits } from 'discord.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '#src/desk.js';
import { commandDefinitions } from '#src/discord/commands/all-commands.js';
import type { ShownRecord } from '#src/state/seams/records.js';
import type { Answer } from '#src/types.js';
import { openArticleDesk } from '../support/article-desk.js';
import type { Actor } from '../support/discord/actor.js';
import { type Loopback, startLoopback } from '../support/discord/loopback.js';
import type { LoopbackGuild } from '../support/discord/loopback-guild.js';
import type { SeenMessage } from '../support/discord/seen-message.js';
import { madeUpAnswer, madeUpDecline } from '../support/made-up-answer.js';
import { type RunningBot, runBotAgainst } from '../support/run-bot-against.js';

let desk: Desk;
let discord: Loopback;
let bot: RunningBot;
let anna: Actor;
let mara: Actor;
let elsewhere: LoopbackGuild;
let kept = 0;

const moderating = { permissions: PermissionFlagsBits.ManageGuild };
const day = 24 * 3_600_000;

beforeAll(async () => {
  desk = await openArticleDesk();
});
afterAll(() => desk.close());

beforeEach(async () => {
  // A thousand questions take their time where others work too.
  discord = await startLoopback({ patienceMs: 60_000 });
  elsewhere = discord.guild({ name: 'Elsewhere' });
  anna = discord.member('anna');
  mara = discord.member('mara', moderating);
  bot = await runBotAgainst(discord, { desk });
});
afterEach(async () => {
  await bot.stop();
  await discord.stop();
  expect(discord.violations).toEqual([]);
});

/** Keeps an answer as if it had been shown: in the open, at home and now, unless `more` says otherwise. */
async function keeps(answer: Answer, more: Partial<ShownRecord> = {}): Promise<void> {
  kept += 1;
  await bot.state.records.keep({
    id: `R${String(kept).padStart(11, '0')}`,
    result: { kind: 'answer', question: answer.question, answer },
    guild: discord.home.id,
    channel: discord.general.id,
    asker: anna.id,
    isPrivate: false,
    shownAt: Date.now(),
    ...more,
  });
}

async function gaps(
  options: Readonly<Record<string, number | boolean>> = {},
  who = mara,
): Promise<readonly SeenMessage[]> {
  const reply = await who.runs('gaps', options);
  expect(reply.isEphemeral).toBe(true);
  const done = await reply.until(({ messages }) => messages[0]?.text.startsWith('Reading') === false);
  expect(done.messages.every(({ isEphemeral }) => isEphemeral)).toBe(true);
  return done.messages;
}

async function text(options?: Readonly<Record<string, number | boolean>>, who = mara): Promise<string> {
  return (await gaps(options, who)).map((message) => message.text).join('\n');
}

describe('/gaps', () => {
  it('puts what asks the same together, counts it and shows what came nearest, and not who asked', async () => {
    const asked = [
      'Which hotel did the ministers stay at?',
      'In which hotel did the ministers stay?',
      'How many aid trucks reached eastern Aleppo?',
    ];
    for (const question of asked) await anna.runs('ask', { question });
    await anna.runs('ask', { question: 'How long did the talks last?' });
    const shown = await text();
    expect(shown).toContain('3 questions without an answer in the last 30 days');
    expect(shown).toMatch(/\*\*2×\*\* “[^”]*hotel/u);
    expect(shown).toMatch(/\*\*1×\*\* “How many aid trucks reached eastern Aleppo\?”/u);
    expect(shown.indexOf('2×')).toBeLessThan(shown.indexOf('1×'));
    expect(shown).toMatch(/nearest, not an answer: “.+”, ¶ \d+: “/u);
    expect(shown).not.toContain('How long');
    expect(shown).not.toMatch(/anna/u);
  });

  it('leaves out small talk, what was private, what was answered, and what is older than was asked for', async () => {
    await keeps(madeUpDecline('Recent: who owns the dam?'), { shownAt: Date.now() - day });
    await keeps(madeUpDecline('Older: how many trucks came?'), { shownAt: Date.now() - 5 * day });
    await keeps(madeUpDecline('Oldest: which hotel was it?'), { shownAt: Date.now() - 31 * day });
    await keeps(madeUpDecline('Private: what is the quota?'), { isPrivate: true });
    await keeps(madeUpDecline('hello there', { reason: 'off-topic' }));
    await keeps(madeUpDecline('Too many?', { reason: 'busy' }));
    await keeps(madeUpAnswer('Answered: where was it?', [{ quote: 'So it is.' }]));
    await keeps(madeUpDecline('Later: did the president resign?', { reason: 'after-document-date' }));
    const month = await text();
    expect(month).toContain('3 questions');
    for (const word of ['Recent', 'Older', 'Later']) expect(month).toContain(`${word}: `);
    expect(month).not.toMatch(/Oldest|Private|Answered|hello|Too many/u);
    const days = await text({ days: 2 });
    expect(days).toContain('2 questions without an answer in the last 2 days');
    expect(days).not.toContain('Older');
  });

  it('says when everything was answered, with no file for it', async () => {
    const [message, ...more] = await gaps({ csv: true, days: 1 });
    expect(message?.text).toContain('Everything in the last day was answered');
    expect(message?.files).toEqual([]);
    expect(more).toEqual([]);
  });

  it('attaches every question as a file for a spreadsheet, harmless in it', async () => {
    const nearest = { document: 'a-document', title: 'T', paragraph: 7, start: 0, end: 3, quote: 'say "so",\nand so' };
    await keeps(madeUpDecline('=HYPERLINK("https://phish.example")', { nearest: [nearest] }));
    await keeps(madeUpDecline('Did the pope comment?'));
    const [message] = await gaps({ csv: true });
    expect(message?.files).toEqual(['gaps.csv']);
    const bytes = Buffer.from(await (await fetch(message?.fileUrls[0] ?? '')).arrayBuffer());
    const file = bytes.toString('utf8');
    expect(
      file.startsWith(
        '\uFEFFcluster,count,question,asked_at,reason,nearest_document,nearest_paragraph,nearest_quote\r\n',
      ),
    ).toBe(true);
    expect(file).toMatch(
      /\r\n\d,1,"'=HYPERLINK\(""https:\/\/phish\.example""\)",\d{4}-\d\d-\d\dT[\d:.]+Z,no-evidence,a-document,7,"say ""so"",\nand so"\r\n/u,
    );
    expect(file).toMatch(/\r\n\d,1,Did the pope comment\?,[^,]+,no-evidence,,,\r\n/u);
  });

  it('shows nothing of another server, in the list and in the file', async () => {
    await keeps(madeUpDecline('Canary of the home server?'));
    await keeps(madeUpDecline('Canary of a direct message?'), { guild: null, channel: anna.direct.id });
    const otto = discord.member('otto', { guild: elsewhere, ...moderating });
    const shown = await gaps({ csv: true }, otto);
    expect(shown.map((message) => message.text).join()).toContain('Everything');
    expect(shown[0]?.files).toEqual([]);
    expect(await text()).not.toContain('direct message');
  });

  it('is not offered to plain members', async () => {
    await expect(anna.runs('gaps')).rejects.toThrow();
  });

  it('is refused to plain members, should a server offer it to them', async () => {
    await keeps(madeUpDecline('Canary of the home server?'));
    discord.registers(commandDefinitions.map((command) => ({ ...command, default_member_permissions: null })));
    const reply = await anna.runs('gaps', { csv: true });
    expect(reply.isEphemeral).toBe(true);
    expect(reply.messages[0]?.text).toMatch(/moderator|permission/u);
    expect(reply.messages[0]?.text).not.toContain('Canary');
    expect(reply.messages[0]?.files).toEqual([]);
  });

  it('shows hostile questions as they are typed, and none of it comes alive', async () => {
    await keeps(madeUpDecline('@everyone [x](https://phish.example) **bold** canary-4711?'));
    const shown = await text();
    expect(shown).toContain('canary-4711');
    expect(shown).not.toContain('](https://phish');
    expect(shown).not.toMatch(/(?<!\\)@everyone/u);
    expect(bot.log.join('\n')).not.toContain('canary-4711');
  });

  it('reads a thousand questions in the background: members are answered meanwhile, and the second time is quick', async () => {
    const words = [
      'treaty',
      'harbour',
      'railway',
      'election',
      'museum',
      'vaccine',
      'pipeline',
      'bridge',
      'festival',
      'tax',
    ];
    for (let index = 0; index < 1000; index += 1)
      await keeps(madeUpDecline(`What is number ${index} of the ${words[index % words.length]} about?`));
    const startedAt = performance.now();
    const running = mara.runs('gaps', { csv: true }, { until: 'acknowledged' });
    const answer = await anna.runs('ask', { question: 'How long did the talks last?' });
    expect(answer.messages[0]?.text).toContain('15 hours');
    // The thousand were not read by then.
    const seen = (await running).messages[0]?.text ?? '';
    expect(seen).not.toContain('without an answer');
    const done = await (await running).until(
      ({ messages }) => (messages[0]?.text ?? '').includes('without an answer'),
      'the questions to be read',
    );
    const tookMs = performance.now() - startedAt;
    expect(done.messages[0]?.text).toContain('1,000 questions');
    expect(done.messages[0]?.text).toContain('only the latest questions count');
    expect(done.messages[0]?.files).toEqual(['gaps.csv']);
    const againAt = performance.now();
    await gaps();
    expect(performance.now() - againAt).toBeLessThan(tookMs);
  }, 120_000);
});
