import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { PermissionFlagsBits } from 'discord.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '#src/desk.js';
import { articleDocument, type ShippedQuestion } from '#src/golden-questions.js';
import type { MeasuredQuality } from '#src/state/seams/quality.js';
import type { StateStore } from '#src/state/state-store.js';
import { openArticleDesk } from '../support/article-desk.js';
import { type Loopback, startLoopback } from '../support/discord/loopback.js';
import { madeUpAnswer, madeUpDecline } from '../support/made-up-answer.js';
import { type RunningBot, runBotAgainst } from '../support/run-bot-against.js';

let desk: Desk;
let discord: Loopback;
let bot: RunningBot;

beforeAll(async () => {
  desk = await openArticleDesk();
});
afterAll(() => desk.close());

beforeEach(async () => {
  discord = await startLoopback();
});
afterEach(async () => {
  await bot.stop();
  await discord.stop();
  expect(discord.violations).toEqual([]);
});

function golden(question: string, paragraphs: readonly number[], document = articleDocument): ShippedQuestion {
  return { id: question, question, answerable: paragraphs.length > 0, document, paragraphs };
}

const questions = [
  golden('How long did the talks last?', [9]),
  golden('When was the Syrian ceasefire agreement reached?', [20]),
  golden('Which hotel did the ministers stay at?', []),
  golden('What is it about?', [1], 'a-document-that-is-not-there'),
];

/** A state that tells of every measurement that is noted. */
function noting(): { around(state: StateStore): StateStore; next(): Promise<MeasuredQuality> } {
  const noted: MeasuredQuality[] = [];
  const waiting: ((measured: MeasuredQuality) => void)[] = [];
  return {
    around: (state) => ({
      ...state,
      quality: {
        ...state.quality,
        async note(measured) {
          await state.quality.note(measured);
          const tell = waiting.shift();
          if (tell === undefined) noted.push(measured);
          else tell(measured);
        },
      },
    }),
    async next() {
      return noted.shift() ?? new Promise((resolve) => waiting.push(resolve));
    },
  };
}

async function quality(who = discord.member('anna'), place = discord.general): Promise<string> {
  const reply = await who.runs('quality', {}, { in: place });
  if (place === discord.general) expect(reply.isEphemeral).toBe(true);
  return reply.messages.map(({ text }) => text).join('\n');
}

describe('/quality', () => {
  it('shows everybody what was measured at the start, on what is live', async () => {
    const { around, next } = noting();
    bot = await runBotAgainst(discord, { desk, goldenQuestions: async () => questions, around });
    expect(await next()).toMatchObject({
      guild: null,
      generation: desk.generation.id,
      figures: { questions: 3, cited: 1 / 2, falselyDeclined: 0, declined: 1, disputesMended: null },
    });
    const text = await quality();
    expect(text).toContain('Answered from the right paragraph: **50%**');
    expect(text).toContain('Declined although the documents answer it: **0%**');
    expect(text).toContain('as it should be: **100%**');
    expect(text).not.toContain('disputes whose');
    expect(text).toContain('3 questions, asked on');
    expect(text).toContain(desk.generation.id);
    expect(text).not.toContain('has changed since');
    expect(text).toContain('Nothing was asked.');
  });

  it('says what was asked in this server lately, private answers too, and nothing of another', async () => {
    bot = await runBotAgainst(discord, { desk });
    const keep = (guild: string | null, answer: ReturnType<typeof madeUpAnswer>, totalMs: number, isPrivate = false) =>
      bot.state.records.keep({
        id: `R${String(totalMs).padStart(11, '0')}`,
        result: {
          kind: 'answer',
          question: 'q',
          answer: { ...answer, timings: { embedMs: 0, retrieveMs: 0, answerMs: 0, totalMs } },
        },
        guild,
        channel: discord.general.id,
        asker: '1',
        isPrivate,
        shownAt: Date.now(),
      });
    const home = discord.home.id;
    for (let ms = 1; ms <= 19; ms += 1) await keep(home, madeUpAnswer('q', [{ quote: 'So.' }]), ms);
    await keep(home, madeUpDecline('q'), 2500, true);
    await keep(discord.guild({ name: 'Elsewhere' }).id, madeUpDecline('q'), 9000);
    const text = await quality();
    expect(text).toContain('20 questions; declined: **5%**');
    expect(text).toContain('Half were ready within 10 ms, 95% within 19 ms.');
    expect(text).toContain('Not measured yet');
  });

  it('in a direct message shows the shared figures alone', async () => {
    bot = await runBotAgainst(discord, { desk });
    await bot.state.quality.note({
      guild: null,
      generation: 'of-before',
      figures: { questions: 9, cited: 0.875, falselyDeclined: null, declined: null, disputesMended: null },
      at: Date.UTC(2026, 10, 29),
    });
    const anna = discord.member('anna');
    const text = await quality(anna, anna.direct);
    expect(text).toContain('**87.5%**');
    expect(text).toContain('29 November 2026');
    expect(text).toContain('has changed since');
    expect(text).not.toContain('This server');
  });

  it('shows a server its own figures, and no other one’s', async () => {
    bot = await runBotAgainst(discord, { desk });
    const figures = { questions: 9, cited: 0.5, falselyDeclined: null, declined: null, disputesMended: 1 };
    const elsewhere = discord.guild({ name: 'Elsewhere' });
    await bot.state.quality.note({ guild: elsewhere.id, generation: 'canary-generation', figures, at: 0 });
    expect(await quality()).not.toContain('canary');
    const otto = discord.member('otto', { guild: elsewhere });
    const reply = await otto.runs('quality');
    expect(reply.messages[0]?.text).toContain('Accepted disputes whose wrong passage is no longer quoted: **100%**');
  });

  it('measures at the next start whether accepted disputes are mended', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'parley-quality-'));
    const databaseFile = path.join(folder, 'state.sqlite');
    const first = noting();
    const settings = { desk, goldenQuestions: async () => questions, databaseFile };
    bot = await runBotAgainst(discord, { ...settings, around: first.around });
    const shared = await first.next();
    const anna = discord.member('anna');
    const mara = discord.member('mara', { permissions: PermissionFlagsBits.ManageGuild });
    const [answer] = (await anna.runs('ask', { question: 'How long did the talks last?' })).messages;
    if (answer === undefined) throw new Error('There is no answer.');
    await anna.submits(await anna.presses(answer, 'Dispute'), { 'What is wrong?': 'It was fourteen.' });
    const [page] = (await mara.runs('review')).messages;
    if (page === undefined) throw new Error('There is no item.');
    await mara.submits(await mara.presses(page, 'Accept'), {});
    await bot.stop();

    const second = noting();
    bot = await runBotAgainst(discord, { ...settings, around: second.around });
    // The wrong passage is quoted still.
    expect(await second.next()).toMatchObject({
      guild: discord.home.id,
      figures: { ...shared.figures, questions: 4, disputesMended: 0 },
    });
    expect(await quality()).toContain('no longer quoted: **0%**');
    await bot.stop();
    await rm(folder, { recursive: true, force: true });
  });
});
