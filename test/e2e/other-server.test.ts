import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ComponentAction, customIdOf } from '#src/discord/custom-id.js';
import { noteInput } from '#src/discord/writing/for-moderators/accept-form.js';
import { commandLines, completedOptions, filledIn } from '../support/command-lines.js';
import type { Actor, LoopbackChannel } from '../support/discord/actor.js';
import { type Loopback, startLoopback } from '../support/discord/loopback.js';
import type { OptionValue } from '../support/discord/option-payload.js';
import type { Reply } from '../support/discord/reply.js';
import type { SeenMessage } from '../support/discord/seen-message.js';
import { whenDone } from '../support/moderator-at-work.js';
import { asked, givenAway, type Haunted, haunt, idOf, titled, twin } from './haunted-server.js';
import { createProject, type Project } from './parley-process.js';
import { startBot } from './running-bot.js';

/*
 * One bot, two servers. Each has a canary in everything that it keeps: titles, publishers and text of documents that are
 * live, staged, or only in an older generation; what members asked, answered or not; what they dispute; what moderators
 * did. Whatever is tried in one server, no canary of the other is seen.
 */

let project: Project;
let discord: Loopback;

beforeEach(async () => {
  project = await createProject();
  discord = await startLoopback({ patienceMs: 60_000 });
});
afterEach(async () => {
  await discord.stop();
  await project.remove();
  expect(discord.violations).toEqual([]);
});

/** A value for every option that asks for something of the other server. */
function probing({ canary, generations: [before] }: Haunted): Readonly<Record<string, OptionValue>> {
  return {
    question: asked,
    claim: 'Ivan Kolev has lived in the lighthouse since 1999.',
    section: idOf(titled(canary, 'live')),
    focus: 'Varna',
    document: idOf(titled(canary, 'live')),
    generation: before,
    file: { name: 'Own.txt', content: twin },
    title: 'Own copy',
    setting: 'answers',
    csv: true,
  };
}

/** What somebody typed is shown to them again, and gives nothing away. */
function withoutTyped(text: string, values: Readonly<Record<string, OptionValue>>): string {
  return Object.values(values).reduce<string>(
    (left, value) => (typeof value === 'string' ? left.replaceAll(value, '') : left),
    text,
  );
}

/** All that a reply shows, with what hangs on it; a file is fetched. */
async function everythingIn(reply: Reply): Promise<string> {
  const messages = reply.modal === undefined ? await whenDone(reply) : reply.messages;
  const files = messages.flatMap(({ fileUrls }) => fileUrls).map(async (url) => (await fetch(url)).text());
  const shown = messages.map(({ text, embeds, components, files: names }) => [text, embeds, components, names]);
  return JSON.stringify([shown, reply.modal ?? null, await Promise.all(files)]);
}

/** Runs every command that somebody is shown in a place, and types in every option for which something is offered. */
async function runsEverything(
  who: Actor,
  where: LoopbackChannel,
  other: Haunted,
): Promise<ReadonlyMap<string, string>> {
  const seen = new Map<string, string>();
  const values = probing(other);
  for (const command of commandLines(discord.commands)) {
    const isShown = await who.runs(command.line, filledIn(command, values), { in: where }).then(
      async (reply) => {
        seen.set(`/${command.line}`, withoutTyped(await everythingIn(reply), values));
        return true;
      },
      (error: Error) => {
        if (!error.message.includes('is not shown')) throw error;
        return false;
      },
    );
    if (!isShown) continue;
    for (const option of completedOptions(command)) {
      for (const typed of ['', other.canary.slice(0, 3), 'server:', other.generations[0].slice(0, 4)]) {
        const offered = await who.autocompletes(command.line, { [option]: typed }, option, { in: where });
        seen.set(`/${command.line} ${option}: ${typed}`, JSON.stringify(offered));
      }
    }
  }
  return seen;
}

const recordOf = ({ components }: SeenMessage): string => {
  const [, record] = /"custom_id":"up:(\w{12})"/u.exec(JSON.stringify(components)) ?? [];
  if (record === undefined) throw new Error('The message shows no record.');
  return record;
};

/** Every button and form that names something of the other server. */
function forgeries({ answers, generations: [before, live] }: Haunted): readonly ComponentAction[] {
  const records = answers.map(recordOf);
  return [
    ...records.flatMap((record): readonly ComponentAction[] => [
      { action: 'passage', record, index: 0 },
      { action: 'page', record, index: 0 },
      { action: 'share', record },
      { action: 'up', record },
      { action: 'dispute', record },
      { action: 'dispute-form', record },
    ]),
    ...answers.map(({ id: message }): ComponentAction => ({ action: 'follow-up-form', message })),
    { action: 'rollback', collection: 'own', generation: before, live },
    { action: 'rollback', collection: 'shared', generation: before, live },
    { action: 'review-accept', item: 1 },
    { action: 'review-next', item: 0 },
    { action: 'accept-form', item: 1 },
  ];
}

