import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { EncoderError, ParleyError } from '#src/errors.js';
import type { ShownRecord } from '#src/state/seams/records.js';
import { deferred } from '../../support/deferred.js';
import type { Actor } from '../../support/discord/actor.js';
import type { Loopback } from '../../support/discord/loopback.js';
import type { Reply } from '../../support/discord/reply.js';
import { createIndexGate, type IndexGate } from '../../support/index-gate.js';
import {
  type Grounds,
  type ModeratedBot,
  type ModeratedBotSettings,
  moderatorIn,
  runModeratedBot,
} from '../../support/moderated-bot.js';
import { endOf, textWhenDone } from '../../support/moderator-at-work.js';
import { onlyMessage } from '../../support/only-message.js';
import { shippedQuestions } from '../../support/shipped-questions.js';
import { withModeratedBot } from '../../support/with-moderated-bot.js';

let grounds: Grounds;
let discord: Loopback;
let gate: IndexGate;
let bot: ModeratedBot;
let maria: Actor;

withModeratedBot(
  (place) => {
    ({ discord, grounds } = place);
    gate = createIndexGate();
  },
  () => bot,
);

const shipped = shippedQuestions('Who built the lighthouse of Varna?', 'How long did the talks last?');

const goldenQuestions = async (): Promise<typeof shipped> => shipped;
const ask = (who: Actor, question: string, more = {}): Promise<Reply> => who.runs('ask', { question, ...more });

async function start(settings: ModeratedBotSettings = {}): Promise<void> {
  bot = await runModeratedBot(discord, grounds, { aroundIndex: gate.around, goldenQuestions, ...settings });
  maria = moderatorIn(discord, 'maria');
}

const lighthouse = 'The lighthouse of Varna was built by the engineer Anna Petrova in 1987.';
const stage = (text = lighthouse): Promise<void> => bot.stage(discord.home.id, 'Lighthouse', text);

const textOf = ({ messages }: Reply): string => messages.map(({ text }) => text).join('\n');

/** What builds left on the disk, of all collections. */
async function leftovers(): Promise<readonly string[]> {
  const collections = path.join(bot.folder, 'data', 'collections');
  const left: string[] = [];
  for (const name of await readdir(collections)) {
    const building = await readdir(path.join(collections, name, 'building')).catch(() => []);
    left.push(...building);
  }
  return left;
}

async function expectUntouched(): Promise<void> {
  expect(await leftovers()).toEqual([]);
  expect(await bot.collections.live(`guild-${discord.home.id}`)).toBeNull();
  expect(await bot.state.staging.changes(`guild-${discord.home.id}`)).toHaveLength(1);
  expect(await bot.state.audit.entries({ guild: discord.home.id, act: 'reindex', limit: 9 })).toEqual([]);
}

async function begins(): Promise<Reply> {
  gate.close();
  const reply = await maria.runs('reindex preview', {}, { until: 'acknowledged' });
  await gate.reached();
  return reply.until(({ messages }) => messages[0]?.text.includes('Preparing a preview') === true, 'progress');
}

const ends = (reply: Reply, words: string): Promise<Reply> =>
  reply.until((now) => textOf(now).includes(words), `the end: ${words}`);

