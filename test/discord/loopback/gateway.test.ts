import { Client, Events, GatewayIntentBits } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { type Loopback, type LoopbackOptions, startLoopback } from '../../support/discord/loopback.js';
import { identifiedGateway, identifyData, openGateway, plainIntents } from './raw-client.js';

let discord: Loopback;
let client: Client | undefined;

afterEach(async () => {
  await client?.destroy();
  client = undefined;
  await discord.stop();
});

async function start(options: LoopbackOptions = {}): Promise<void> {
  discord = await startLoopback({ patienceMs: 8_000, ...options });
}

/** A client that does not wait five seconds between two identifies. */
function createClient(more: readonly GatewayIntentBits[] = []): Client {
  client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages, ...more],
    rest: { api: discord.api },
    waitGuildTimeout: 50,
    ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) },
  });
  return client;
}

/** Contents of the messages that the client is shown, in order. */
async function connect(): Promise<string[]> {
  const heard: string[] = [];
  const connected = createClient();
  connected.on(Events.MessageCreate, ({ content }) => void heard.push(content));
  await connected.login(discord.token);
  await discord.ready();
  return heard;
}

describe('a client that loses its connection', () => {
  it.each<[how: string, lose: () => void]>([
    ['is told to reconnect', () => discord.gateway.reconnects()],
    ['is cut off', () => discord.gateway.drops()],
    ['is closed with 4000', () => discord.gateway.closes(4000)],
    ['is told that its session can go on', () => discord.gateway.invalidates(true)],
  ])('resumes and hears what it missed when it %s', async (_how, lose) => {
    await start();
    const heard = await connect();
    const anna = discord.member('anna');
    lose();
    await anna.says('<@BOT> in between');
    await discord.until(() => discord.gateway.resumes === 1, 'a resume');
    await anna.says('<@BOT> afterwards');
    await discord.delivered();
    expect(heard).toEqual([`<@${discord.botId}> in between`, `<@${discord.botId}> afterwards`]);
    expect(discord.gateway.identifies).toBe(1);
    expect(discord.violations).toEqual([]);
  });

  it.each<[how: string, lose: () => void]>([
    ['its session is invalid', () => discord.gateway.invalidates(false)],
    ['it is closed with 1000', () => discord.gateway.closes(1000)],
  ])('begins anew when %s', async (_how, lose) => {
    await start();
    await connect();
    lose();
    await discord.until(() => discord.gateway.identifies === 2, 'a second identify');
    await discord.ready();
    expect(discord.gateway.resumes).toBe(0);
    expect(discord.violations).toEqual([]);
  });

  it('finds the port closed until it is open again', async () => {
    await start();
    await connect();
    discord.gateway.refuses();
    discord.gateway.drops();
    await discord.closed();
    await expect(openGateway(discord)).rejects.toThrow('ECONNREFUSED');
    await discord.gateway.accepts();
    await discord.ready();
    expect(discord.gateway.identifies + discord.gateway.resumes).toBe(2);
  });

  it('notices by itself when its heartbeats stay unanswered', async () => {
    await start({ heartbeatIntervalMs: 100 });
    await connect();
    discord.gateway.withholdsAcks();
    await discord.until(() => discord.gateway.connections === 0, 'the client to hang up');
    discord.gateway.acknowledges();
    await discord.until(() => discord.gateway.resumes > 0, 'a resume');
    expect(discord.violations).toEqual([]);
  });

  it.each([4004, 4014])('does not come back when it is closed with %d', async (code) => {
    await start();
    await connect();
    const disconnected = new Promise((resolve) =>
      client?.once(Events.ShardDisconnect, ({ code: given }) => resolve(given)),
    );
    discord.gateway.closes(code);
    expect(await disconnected).toBe(code);
    await discord.closed();
  });
});

describe('a login', () => {
  it('is refused with a privileged intent', async () => {
    await start();
    await expect(createClient([GatewayIntentBits.MessageContent]).login(discord.token)).rejects.toThrow(
      'disallowed intents',
    );
    expect(discord.violations.map(({ rule }) => rule)).toEqual(['intents']);
  });

  it('is refused with a wrong token', async () => {
    await start();
    await expect(createClient().login('wrong')).rejects.toThrow('invalid token');
  });

  it('is refused when no identify is left', async () => {
    await start({ sessionStartsLeft: 0 });
    const raw = await openGateway(discord);
    raw.send(2, identifyData(discord));
    expect(await raw.closed).toBe(4004);
  });

  it('becomes ready without a guild that is down, and hears when it comes up', async () => {
    await start({ guildUnavailableAtReady: true });
    const waiting = createClient();
    const ready = new Promise((resolve) => waiting.once(Events.ClientReady, resolve));
    await waiting.login(discord.token);
    await ready;
    expect(waiting.guilds.cache.get(discord.home.id)?.available ?? false).toBe(false);
    const available = new Promise((resolve) => waiting.once(Events.GuildAvailable, resolve));
    discord.gateway.arrives();
    await available;
    expect(waiting.guilds.cache.get(discord.home.id)?.available).toBe(true);
    expect(discord.violations).toEqual([]);
  });

  it('is told of everything there is, by the specification', async () => {
    await start();
    discord.thread(discord.general, { name: 'Talk' });
    const channel = discord.home.channel('second');
    await connect();
    discord.member('anna', { permissions: 8n });
    discord.guild({ name: 'Elsewhere', channels: ['one', 'two'] });
    discord.removes(channel);
    await discord.delivered();
    expect(client?.guilds.cache.map(({ name }) => name)).toEqual(['Home', 'Elsewhere']);
    expect(client?.channels.cache.map((each) => ('name' in each ? each.name : ''))).toEqual([
      'general',
      'Talk',
      'one',
      'two',
    ]);
    const home = client?.guilds.cache.get(discord.home.id);
    expect(home?.members.me?.permissions.bitfield).toBeGreaterThan(274_877_991_935n);
    expect(discord.violations).toEqual([]);
  });
});

