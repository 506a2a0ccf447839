import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { placeOf } from '#src/collections/collection-place.js';
import { customIdOf } from '#src/discord/custom-id.js';
import { deferred } from '../../support/deferred.js';
import type { Actor } from '../../support/discord/actor.js';
import type { Loopback } from '../../support/discord/loopback.js';
import type { LoopbackGuild } from '../../support/discord/loopback-guild.js';
import type { Reply } from '../../support/discord/reply.js';
import type { SeenMessage } from '../../support/discord/seen-message.js';
import { type Grounds, type ModeratedBot, moderatorIn, runModeratedBot } from '../../support/moderated-bot.js';
import { endOf } from '../../support/moderator-at-work.js';
import { onlyMessage } from '../../support/only-message.js';
import { shippedQuestions } from '../../support/shipped-questions.js';
import { withModeratedBot } from '../../support/with-moderated-bot.js';

let grounds: Grounds;
let discord: Loopback;
let bot: ModeratedBot;
let elsewhere: LoopbackGuild;
let maria: Actor;
let carol: Actor;

withModeratedBot(
  async (place) => {
    ({ discord, grounds } = place);
    elsewhere = discord.guild({ name: 'Elsewhere' });
    bot = await runModeratedBot(discord, grounds, { homeGuilds: [discord.home.id] });
    maria = moderatorIn(discord, 'maria');
    carol = moderatorIn(discord, 'carol', elsewhere);
  },
  () => bot,
);

const tall = (metres: number): string => `The lighthouse of Varna is ${metres} metres tall.`;
const asked = 'How tall is the lighthouse of Varna?';
const none = '20200101-000000-abcd';

/** Publishes a text of a document in a server; gives the generation. */
async function publish(text: string, who = maria, guild = discord.home): Promise<string> {
  await bot.stage(guild.id, 'Lighthouse', text);
  const end = await endOf(who.presses(await endOf(who.runs('reindex run')), 'Publish'));
  const [, id] = /generation (\S+) is live/u.exec(end.text) ?? [];
  if (id === undefined) throw new Error(`Nothing was published: ${end.text}`);
  return id;
}

/** Publishes another file of the shared documents; gives the generation. */
async function publishShared(): Promise<string> {
  await writeFile(path.join(bot.folder, 'corpus', 'harbour.txt'), 'The harbour of Varna was dug in 1906.');
  await maria.presses(await endOf(maria.runs('reindex run')), 'Publish');
  return (await bot.collections.live('shared'))?.id ?? '';
}

const liveIn = async (guild = discord.home): Promise<string | undefined> =>
  (await bot.collections.live(`guild-${guild.id}`))?.id;

async function answer(who = maria): Promise<string> {
  return onlyMessage(await who.runs('ask', { question: asked, private: true })).text;
}

/** The question is begun, and waits for the questions that ship with Parley until `goOn`. */
async function begins(): Promise<{ readonly reply: Reply; readonly goOn: () => void; readonly live: string }> {
  const [reached, held] = [deferred(), deferred()];
  await bot.stop();
  bot = await runModeratedBot(discord, grounds, {
    folder: bot.folder,
    homeGuilds: [discord.home.id],
    limits: { drainMs: 10 },
    async goldenQuestions() {
      reached.resolve();
      await held.promise;
      return shippedQuestions(asked);
    },
  });
  await publish(tall(40));
  const live = await publish(tall(55));
  const reply = await maria.runs('reindex rollback', {}, { until: 'acknowledged' });
  await reached.promise;
  await reply.until(({ messages }) => messages[0]?.buttons.includes('Stop') === true, 'a way to stop it');
  return { reply, goOn: held.resolve, live };
}

const ends = (reply: Reply, words: string): Promise<Reply> =>
  reply.until(({ messages }) => messages[0]?.text.includes(words) === true, words);

