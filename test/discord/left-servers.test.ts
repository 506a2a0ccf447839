import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Client, Events } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collectionOfGuild } from '#src/collections.js';
import type { BotParts } from '#src/discord/bot-parts.js';
import { createClient } from '#src/discord/connection/client.js';
import { forgetLeftServers, noteMissedChanges, watchLeftServers } from '#src/discord/left-servers.js';
import { madeUpEntry } from '../contracts/state/made-up-acts.js';
import { madeUpPut, stagedText } from '../contracts/state/made-up-changes.js';
import { type Loopback, startLoopback } from '../support/discord/loopback.js';
import { noCollections } from '../support/no-collections.js';
import { runBotAgainst } from '../support/run-bot-against.js';
import { idleDesk } from './idle-desk.js';
import { quietParts } from './quiet-parts.js';

const day = 24 * 3_600_000;

let clock: number;
let removed: string[];
let parts: BotParts;

/** What a bot in these servers works with. */
function partsOf(client: Client): BotParts {
  const collections = {
    ...noCollections({ generation: undefined as never }),
    async remove(collection: string) {
      removed.push(collection);
    },
  };
  return quietParts(client, { desk: {}, collections, now: () => clock });
}

async function cannotRemove(): Promise<never> {
  throw new Error('The disk is read-only.');
}

async function isSet(guild: string): Promise<boolean> {
  return (await parts.state.settings.of(guild)).length > 0;
}

beforeEach(() => {
  clock = 0;
  removed = [];
});

describe('that the bot is in a server no more', () => {
  let discord: Loopback;
  let client: Client;

  beforeEach(async () => {
    discord = await startLoopback();
    client = createClient({ restApi: discord.api });
    parts = partsOf(client);
    watchLeftServers(client, parts);
  });
  afterEach(async () => {
    await client.destroy();
    await discord.closed();
    await discord.stop();
    expect(discord.violations).toEqual([]);
  });

  it('is noted when it is thrown out, and taken back when it returns', async () => {
    const elsewhere = discord.guild({ name: 'Elsewhere' });
    await client.login(discord.token);
    await discord.ready();
    clock = 5;
    elsewhere.removesBot();
    await discord.delivered();
    await expect.poll(() => parts.state.servers.leftBefore(6)).toEqual([elsewhere.id]);
    client.emit(Events.GuildCreate, { id: elsewhere.id } as never);
    await expect.poll(() => parts.state.servers.leftBefore(6)).toEqual([]);
  });
});

describe('what happened while the bot was down', () => {
  const [gone, alsoGone, here, wasAway, known] = [1, 2, 3, 4, 5].map((last) => `101765432109876540${last}`);

  function connected(): Client {
    const cache = new Map([here, wasAway].map((guild) => [guild, {}]));
    return { isReady: () => true, guilds: { cache } } as unknown as Client;
  }

  it('is noted once it is connected: servers it is in no more, and those it is in again', async () => {
    parts = partsOf(connected());
    const { settings, staging, servers } = parts.state;
    for (const guild of [gone, here, 'shared'])
      await staging.put(madeUpPut({ collection: `guild-${guild}` }), stagedText, madeUpEntry());
    const set = { guild: alsoGone ?? '', channel: null, key: 'language', value: 'en' };
    await settings.set(set, madeUpEntry());
    for (const guild of [wasAway, known]) await servers.left(guild ?? '', 1);
    clock = 40 * day;
    const withIndex = 'guild-1017654321098765409';
    await noteMissedChanges({
      ...parts,
      collections: { ...parts.collections, onDisk: async () => ['shared', withIndex, `guild-${here}`] },
    });
    expect(await servers.leftBefore(clock)).toEqual([known]);
    // Their 30 days begin when it is found out.
    expect(await servers.leftBefore(clock + 1)).toEqual([gone, alsoGone, known, withIndex.slice('guild-'.length)]);
  });

  it('is looked at again at the next start when it could not be noted', async () => {
    parts = partsOf(connected());
    await noteMissedChanges({ ...parts, collections: { ...parts.collections, onDisk: cannotRemove } });
    expect(parts.log).toMatchObject({ lines: [{ level: 'error' }] });
  });

  it('is noted by a bot that was thrown out between two runs', async () => {
    const discord = await startLoopback();
    const folder = await mkdtemp(path.join(os.tmpdir(), 'parley-left-'));
    const start = () =>
      runBotAgainst(discord, { desk: idleDesk, databaseFile: path.join(folder, 'state.sqlite'), now: () => 7 });
    try {
      const elsewhere = discord.guild({ name: 'Elsewhere' });
      const first = await start();
      for (const guild of [discord.home.id, elsewhere.id])
        await first.state.settings.set({ guild, channel: null, key: 'language', value: 'en' }, madeUpEntry({ guild }));
      await first.stop();
      elsewhere.removesBot();
      const second = await start();
      try {
        await expect.poll(() => second.state.servers.leftBefore(8)).toEqual([elsewhere.id]);
      } finally {
        await second.stop();
      }
    } finally {
      await discord.stop();
      await rm(folder, { recursive: true, force: true });
    }
    expect(discord.violations).toEqual([]);
  });
});

describe('what was of a server that was left', () => {
  const [left, back] = ['1017654321098765401', '1017654321098765402'];

  function connected(isReady: boolean): Client {
    return { isReady: () => isReady, guilds: { cache: new Map([[back, {}]]) } } as unknown as Client;
  }

  async function areLeft(client: Client): Promise<void> {
    parts = partsOf(client);
    const entry = { actor: '1', at: 0, act: 'settings', subject: null, before: null, after: null };
    for (const guild of [left, back]) {
      await parts.state.settings.set({ guild, channel: null, key: 'language', value: 'en' }, { guild, ...entry });
      await parts.state.servers.left(guild, 0);
    }
  }

  it('goes after 30 days with its documents, unless the bot is in it again', async () => {
    await areLeft(connected(true));
    clock = 30 * day;
    await forgetLeftServers(parts);
    expect([removed, await isSet(left)]).toEqual([[], true]);
    clock += 1;
    await forgetLeftServers(parts);
    expect(removed).toEqual([collectionOfGuild(left)]);
    expect([await isSet(left), await isSet(back)]).toEqual([false, true]);
    expect(await parts.state.servers.leftBefore(clock)).toEqual([]);
  });

  it('stays as long as nobody knows which servers the bot is in', async () => {
    await areLeft(connected(false));
    clock = 40 * day;
    await forgetLeftServers(parts);
    expect([removed, await isSet(left)]).toEqual([[], true]);
  });

  it('is looked for again when its documents could not be removed', async () => {
    await areLeft(connected(true));
    clock = 40 * day;
    await forgetLeftServers({ ...parts, collections: { ...parts.collections, remove: cannotRemove } });
    expect(await isSet(left)).toBe(true);
    await forgetLeftServers(parts);
    expect([removed, await isSet(left)]).toEqual([[collectionOfGuild(left)], false]);
  });
});
