import { inspect } from 'node:util';
import { Events, type Message, type TextChannel } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { discordErrorAction } from '#src/discord/connection/error-table.js';
import { leaveDiscord } from '#src/discord/connection/leave-discord.js';
import { registerIfChanged } from '#src/discord/connection/register-if-changed.js';
import { systemTimers } from '#src/discord/connection/timers.js';
import { TooManyRefusals } from '#src/discord/connection/too-many-refusals.js';
import { watchFaults } from '#src/discord/connection/watch-faults.js';
import { watchInvalidRequests } from '#src/discord/connection/watch-invalid-requests.js';
import { createWorkTracker } from '#src/discord/connection/work-tracker.js';
import { type ConnectionBench, createBench, nextEvent } from './connection-bench.js';
import { recordingLog } from './recording-log.js';

const bench = createBench();
afterEach(() => bench.end());

const messagesRoute = /^POST \/channels\/[0-9]+\/messages$/u;

async function generalOf({ client, discord }: ConnectionBench): Promise<TextChannel> {
  return (await client.channels.fetch(discord.general.id)) as TextChannel;
}

function sentTo({ discord }: ConnectionBench): readonly string[] {
  return discord
    .member('anna')
    .sees(discord.general)
    .map(({ content }) => content);
}

function triesOf({ discord }: ConnectionBench): number {
  return discord.requests.filter(({ method, path }) => messagesRoute.test(`${method} ${path}`)).length;
}

async function errorOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('what the client hears', () => {
  it('is whatever is meant for the bot: a mention, an answer to it, a direct message; the rest is blank', async () => {
    const connected = await bench.connected();
    const { client, discord } = connected;
    const heard: string[] = [];
    client.on(Events.MessageCreate, ({ author, content }) => {
      if (!author.bot) heard.push(content);
    });
    const general = await generalOf(connected);
    await general.send('ask me');
    const anna = discord.member('anna');
    const [own] = anna.sees(discord.general);
    if (own === undefined) throw new Error('The message of the bot is missing.');
    await anna.says('nothing for a bot');
    await anna.says('<@BOT> for you');
    await anna.says('an answer', { replyTo: own });
    const last = nextEvent(client, Events.MessageCreate);
    await anna.says('just between us', { in: anna.direct });
    await last;
    expect(heard).toEqual(['', `<@${discord.botId}> for you`, 'an answer', 'just between us']);
    expect(discord.violations).toEqual([]);
  });

  it('is forgotten after a few messages', async () => {
    const connected = await bench.connected({ rateLimits: 'off' });
    const general = await generalOf(connected);
    const anna = connected.discord.member('anna');
    for (let count = 0; count < 29; count += 1) await anna.says(`number ${count}`);
    const last = nextEvent(connected.client, Events.MessageCreate);
    await anna.says('<@BOT> the last');
    await last;
    expect(general.messages.cache.size).toBeLessThanOrEqual(20);
  });

  it('may be something that it cannot digest, and it hears the next thing all the same', async () => {
    const { client, discord } = await bench.connected();
    const log = recordingLog();
    watchFaults({ client, log });
    client.once(Events.Raw, (packet: { d: unknown }) => {
      packet.d = null;
    });
    const anna = discord.member('anna');
    await anna.says('<@BOT> broken on the way');
    const heard = nextEvent(client, Events.MessageCreate);
    await anna.says('<@BOT> whole');
    expect(((await heard)[0] as Message).content).toContain('whole');
    expect(log.lines.map(({ level, text }) => [level, text])).toEqual([
      ['error', 'An event of Discord could not be handled.'],
    ]);
  });
});

