import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '#src/desk.js';
import { openArticleDesk } from '../support/article-desk.js';
import type { Actor } from '../support/discord/actor.js';
import type { Fault } from '../support/discord/faults.js';
import { type Loopback, startLoopback } from '../support/discord/loopback.js';
import type { SeenMessage } from '../support/discord/seen-message.js';
import { type RunningBot, runBotAgainst } from '../support/run-bot-against.js';

/*
 * One busy day: everything a member can do, everything that goes wrong on the way to Discord and back, an error that
 * carries every secret there is, and at the end a token that is taken away. Then all that was written is searched.
 */

const leakyQuestion = 'Who leaks what an error knows?';
const answered = 'How long did the talks last?';

let folder: string;
let desk: Desk;
let discord: Loopback;
let bot: RunningBot;
let people: readonly Actor[];
/** The database while the bot ran, and after; what ended the bot. */
const databases: string[] = [];
let death: unknown;

/** Fails with an error as a client of HTTP makes them: the request hangs on it, with address, headers and body. */
function leakyDesk(real: Desk): Desk {
  return {
    ...real,
    get generation() {
      return real.generation;
    },
    ask(question) {
      if (question !== leakyQuestion) return real.ask(question);
      const urls = discord.secrets
        .slice(1)
        .map((token) => `${discord.api}/v10/webhooks/${discord.applicationId}/${token}`);
      const headers = { authorization: `Bot ${discord.token}` };
      const error = new Error(`${urls.join(' ')} with ${JSON.stringify({ headers })} failed for Bot ${discord.token}`);
      return Promise.reject(
        Object.assign(error, { url: urls.at(-1), method: 'PATCH', requestBody: { headers }, urls }),
      );
    },
  };
}

async function readDatabase(): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.startsWith('state.sqlite')) databases.push(await readFile(path.join(folder, name), 'latin1'));
  }
}

async function everythingThereIs([anna, ben]: readonly [Actor, Actor]): Promise<void> {
  const thread = discord.thread(discord.general, { name: 'the talks' });
  const first = await anna.says(`<@BOT> ${answered}`, { in: thread });
  await discord.answerTo(await ben.says('and who met?', { in: thread, replyTo: await discord.answerTo(first) }));
  await discord.answerTo(await ben.says(answered, { in: ben.direct }));
  const hidden = (await anna.runs('ask', { question: answered, private: true })).messages[0] as SeenMessage;
  const shared = (await anna.presses(hidden, 'Share')).messages[0] as SeenMessage;
  for (const button of ['Show passage', '👍', '👎']) await ben.presses(shared, button);
  await ben.submits(await ben.presses(shared, 'Dispute'), { 'What is wrong?': 'All of it.' });
  await anna.autocompletes('summary', { section: '1' }, 'section');
  await anna.runs('summary', { length: 'short', focus: 'Aleppo' });
  await anna.runs('check', { claim: 'The talks lasted nine hours.' });
  await anna.opensMenu('Ask about this', await ben.says(answered));
  await anna.runs('digest', {}, { in: thread });
  for (const command of ['help', 'sources']) await anna.runs(command);
}

const callback = /^POST \/interactions\//u;
const original = /^PATCH \/webhooks\//u;
const post = /^POST \/channels\/\d+\/messages/u;

interface Trouble extends Omit<Fault, 'route'> {
  readonly route: RegExp;
}

/** Each meets one command or one mention on its way. */
const troubles: readonly Trouble[] = [
  { kind: '500', route: callback, times: 20 },
  { kind: '502', route: original, times: 4 },
  { kind: '500', route: post, times: 4 },
  { kind: '429', route: original, delayMs: 50 },
  { kind: '429-global', route: post, delayMs: 50 },
  { kind: 'cut-before', route: callback },
  { kind: 'cut-after', route: callback },
  { kind: 'cut-before', route: original },
  { kind: 'cut-after', route: original },
  { kind: 'cut-after', route: post },
  { kind: 'error', route: callback, status: 404, code: 10_062 },
  { kind: 'error', route: original, status: 400, code: 50_035 },
  { kind: 'error', route: original, status: 404, code: 10_015 },
  { kind: 'error', route: post, status: 400, code: 50_035 },
];