describe('/reindex preview', () => {
  it('with nothing staged or changed says so', async () => {
    await start();
    const message = await endOf(maria.runs('reindex preview'));
    expect(message.text).toContain('nothing to publish');
    expect(message.isEphemeral).toBe(true);
  });

  it('shows documents and chunks, and what it takes; nothing goes live', async () => {
    await start();
    await stage(`${lighthouse}\n\nIt is white and forty metres tall.`);
    const reply = await maria.runs('reindex preview');
    expect(reply.isEphemeral).toBe(true);
    const text = textOf(reply);
    expect(text).toContain('Added (1): “Lighthouse”');
    expect(text).toContain('2 added, 0 removed, 2 in all');
    expect(text).toMatch(/building took \d+\.\d s \(2 texts embedded\)/u);
    expect(text).toContain('Cost: 0');
    expect(reply.messages.flatMap(({ buttons }) => buttons)).toEqual([]);
    await expectUntouched();
  });

  it('shows the golden questions whose answer or refusal would be another, before and after', async () => {
    await start();
    await stage();
    const text = await textWhenDone(await maria.runs('reindex preview'));
    expect(text).toContain('1 of 2 questions would be answered otherwise');
    expect(text).toMatch(
      /“Who built the lighthouse of Varna\?” · a golden question\n> Before: declined.+\n> After: “The lighthouse of Varna was built/u,
    );
    expect(text).not.toContain('How long did the talks last?');
  });

  it('asks what was asked here lately in the open, and nowhere else', async () => {
    await start({ goldenQuestions: async () => [], homeGuilds: [discord.home.id] });
    const elsewhere = discord.guild({ name: 'Elsewhere' });
    const carol = discord.member('carol', { guild: elsewhere });
    await ask(discord.member('ben'), 'Which engineer built the lighthouse?');
    await ask(discord.member('ben'), 'which  engineer built the LIGHTHOUSE?');
    await ask(discord.member('ben'), 'Who was the engineer Petrova of the lighthouse?', { private: true });
    await ask(carol, 'In which year was the lighthouse of Varna built?');
    await stage();
    const text = await textWhenDone(await maria.runs('reindex preview'));
    expect(text).toContain('1 of 1 question would be answered otherwise');
    expect(text).toMatch(/“Which engineer built the lighthouse\?” · asked here lately/iu);
    expect(text).not.toMatch(/In which year|Who was the engineer/u);
  });

  it('asks what the accepted disputes of this server made, and no other’s', async () => {
    await start({ goldenQuestions: async () => [], homeGuilds: [discord.home.id] });
    const elsewhere = discord.guild({ name: 'Elsewhere' });
    const places = [
      { guild: discord.home, question: 'Which engineer built the lighthouse?' },
      { guild: elsewhere, question: 'In which year was the lighthouse of Varna built?' },
    ];
    for (const { guild, question } of places) {
      await ask(discord.member('ben', { guild }), question, { private: true });
      const of = { guild: guild.id, at: Date.now() };
      const [record] = (await bot.state.personal.of(discord.member('ben').id)).records.slice(-1);
      await bot.state.records.keep({ ...(record as ShownRecord), isPrivate: false });
      await bot.state.feedback.dispute({ record: record?.id ?? '', member: '1', text: 'Wrong.', at: of.at });
      const { items } = await bot.state.reviews.open(guild.id, { limit: 1 });
      const golden = { ...of, question, wrong: { document: 'a', quote: 'b' } };
      const audited = { ...of, actor: maria.id, act: 'review accept', subject: null, before: null, after: null };
      await bot.state.reviews.accept(guild.id, items[0]?.number ?? 0, { golden, erratum: null }, audited);
      await bot.state.records.forgetBefore(Number.MAX_SAFE_INTEGER);
    }
    await stage();
    const text = await textWhenDone(await maria.runs('reindex preview'));
    expect(text).toContain('1 of 1 question would be answered otherwise');
    expect(text).toContain('“Which engineer built the lighthouse?” · from an accepted dispute');
  });

  it('compares the new text with what members can search already', async () => {
    await start();
    await stage(
      'The fact that the talks lasted 9 hours shows that the parties came to Switzerland without any ready-to-sign documents and that such documents were negotiated on the spot.',
    );
    const text = await textWhenDone(await maria.runs('reindex preview'));
    expect(text).toMatch(/an altered copy, ¶ 1\n> “The fact that the talks lasted 9 hours/u);
    expect(text).toMatch(/In syria-ceasefire-2016, ¶ 9, it reads:\n> “The fact that the talks lasted 15 hours/u);
  });

  it('compares what is staged together, of which nothing is there yet', async () => {
    await start();
    await stage('The lighthouse of Varna was built by the engineer Anna Petrova in 1987.');
    await bot.stage(discord.home.id, 'Copy', 'The lighthouse of Varna was built by the engineer Anna Petrova in 1978.');
    const text = await textWhenDone(await maria.runs('reindex preview'));
    expect(text).toMatch(
      /an altered copy, ¶ 1\n> “The lighthouse .+ 1978\.”[\s\S]+it reads:\n> “The lighthouse .+ 1987\.”/u,
    );
  });

  it('covers the shared files too in a home server', async () => {
    await start();
    await stage();
    await writeFile(path.join(bot.folder, 'corpus', 'harbour.txt'), 'The harbour of Varna was dug in 1906.');
    const text = await textWhenDone(await maria.runs('reindex preview'));
    expect(text).toMatch(/Documents of this server[\s\S]+“Lighthouse”[\s\S]+Shared documents[\s\S]+Added \(1\)/u);
    expect((await bot.collections.live('shared'))?.documents).toHaveLength(1);
    await expectUntouched();
  });

  it('can be stopped, and leaves nothing behind', async () => {
    await start();
    await stage();
    const reply = await begins();
    const progress = onlyMessage(reply);
    expect(progress.text).toContain('embedding chunks, 3 of 7');
    expect(progress.buttons).toEqual(['Stop']);
    await maria.presses(progress, 'Stop');
    await ends(reply, 'Stopped: nothing was published.');
    await expectUntouched();
  });

  it('can be stopped while it asks questions, and what was built goes', async () => {
    const asking = deferred();
    await start({
      goldenQuestions: async () => {
        asking.resolve();
        return shippedQuestions(...Array.from({ length: 5000 }, (_, index) => `How many lamps had tower ${index}?`));
      },
    });
    await stage();
    const reply = await maria.runs('reindex preview', {}, { until: 'acknowledged' });
    await asking.promise;
    await reply.until(({ messages }) => /asking questions.+ of 200/u.test(messages[0]?.text ?? ''), 'questions');
    expect((await leftovers()).length).toBe(1);
    await maria.presses(onlyMessage(reply), 'Stop');
    await ends(reply, 'Stopped');
    await expectUntouched();
  });

  it('ends with the plain line of what went wrong, and what was built goes', async () => {
    const error = new ParleyError('golden/tuning.jsonl cannot be read.', 'Fetch Parley again.');
    await start({ goldenQuestions: () => Promise.reject(error) });
    await stage();
    expect((await endOf(maria.runs('reindex preview'))).text).toContain(error.line);
    await expectUntouched();
    const { line } = new EncoderError('The encoder does not answer.', 'Start Parley again.');
    gate.fails(new EncoderError('The encoder does not answer.', 'Start Parley again.'));
    expect((await endOf(maria.runs('reindex preview'))).text).toContain(line);
    await expectUntouched();
  });

  it('is called off when the bot stops', async () => {
    await start({ limits: { drainMs: 10 } });
    await stage();
    const reply = await begins();
    await bot.stop();
    await ends(reply, 'restarted');
    await start({ folder: bot.folder });
    await expectUntouched();
  });

  it('holds off a publication of the same documents, which is told who is at it', async () => {
    await start();
    await stage();
    const question = await endOf(maria.runs('reindex run'));
    const reply = await begins();
    const press = await maria.presses(question, 'Publish');
    expect(onlyMessage(press).text).toContain(`<@${maria.id}> is preparing a preview`);
    expect(discord.look(question)?.buttons).toEqual(['Publish', 'Cancel']);
    gate.open();
    await ends(reply, 'Preview: nothing is live yet');
    expect((await endOf(maria.presses(question, 'Publish'))).text).toContain('is live');
    expect((await bot.collections.live(`guild-${discord.home.id}`))?.documents).toHaveLength(1);
  });
});