describe('/reindex rollback', () => {
  it('asks with a preview, then makes the one before live again', async () => {
    const first = await publish(tall(40));
    const second = await publish(tall(55));
    await maria.runs('ask', { question: asked });
    const question = await endOf(maria.runs('reindex rollback'));
    expect(question.text).toContain(`Generation ${first} would be live in the place of ${second}`);
    expect(question.text).toContain('Changed (1): “Lighthouse”');
    expect(question.text).toMatch(/asked here lately\n> Before: .+55 metres.+\n> After: .+40 metres/u);
    expect(question.buttons).toEqual(['Roll back', 'Cancel']);
    expect(await liveIn()).toBe(second);
    const end = await endOf(maria.presses(question, 'Roll back'));
    expect(end).toMatchObject({ id: question.id, content: `Done: generation ${first} is live.`, buttons: [] });
    expect(await liveIn()).toBe(first);
    expect(await answer()).toContain('40 metres');
    expect(await bot.state.audit.entries({ guild: discord.home.id, act: 'reindex rollback', limit: 9 })).toMatchObject([
      { actor: maria.id, before: second, after: first },
    ]);
  });

  it('compares with what another process made live a moment ago', async () => {
    const first = await publish(tall(40));
    const second = await publish(tall(55));
    await maria.runs('ask', { question: asked });
    const { store } = placeOf(path.join(bot.folder, 'data'), `guild-${discord.home.id}`, () => undefined);
    await store.rollback(first);
    const question = await endOf(maria.runs('reindex rollback', { generation: second }));
    expect(question.text).toContain(`Generation ${second} would be live in the place of ${first}`);
    expect(question.text).toContain('Changed (1): “Lighthouse”');
    expect(question.text).toMatch(/asked here lately\n> Before: .+40 metres.+\n> After: .+55 metres/u);
  });

  it('ends after Cancel with everything as it was', async () => {
    await publish(tall(40));
    const second = await publish(tall(55));
    const end = await endOf(maria.presses(await endOf(maria.runs('reindex rollback')), 'Cancel'));
    expect(end).toMatchObject({ content: 'Cancelled: nothing was rolled back.', buttons: [] });
    expect(await liveIn()).toBe(second);
  });

  it('goes to the one that is named, forward too, and says what stays staged', async () => {
    const first = await publish(tall(40));
    const second = await publish(tall(55));
    await maria.presses(await endOf(maria.runs('reindex rollback', { generation: first })), 'Roll back');
    await bot.stage(discord.home.id, 'Harbour', 'The harbour of Varna was dug in 1906.');
    const question = await endOf(maria.runs('reindex rollback', { generation: second }));
    expect(question.text).toContain('Go forward');
    expect(question.text).toContain('1 staged change stays staged');
    await maria.presses(question, 'Roll back');
    expect(await liveIn()).toBe(second);
    expect(await bot.state.staging.changes(`guild-${discord.home.id}`)).toHaveLength(1);
  });

  it('of the shared documents is what a home server goes back to when its own has nothing before', async () => {
    const before = (await bot.collections.live('shared'))?.id ?? '';
    await publishShared();
    const question = await endOf(maria.runs('reindex rollback'));
    expect(question.text).toMatch(/Shared documents\*\*\nRemoved \(1\)/u);
    await maria.presses(question, 'Roll back');
    expect((await bot.collections.live('shared'))?.id).toBe(before);
    // The file is newer than what is live, and whoever rolled back knows: nobody is told of it again.
    expect(await bot.state.facts.get('drift-told')).toMatch(/^[0-9a-f]{64}$/u);
    expect(onlyMessage(await maria.runs('reindex status')).text).toContain('1 new, 0 changed, 0 removed');
  });

  it('rolls nothing back when another generation is live by the time it is confirmed', async () => {
    await publish(tall(40));
    await publish(tall(55));
    const question = await endOf(maria.runs('reindex rollback'));
    const third = await publish(tall(70));
    expect((await endOf(maria.presses(question, 'Roll back'))).text).toContain('Another generation is live');
    expect(await liveIn()).toBe(third);
  });

  it.each([
    ['the live one', () => publish(tall(40)), 'is live already'],
    ['one that never was', async () => none, `There is no generation “${none}” here`],
    ['something else', async () => '../../etc/passwd', 'There is no generation'],
    ['one of another server', () => publish(tall(40), carol, elsewhere), 'There is no generation'],
  ])('refuses %s', async (_, generation, refusal) => {
    const message = await endOf(maria.runs('reindex rollback', { generation: await generation() }));
    expect(message.text).toContain(refusal);
    expect(message.text).toContain('(live)');
    expect(message.buttons).toEqual([]);
  });

  it('says so when there is nothing to go back to', async () => {
    await publish(tall(40), carol, elsewhere);
    const { text } = await endOf(carol.runs('reindex rollback'));
    expect(text).toMatch(/no generation before the live one to go back to\. There are: \S+ \(live\)\./u);
    expect(text).toContain('Without a rollback, /corpus remove and then /reindex run take away what is live.');
  });

  it('says of two collections which generation is whose, and nothing of taking away what nobody added', async () => {
    const shared = /There are: \S+ \(live\)\.$/u;
    expect((await endOf(maria.runs('reindex rollback'))).text).toMatch(shared);
    await publish(tall(40));
    expect((await endOf(maria.runs('reindex rollback'))).text).toMatch(
      /There are: \S+ \(live\) of the documents of this server; \S+ \(live\) of the shared documents\. Without/u,
    );
  });

  describe('while what it would change is looked at', () => {
    it('is shown as work under way, and holds off other work on these documents and on no others', async () => {
      const { reply, goOn } = await begins();
      const nina = moderatorIn(discord, 'nina');
      const status = onlyMessage(await nina.runs('reindex status'));
      expect(status.text).toMatch(/Looking at what a rollback would change: .+; by <@\d+>, for less than a minute/u);
      expect(status.text).toContain(maria.id);
      for (const command of ['reindex run', 'reindex rollback']) {
        const refused = onlyMessage(await nina.runs(command));
        expect(refused.text).toContain(`<@${maria.id}> is looking at what a rollback would change just now`);
      }
      await bot.stage(elsewhere.id, 'Lighthouse', tall(70));
      expect((await endOf(carol.runs('reindex run'))).buttons).toEqual(['Publish', 'Cancel']);
      goOn();
      await ends(reply, 'would be live in the place of');
      expect(onlyMessage(await nina.runs('reindex status')).text).toContain('Nothing.');
    });

    it.each<[string, (question: SeenMessage) => Promise<unknown>]>([
      ['in its own message', (question) => maria.presses(question, 'Stop')],
      [
        'by another moderator',
        async () => {
          const nina = moderatorIn(discord, 'nina');
          return nina.presses(onlyMessage(await nina.runs('reindex status')), 'Stop');
        },
      ],
      [
        'by the end of the bot',
        async () => {
          void bot.stop();
        },
      ],
    ])('can be called off %s', async (_, stop) => {
      const { reply, goOn, live } = await begins();
      await stop(onlyMessage(reply));
      goOn();
      await ends(reply, 'nothing was rolled back.');
      expect(onlyMessage(reply)).toMatchObject({ buttons: [] });
      expect(await liveIn()).toBe(live);
    });
  });

  it('of the shared documents cannot be forged where they are read-only', async () => {
    const before = (await bot.collections.live('shared'))?.id ?? '';
    const live = await publishShared();
    const under = onlyMessage(await carol.runs('reindex status'));
    const customId = customIdOf({ action: 'rollback', collection: 'shared', generation: before, live });
    const press = await discord.forges(carol, { customId, in: elsewhere.general, under });
    expect(onlyMessage(press).text).toContain('read-only here');
    expect((await bot.collections.live('shared'))?.id).toBe(live);
  });

  it('to another server’s generation cannot be forged', async () => {
    const theirs = await publish(tall(40));
    const mine = await publish(tall(55), carol, elsewhere);
    const under = onlyMessage(await carol.runs('reindex status'));
    const customId = customIdOf({ action: 'rollback', collection: 'own', generation: theirs, live: mine });
    const press = await discord.forges(carol, { customId, in: elsewhere.general, under });
    expect(onlyMessage(press).text).toContain('nothing was rolled back');
    expect(await liveIn(elsewhere)).toBe(mine);
    expect(await answer(carol)).toContain('55 metres');
  });
});