async function forgesEverything(
  who: Actor,
  where: LoopbackChannel,
  under: SeenMessage,
  other: Haunted,
): Promise<ReadonlyMap<string, string>> {
  const seen = new Map<string, string>();
  for (const action of forgeries(other)) {
    const customId = customIdOf(action);
    const values = action.action.endsWith('-form') ? { values: { [noteInput]: 'No.' } } : {};
    seen.set(customId, await everythingIn(await discord.forges(who, { customId, in: where, under, ...values })));
  }
  return seen;
}

/** What a mention of the bot is answered with, and a reply to that. */
async function asksInWords(who: Actor, where: LoopbackChannel): Promise<readonly SeenMessage[]> {
  const question = await who.says(`<@BOT> ${asked}`, { in: where });
  const answer = await discord.answerTo(question);
  const further = await discord.answerTo(await who.says('and who is he?', { in: where, replyTo: answer }));
  const menus = ['Ask about this', 'Check against the documents'].map((menu) => who.opensMenu(menu, question));
  return [answer, further, ...(await Promise.all(menus)).flatMap(({ messages }) => messages)];
}

async function expectNothingSeen(who: Actor, where: LoopbackChannel, other: Haunted): Promise<void> {
  const secret = givenAway(other);
  const spoken = await asksInWords(who, where);
  const [under] = spoken;
  if (under === undefined) throw new Error('Nobody answered.');
  const seen = [
    ...(await runsEverything(who, where, other)),
    ...(await forgesEverything(who, where, under, other)),
    ...spoken.map(({ text }, index) => [`message ${index}`, text] as const),
  ];
  // Whoever asks for what is kept about themselves finds the words they typed, wherever that was, and nothing else of there.
  const typed = /Who painted the town hall of \w+\?|\w+ says otherwise\./gu;
  for (const [what, text] of seen) {
    const isTheirs = what === '/privacy export' && who.id === other.member.id;
    expect(isTheirs ? text.replaceAll(typed, '') : text, what).not.toMatch(secret);
  }
  expect(seen.length).toBeGreaterThan(20);
}

/** Where a server's own moderator is given away what others must not see: everywhere that the canary could be. */
const whereItShows = [
  '/ask',
  '/check',
  '/summary',
  '/sources',
  '/review',
  '/gaps',
  '/settings show',
  '/audit',
  '/reindex run',
  '/reindex preview',
  '/reindex status',
  '/reindex history',
  '/reindex rollback',
  '/corpus list',
  '/corpus show',
  '/corpus add',
  '/corpus replace',
  '/corpus remove',
  '/summary section: ',
  '/corpus show document: server:',
  '/corpus discard document: ',
  '/reindex rollback generation: ',
];

async function expectItsOwnSeen(own: Haunted): Promise<void> {
  const where = own.guild.general;
  const [under] = own.answers;
  if (under === undefined) throw new Error('Nothing was answered.');
  const seen = new Map([
    ...(await runsEverything(own.moderator, where, own)),
    // Last, because what is forged is done.
    ...(await forgesEverything(own.moderator, where, under, own)),
  ]);
  const shows = [...seen].filter(([, text]) => givenAway(own).test(text)).map(([what]) => what);
  expect(shows).toEqual(expect.arrayContaining(whereItShows));
  const actions = new Set(shows.map((what) => what.split(':')[0]));
  expect([...actions]).toEqual(expect.arrayContaining(['passage', 'page', 'share', 'rollback', 'accept-form']));
}

describe('two servers of one bot', () => {
  it('see nothing of each other anywhere, nor does anybody in direct messages', async () => {
    const bot = await startBot(project, discord, { PARLEY_HOME_GUILDS: discord.home.id });
    const home = await haunt(discord, discord.home, 'Marlinspike', '1903');
    const away = await haunt(discord, discord.guild(), 'Bellwether', '1907');
    for (const [here, other] of [
      [away, home],
      [home, away],
    ] as const) {
      await expectNothingSeen(here.moderator, here.guild.general, other);
      // Whoever is in both sees in each what is there.
      discord.member(other.member.name, { guild: here.guild });
      await expectNothingSeen(other.member, here.guild.general, other);
      await expectNothingSeen(here.member, here.member.direct, here);
    }
    await expectItsOwnSeen(home);
    expect((await bot.stop()).code).toBe(0);
    expect(bot.log).not.toMatch(new RegExp(`${givenAway(home).source}|${givenAway(away).source}`, 'iu'));
  }, 180_000);
});