async function meet([anna, ben]: readonly [Actor, Actor], { route, times = 1, ...fault }: Trouble): Promise<void> {
  let met: string | undefined;
  discord.fails({
    ...fault,
    times,
    route(method, requested) {
      if (!route.test(`${method} ${requested}`)) return false;
      // One request and its repetitions, and nobody else's.
      met ??= requested;
      return requested === met;
    },
  });
  if (route === post) {
    const said = await anna.says(`<@BOT> ${answered}`);
    await discord.answerTo(said, { isFinal: () => true });
  } else await anna.runs('ask', { question: answered }, { until: 'sent' });
  await discord.until(() => met !== undefined, `${fault.kind} at ${route.source}`);
  // Whatever became of it, the bot goes on.
  await ben.runs('help');
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley-secrets-'));
  desk = await openArticleDesk();
  discord = await startLoopback({ patienceMs: 30_000 });
  bot = await runBotAgainst(discord, { desk: leakyDesk(desk), databaseFile: path.join(folder, 'state.sqlite') });
  const [anna, ben] = [discord.member('anna'), discord.member('ben')] as const;
  people = [anna, ben];
  await everythingThereIs([anna, ben]);
  for (const trouble of troubles) await meet([anna, ben], trouble);
  await anna.runs('ask', { question: leakyQuestion });
  await discord.until(
    () => bot.log.some((line) => line.includes('Discord has a fault')),
    'the end of the first trouble',
  );
  discord.gateway.drops();
  await discord.ready();
  discord.gateway.invalidates(false);
  await discord.ready();
  await readDatabase();
  discord.fails({ kind: 'error', route: original, status: 401, code: 0, times: 10 });
  await anna.runs('ask', { question: answered }, { until: 'acknowledged' });
  death = await bot.done.catch((error: unknown) => error);
  await readDatabase();
}, 120_000);

afterAll(async () => {
  await discord.stop();
  await desk.close();
  await rm(folder, { recursive: true, force: true });
  expect(discord.violations).toEqual([]);
});

/** Pieces that only a secret has, so that a part of one is found too. */
function piecesOf(secret: string): readonly string[] {
  const middle = Math.floor(secret.length / 2);
  return [secret.slice(-20), secret.slice(middle, middle + 20)];
}

function expectNoSecret(texts: readonly string[]): void {
  expect(texts.length).toBeGreaterThan(0);
  const pieces = discord.secrets.flatMap(piecesOf);
  const leaks = texts.filter((text) => pieces.some((piece) => text.includes(piece)));
  expect(leaks.map((text) => text.slice(0, 500))).toEqual([]);
  expect(texts.filter((text) => /\b(?:Bot|Bearer) [\w.~+/=-]{20,}|authorization"?:/iu.test(text))).toEqual([]);
}

describe('after a busy day with faults of every kind, and a token that was taken away', () => {
  it('what went wrong is in the log, and no secret is', () => {
    const log = bot.log.join('\n');
    const traces = [
      'Discord has a fault',
      'Discord asks for fewer requests',
      'Discord does not accept what was sent',
      'the interaction was not acknowledged in time',
      'an answer failed',
      'The connection to Discord is lost',
      'Discord refuses the token',
    ];
    expect(traces.filter((trace) => !log.includes(trace))).toEqual([]);
    expectNoSecret(bot.log);
  });

  it('what the operator was told, and what ended the bot, has none', () => {
    expect(String(death)).toContain('token');
    expectNoSecret([...bot.said, inspect(death, { depth: 10, showHidden: true })]);
  });

  it('no message that anybody sees has one', () => {
    const places = [...discord.home.channels, ...people.map(({ direct }) => direct)];
    const seen = people.flatMap((person) =>
      places
        .filter(({ id, kind }) => kind !== 'direct' || id === person.direct.id)
        .flatMap((place) => person.sees(place)),
    );
    expect(seen.some(({ text }) => text.includes('went wrong'))).toBe(true);
    expectNoSecret(seen.map((message) => JSON.stringify(message)));
  });

  it('no file of the database has one', () => {
    expect(databases.join('')).toContain(answered);
    expectNoSecret(databases);
  });
});
