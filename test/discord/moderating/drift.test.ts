import { PermissionsBitField } from 'discord.js';
import { describe, expect, it } from 'vitest';
import type { CorpusDrift } from '#src/corpus-drift.js';
import { driftChore, noteDriftAsTold } from '#src/discord/moderating/reindexing/drift.js';
import { createMemoryStateStore } from '../../support/memory-state-store.js';
import { quietParts } from '../quiet-parts.js';

const homes = ['100000000000000001', '100000000000000002'];
const away = '100000000000000003';

const drift = (fingerprint: string): CorpusDrift => ({ added: 1, changed: 0, removed: 2, fingerprint });

/** A bot in three servers, two of them home servers; each may have a log channel. */
async function watching({
  state = createMemoryStateStore(),
  logsIn = [...homes, away],
}: {
  readonly state?: ReturnType<typeof createMemoryStateStore>;
  readonly logsIn?: readonly string[];
} = {}) {
  const posted: { readonly guild: string; readonly text: string }[] = [];
  const channelIn = (guildId: string) => ({
    guildId,
    isDMBased: () => false,
    isSendable: () => true,
    guild: { available: true, members: { me: {} } },
    permissionsFor: () => new PermissionsBitField(PermissionsBitField.All),
    send: async ({ content }: { readonly content: string }) => posted.push({ guild: guildId, text: content }),
  });
  const servers = [...homes, away];
  const client = {
    guilds: { cache: new Map(servers.map((guild) => [guild, {}])) },
    channels: { cache: new Map(servers.map((guild) => [`${guild}9`, channelIn(guild)])) },
  };
  for (const guild of logsIn) {
    const audited = { guild, actor: 'parley', at: 0, act: 'settings', subject: null, before: null, after: null };
    await state.settings.set({ guild, channel: null, key: 'log-channel', value: `${guild}9` }, audited);
  }
  let now: CorpusDrift | null = null;
  const isHome = (guild: string): boolean => homes.includes(guild);
  const { settings: _, state: __, ...quiet } = quietParts(client as never, { desk: {}, isHome });
  const { createSettingsReader } = await import('#src/discord/moderating/server-settings.js');
  const parts = { ...quiet, state, settings: createSettingsReader(state.settings), findDrift: async () => now };
  const chore = driftChore(parts);
  return {
    state,
    posted,
    parts,
    everyMs: chore.everyMs,
    async looks(found: CorpusDrift | null) {
      now = found;
      await chore.run();
    },
  };
}

describe('the files of the shared documents', () => {
  it('are looked at every minute, and nothing is said while they are as they were indexed', async () => {
    const { everyMs, looks, posted } = await watching();
    expect(everyMs).toBe(60_000);
    await looks(null);
    expect(posted).toEqual([]);
  });

  it('are spoken of in the log channels of home servers, once for each state', async () => {
    const { looks, posted } = await watching();
    await looks(drift('a'));
    await looks(drift('a'));
    expect(posted.map(({ guild }) => guild)).toEqual(homes);
    expect(posted[0]?.text).toContain('1 new, 0 changed, 2 removed');
    expect(posted[0]?.text).toContain('/reindex run');
    await looks(drift('b'));
    expect(posted).toHaveLength(4);
  });

  it('are not spoken of again after a restart', async () => {
    const { state, looks } = await watching();
    await looks(drift('a'));
    const restarted = await watching({ state });
    await restarted.looks(drift('a'));
    expect(restarted.posted).toEqual([]);
  });

  it('are not spoken of after a rollback, which left them newer than what is live', async () => {
    const { parts, looks, posted } = await watching();
    await noteDriftAsTold({ ...parts, findDrift: async () => drift('a') });
    await looks(drift('a'));
    expect(posted).toEqual([]);
    await looks(drift('b'));
    expect(posted).toHaveLength(2);
  });

  it('are not spoken of while somebody publishes or rolls back', async () => {
    const { parts, looks, posted } = await watching();
    const begun = parts.jobs.begin({ kind: 'publish', collections: ['shared'], guild: away, by: '1' });
    await looks(drift('a'));
    expect(posted).toEqual([]);
    if ('job' in begun) begun.job.end();
    await looks(drift('a'));
    expect(posted).toHaveLength(2);
  });

  it('wait where nobody has a log channel, until somebody has', async () => {
    const { state, looks, posted } = await watching({ logsIn: [away] });
    await looks(drift('a'));
    expect(posted).toEqual([]);
    const later = await watching({ state, logsIn: homes.slice(0, 1) });
    await later.looks(drift('a'));
    expect(later.posted.map(({ guild }) => guild)).toEqual(homes.slice(0, 1));
  });
});