describe('a message of the client', () => {
  it('mentions nobody, and answers even what is gone', async () => {
    const connected = await bench.connected();
    const { client, discord } = connected;
    const anna = discord.member('anna');
    const heard = nextEvent(client, Events.MessageCreate);
    const question = await anna.says('<@BOT> who met?');
    const [message] = (await heard) as readonly [Message];
    anna.deletes(question);
    await message.reply('@everyone look');
    expect(sentTo(connected)).toContain('@everyone look');
    // The double records every body whose `allowed_mentions` are open or absent.
    expect(discord.violations).toEqual([]);
  });

  it('appears once although it was sent twice, as discord.js does when an answer comes too late', async () => {
    const connected = await bench.connected();
    const general = await generalOf(connected);
    const bodies: unknown[] = [];
    connected.client.rest.on('response', ({ data }) => bodies.push(data.body));
    await general.send('once');
    await connected.client.rest.post(`/channels/${general.id}/messages`, { body: bodies[0] });
    expect(triesOf(connected)).toBe(2);
    expect(sentTo(connected)).toEqual(['once']);
  });

  it.each([
    ['500', 2],
    ['502', 2],
    ['429', 3],
    ['429-global', 3],
  ] as const)('arrives through faults of kind %s', async (kind, times) => {
    const connected = await bench.connected();
    const general = await generalOf(connected);
    connected.discord.fails({ route: messagesRoute, kind, times, delayMs: 10 });
    await general.send('at last');
    expect(sentTo(connected)).toEqual(['at last']);
    expect(triesOf(connected)).toBe(times + 1);
  });

  it('is not repeated in a hot loop when Discord does not say how long to wait', async () => {
    const connected = await bench.connected();
    const general = await generalOf(connected);
    connected.discord.fails({ route: messagesRoute, kind: '429-no-retry-after' });
    const before = performance.now();
    await general.send('patience');
    expect(performance.now() - before).toBeGreaterThan(900);
    expect(triesOf(connected)).toBe(2);
  });

  it.each([
    ['429', 5, TooManyRefusals],
    ['500', 3, Error],
    ['502', 3, Error],
  ] as const)('is given up after a few tries when %s does not end', async (kind, tries, errorClass) => {
    const connected = await bench.connected();
    const general = await generalOf(connected);
    connected.discord.fails({ route: messagesRoute, kind, times: Number.POSITIVE_INFINITY, delayMs: 10 });
    const error = await errorOf(general.send('never'));
    expect(error).toBeInstanceOf(errorClass);
    expect(discordErrorAction(error).do).toBe('retry-later');
    expect(triesOf(connected)).toBe(tries);
  });

  it('does not wait a minute for a rate limit', async () => {
    const connected = await bench.connected();
    const general = await generalOf(connected);
    connected.discord.fails({ route: messagesRoute, kind: '429', delayMs: 60_000 });
    expect(discordErrorAction(await errorOf(general.send('never'))).do).toBe('retry-later');
    expect(triesOf(connected)).toBe(1);
  });

  it.each(['cut-before', 'cut-after'] as const)('whose connection is cut (%s) is later, not a defect', async (kind) => {
    const connected = await bench.connected();
    const general = await generalOf(connected);
    connected.discord.fails({ route: messagesRoute, kind, times: Number.POSITIVE_INFINITY });
    expect(discordErrorAction(await errorOf(general.send('cut'))).do).toBe('retry-later');
    expect(sentTo(connected).length).toBeLessThanOrEqual(kind === 'cut-after' ? 1 : 0);
  });

  it('is the last one once Discord refuses the token: discord.js then forgets it', async () => {
    const connected = await bench.connected();
    const general = await generalOf(connected);
    connected.discord.fails({ route: messagesRoute, kind: 'error', status: 401 });
    expect(discordErrorAction(await errorOf(general.send('one'))).do).toBe('exit');
    expect(discordErrorAction(await errorOf(general.send('two'))).do).toBe('exit');
    expect(triesOf(connected)).toBe(1);
  });

  it.each([
    [403, 50013, 'mute-channel'],
    [404, 10003, 'drop'],
    [400, 50035, 'alert'],
    [400, 40060, 'warn'],
  ] as const)('that Discord refuses with %i and %i has its row in the table', async (status, code, action) => {
    const connected = await bench.connected();
    const general = await generalOf(connected);
    connected.discord.fails({ route: messagesRoute, kind: 'error', status, code });
    expect(discordErrorAction(await errorOf(general.send('no'))).do).toBe(action);
  });

  it('counts towards a ban when it is refused, and the log says so', async () => {
    const connected = await bench.connected({ rateLimits: 'off' });
    const log = recordingLog();
    watchInvalidRequests({ client: connected.client, log });
    connected.discord.fails({ kind: 'error', status: 403, code: 50001, times: 100 });
    for (let count = 0; count < 100; count += 1) await errorOf(connected.client.rest.get('/users/@me'));
    expect(log.lines).toHaveLength(1);
    expect(log.lines[0]).toMatchObject({ level: 'warn', facts: { banAt: 10_000 } });
  });
});

describe('the token', () => {
  it('is not printed with the client, nor with what holds one', async () => {
    const { client, discord } = await bench.connected();
    const signature = discord.token.slice(-20);
    for (const holder of [client, { client }, client.guilds, client.user]) {
      expect(inspect(holder, { depth: 8, showHidden: true })).not.toContain(signature);
    }
  });
});

describe('commands', () => {
  it('reach Discord at the first start, and not again at the second', async () => {
    const { client, discord } = await bench.connected();
    const known = new Map<string, string | null>();
    const registration = {
      rest: client.rest,
      applicationId: client.application.id,
      definitions: [{ name: 'ask', description: 'Ask the documents' }],
      facts: {
        get: async (key: string) => known.get(key) ?? null,
        set: async (key: string, value: string) => void known.set(key, value),
      },
    };
    await expect(registerIfChanged(registration)).resolves.toBe('registered');
    await expect(registerIfChanged(registration)).resolves.toBe('unchanged');
    expect(discord.commands.map(({ name }) => name)).toEqual(['ask']);
    expect(discord.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
    expect(discord.violations).toEqual([]);
  });
});

describe('a stop', () => {
  it('lets the answer under way arrive before the client leaves, after which nothing could be sent', async () => {
    const connected = await bench.connected();
    const { client, discord } = connected;
    const general = await generalOf(connected);
    const work = createWorkTracker();
    discord.fails({ route: messagesRoute, kind: 'delay', delayMs: 150 });
    const sending = work.track(general.send('just in time'));
    work.stopTaking();
    await expect(work.drained(5_000, systemTimers)).resolves.toBe('drained');
    await expect(leaveDiscord({ client, timeoutMs: 5_000, timers: systemTimers })).resolves.toBe('left');
    await sending;
    await discord.closed();
    expect(sentTo(connected)).toEqual(['just in time']);
    expect(discordErrorAction(await errorOf(general.send('too late'))).do).toBe('exit');
  });
});
