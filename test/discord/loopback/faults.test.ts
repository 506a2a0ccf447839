import { DiscordAPIError, HTTPError, REST, Routes } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../support/discord/faults.js';
import { type Loopback, startLoopback } from '../../support/discord/loopback.js';
import { exampleCommands } from './example-commands.js';
import { call, identifiedGateway, type RawAnswer } from './raw-client.js';

let discord: Loopback;
let rest: REST;

beforeEach(async () => {
  discord = await startLoopback();
  rest = new REST({ api: discord.api, timeout: 5_000 }).setToken(discord.token);
});

afterEach(async () => {
  rest.clearHandlerSweeper();
  rest.clearHashSweeper();
  await discord.stop();
});

const body = { content: 'Hello', allowed_mentions: { parse: [] } };
const post = (more: object = {}): Promise<unknown> =>
  rest.post(Routes.channelMessages(discord.general.id), { body: { ...body, ...more } });

const statuses = (): readonly (number | null)[] => discord.requests.map(({ status }) => status);
const contents = (): readonly string[] =>
  discord
    .member('anna')
    .sees()
    .map(({ content }) => content);

async function failure(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('a fault', () => {
  it.each<[kind: Fault['kind'], statuses: readonly (number | null)[]]>([
    ['429', [429, 200]],
    ['429-global', [429, 200]],
    ['429-no-retry-after', [429, 200]],
    ['500', [500, 200]],
    ['502', [502, 200]],
    ['delay', [200]],
  ])('of the kind %s is got over by the client', async (kind, expected) => {
    discord.fails({ kind, delayMs: 20 });
    await post();
    expect(statuses()).toEqual(expected);
    expect(contents()).toEqual(['Hello']);
    expect(discord.violations).toEqual([]);
  });

  it('asks to wait in the header, in the body, and says for whom', async () => {
    discord.fails({ kind: '429-global', delayMs: 1500 });
    discord.fails({ kind: '429' });
    discord.fails({ kind: '429-no-retry-after' });
    const ask = (): Promise<RawAnswer> => call(discord, 'GET', '/users/@me');
    const answers = [await ask(), await ask(), await ask()];
    const told = ['retry-after', 'x-ratelimit-global', 'x-ratelimit-scope'].map((name) =>
      answers.map(({ headers }) => headers.get(name)),
    );
    expect(told).toEqual([
      ['1.5', '0.1', null],
      ['true', null, null],
      ['global', 'user', null],
    ]);
    expect(answers.map((answer) => [answer.body.retry_after, answer.body.global])).toEqual([
      [1.5, true],
      [0.1, false],
      [undefined, undefined],
    ]);
  });

  it('may last longer than the client tries', async () => {
    discord.fails({ kind: '500', times: 4, status: 503 });
    expect(await failure(post())).toBeInstanceOf(HTTPError);
    await post();
    expect(statuses()).toEqual([503, 503, 503, 503, 200]);
  });

  it('may be one of Discord’s own errors', async () => {
    discord.fails({ kind: 'error', status: 403, code: 50_007 });
    const error = await failure(post());
    expect(error).toBeInstanceOf(DiscordAPIError);
    expect(error).toMatchObject({ status: 403, code: 50_007 });
    expect(contents()).toEqual([]);
  });

  it('cuts the connection before the work', async () => {
    discord.fails({ kind: 'cut-before' });
    expect(await failure(post())).toBeInstanceOf(Error);
    expect(contents()).toEqual([]);
    expect(statuses()).toEqual([null]);
  });

  it('cuts the connection after the work, so that only a nonce keeps it from being done twice', async () => {
    discord.fails({ kind: 'cut-after' });
    await failure(post());
    await post();
    expect(contents()).toEqual(['Hello', 'Hello']);
    discord.fails({ kind: 'cut-after' });
    const once = { content: 'Once', nonce: '5', enforce_nonce: true };
    await failure(post(once));
    await post(once);
    expect(contents()).toEqual(['Hello', 'Hello', 'Once']);
  });

  it('is done with after one request, in the order of the list, and only on its route', async () => {
    discord.fails({ kind: 'error', code: 1, route: /\/typing$/u });
    discord.fails({ kind: 'error', code: 2, route: /^PATCH \/channels/u });
    discord.fails({ kind: 'error', code: 3, route: (method, path) => method === 'POST' && path.endsWith('/messages') });
    const path = `/channels/${discord.general.id}`;
    const codes = [];
    for (const [method, place] of [
      ['GET', `${path}/messages`],
      ['POST', `${path}/messages`],
      ['POST', `${path}/messages`],
      ['PATCH', `${path}/messages/1`],
      ['POST', `${path}/typing`],
      ['POST', `${path}/typing`],
    ] as const) {
      codes.push((await call(discord, method, place, method === 'GET' ? undefined : body)).body.code);
    }
    expect(codes).toEqual([undefined, 3, undefined, 2, 1, undefined]);
  });

  it('of an acknowledgement is not held against the bot', async () => {
    discord.registers(exampleCommands);
    const gateway = await identifiedGateway(discord);
    const anna = discord.member('anna');
    const reply = await anna.runs('ask', { question: 'Who?' }, { until: 'sent' });
    const { id, token } = await gateway.event('INTERACTION_CREATE');
    const callback = `/interactions/${String(id)}/${String(token)}/callback`;
    discord.fails({ kind: 'cut-after', route: /callback$/u });
    expect(await failure(call(discord, 'POST', callback, { type: 5 }))).toBeInstanceOf(Error);
    expect((await call(discord, 'POST', callback, { type: 5 })).body.code).toBe(40_060);
    const webhook = `/webhooks/${discord.applicationId}/${String(token)}/messages/@original`;
    expect((await call(discord, 'PATCH', webhook, body)).status).toBe(200);
    expect((await reply.settled()).messages.map(({ content }) => content)).toEqual(['Hello']);
    expect(discord.requests.filter(({ path }) => path.includes('callback')).map(({ status }) => status)).toEqual([
      null,
      400,
    ]);
    expect(discord.violations).toEqual([]);
    gateway.close();
  });
});

describe('rate limits', () => {
  it('count each channel for itself, and say so in the headers', async () => {
    const real = await startLoopback({ rateLimits: 'real' });
    const [one, two] = [real.general, real.home.channel('two')].map(({ id }) => `/channels/${id}/messages`);
    const answers = [];
    for (let count = 0; count < 6; count += 1) answers.push(await call(real, 'POST', one ?? '', body));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(answers.map(({ headers }) => headers.get('x-ratelimit-remaining'))).toEqual(['4', '3', '2', '1', '0', '0']);
    expect(answers[5]?.body).toMatchObject({ global: false });
    expect(Number(answers[5]?.headers.get('retry-after'))).toBeGreaterThan(3);
    const [first, other] = [answers[0], await call(real, 'POST', two ?? '', body)];
    expect(other.headers.get('x-ratelimit-bucket')).toBe(first?.headers.get('x-ratelimit-bucket'));
    expect(other.status).toBe(200);
    expect(real.violations).toEqual([]);
    await real.stop();
  });

  it('hold for fifty requests a second over all routes, and leave interactions out', async () => {
    const path = `/channels/${discord.general.id}`;
    const answers = await Promise.all(Array.from({ length: 60 }, () => call(discord, 'GET', path)));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(10);
    expect(refused[0]?.headers.get('x-ratelimit-global')).toBe('true');
    expect((await call(discord, 'POST', '/interactions/1/none/callback', { type: 5 })).body.code).toBe(10_062);
  });

  it('are waited for by the client, briefly unless a test wants Discord’s own windows', async () => {
    const startedAt = performance.now();
    for (let count = 0; count < 7; count += 1) await post();
    expect(contents()).toHaveLength(7);
    expect(statuses()).not.toContain(429);
    expect(performance.now() - startedAt).toBeGreaterThan(300);
  });

  it('can be turned off', async () => {
    const free = await startLoopback({ rateLimits: 'off' });
    for (let count = 0; count < 60; count += 1) {
      const { status, headers } = await call(free, 'POST', `/channels/${free.general.id}/typing`);
      expect([status, headers.get('x-ratelimit-limit')]).toEqual([204, null]);
    }
    await free.stop();
  });
});