describe('history', () => {
  it('lists generations, newest first, with who published them and which is live', async () => {
    const first = await publish(tall(40));
    const second = await publish(tall(55));
    const { text } = onlyMessage(await maria.runs('reindex history'));
    const by = `1 document · 1 chunk · by <@${maria.id}>`;
    expect(text).toMatch(new RegExp(`${second} \\(live\\)\\*\\* · .+ UTC · ${by}\n${first} · .+ UTC · ${by}`, 'u'));
    expect(text).toMatch(/Shared documents\*\*\n\*\*\S+ \(live\)\*\* · .+ chunks$/mu);
  });

  it('and choices of a server are never seen in another', async () => {
    const home = [await publish(tall(40)), await publish(tall(55))];
    const theirs = await publish(tall(70), carol, elsewhere);
    const shared = (await bot.collections.live('shared'))?.id ?? '';
    const seen = onlyMessage(await carol.runs('reindex history')).text;
    const choices = await carol.autocompletes('reindex rollback', { generation: '' }, 'generation');
    expect(seen).toContain(theirs);
    for (const id of [...home, shared]) expect(seen).not.toContain(id);
    expect(choices.map(({ value }) => value)).toEqual([theirs]);
    expect(onlyMessage(await maria.runs('reindex history')).text).not.toContain(theirs);
  });

  it('is offered for a rollback: newest first, the live one marked, both collections labelled', async () => {
    const first = await publish(tall(40));
    const second = await publish(tall(55));
    const shared = (await bot.collections.live('shared'))?.id ?? '';
    const choices = await maria.autocompletes('reindex rollback', { generation: '' }, 'generation');
    expect(choices.map(({ value }) => value)).toEqual([second, first, shared]);
    const names = choices.map(({ name }) => name);
    expect(names[0]).toContain(`${second} (live) · this server`);
    expect(names[1]).toMatch(new RegExp(`^${first} · this server`, 'u'));
    expect(names[2]).toContain(`${shared} (live) · shared`);
    const found = await maria.autocompletes('reindex rollback', { generation: first.slice(0, 19) }, 'generation');
    expect(found.map(({ value }) => value)).toContain(first);
    expect(await maria.autocompletes('reindex rollback', { generation: 'nothing' }, 'generation')).toEqual([]);
  });
});

describe('status', () => {
  it('says what is live and what waits', async () => {
    const shared = (await bot.collections.live('shared'))?.id ?? '';
    const before = onlyMessage(await maria.runs('reindex status')).text;
    expect(before).toContain('Documents of this server: nothing was published yet.');
    expect(before).toContain(`Shared documents: ${shared}, made on`);
    expect(before).toContain('Nothing is staged.');
    const first = await publish(tall(40));
    await bot.stage(discord.home.id, 'Harbour', 'The harbour of Varna was dug in 1906.');
    const { text, buttons } = onlyMessage(await maria.runs('reindex status'));
    expect(text).toContain(`Documents of this server: ${first}, made on`);
    expect(text).toContain('1 change is staged');
    expect(buttons).toEqual([]);
  });
});