describe('a connection', () => {
  it.each<[what: string, code: number, act: (raw: Awaited<ReturnType<typeof openGateway>>) => void]>([
    ['speaks no JSON', 4002, (raw) => raw.sendText('{')],
    ['knows an opcode that there is not', 4001, (raw) => raw.send(99, null)],
    ['acts before it identified', 4003, (raw) => raw.send(3, {})],
    ['has intents that there are not', 4013, (raw) => raw.send(2, identifyData(discord, 2 ** 30))],
    ['is a shard that there is not', 4010, (raw) => raw.send(2, { ...identifyData(discord), shard: [2, 1] })],
    ['sends too much', 4008, (raw) => Array.from({ length: 121 }, () => raw.send(1, null))],
  ])('is closed when the client %s', async (_what, code, act) => {
    await start();
    const raw = await openGateway(discord);
    act(raw);
    expect(await raw.closed).toBe(code);
    expect(discord.violations).toHaveLength(1);
  });

  it('is closed when the client identifies twice, or resumes what has not happened', async () => {
    await start();
    const raw = await identifiedGateway(discord);
    raw.send(2, identifyData(discord));
    expect(await raw.closed).toBe(4005);
    const { session_id: session } = await raw.event('READY');
    const other = await openGateway(discord);
    other.send(6, { token: discord.token, session_id: session, seq: 99 });
    expect(await other.closed).toBe(4007);
    expect(discord.violations).toHaveLength(2);
  });

  it('resumes only a session that there is', async () => {
    await start();
    const raw = await openGateway(discord);
    raw.send(6, { token: discord.token, session_id: 'none', seq: 1 });
    expect(await raw.frame(({ op }) => op === 9)).toMatchObject({ d: false });
    raw.close();
  });

  it.each([
    [true, 'RESUMED'],
    [false, null],
  ])('resumes its session after it was invalidated, if resumable is %s', async (isResumable, granted) => {
    await start();
    const raw = await identifiedGateway(discord);
    const { session_id: session } = await raw.event('READY');
    discord.gateway.invalidates(isResumable);
    expect(await raw.frame(({ op }) => op === 9)).toMatchObject({ d: isResumable });
    raw.close(4000);
    await raw.closed;
    const other = await openGateway(discord);
    other.send(6, { token: discord.token, session_id: session, seq: 1 });
    expect(await other.frame(({ op, t }) => op === 9 || t === 'RESUMED')).toMatchObject({ t: granted });
    other.close();
  });

  it('asks for version 10 in JSON', async () => {
    await start();
    const raw = await openGateway(discord, 'v=9&encoding=json');
    raw.close();
    await raw.closed;
    expect(discord.violations.map(({ rule }) => rule)).toEqual(['gateway']);
  });

  it('numbers what it sends, and keeps what somebody without the intent must not hear', async () => {
    await start();
    const raw = await openGateway(discord);
    raw.send(2, identifyData(discord, plainIntents & ~(1 << 12)));
    await raw.event('GUILD_CREATE');
    const anna = discord.member('anna');
    await anna.says('not for you', { in: anna.direct });
    await anna.says('<@BOT> for you');
    await discord.delivered();
    const heard = raw.frames.filter(({ t }) => t === 'MESSAGE_CREATE').map(({ d }) => d.content);
    expect(heard).toEqual([`<@${discord.botId}> for you`]);
    const numbers = raw.frames.filter(({ op }) => op === 0).map(({ s }) => s);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    raw.close();
  });

  it('splits guilds between shards, and direct messages go to the first', async () => {
    await start();
    for (let count = 0; count < 6; count += 1) discord.guild({ name: `Guild ${count}` });
    const shards = await Promise.all([0, 1].map(() => openGateway(discord)));
    for (const [id, shard] of shards.entries()) shard.send(2, { ...identifyData(discord), shard: [id, 2] });
    await discord.ready();
    const anna = discord.member('anna');
    await anna.says('hello', { in: anna.direct });
    const [first, second] = shards;
    await first?.event('MESSAGE_CREATE');
    second?.send(1, null);
    await second?.frame(({ op }) => op === 11);
    const guilds = shards.map(({ frames }) => frames.filter(({ t }) => t === 'GUILD_CREATE').length);
    expect(guilds.reduce((sum, count) => sum + count, 0)).toBe(7);
    expect(Math.min(...guilds)).toBeGreaterThan(0);
    expect(second?.frames.some(({ t }) => t === 'MESSAGE_CREATE')).toBe(false);
    for (const shard of shards) shard.close();
  });
});
