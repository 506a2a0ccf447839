import { beforeEach, describe, expect, it } from 'vitest';
import { noteOtherSwap } from '#src/discord/correcting/note-other-swap.js';
import { GenerationError } from '#src/errors.js';
import type { StateStore } from '#src/state/state-store.js';
import type { Generation } from '#src/types.js';
import { createMemoryStateStore } from '../../support/memory-state-store.js';
import { quietParts } from '../quiet-parts.js';

const homes = ['100000000000000001', '100000000000000002'];
const away = '100000000000000003';
const [first, second] = ['20260101-000000-aaaa', '20260102-000000-aaaa'] as const;
const documents: Readonly<Record<string, readonly string[]>> = {
  [first]: ['kept 1', 'changed 1', 'removed 1'],
  [second]: ['kept 1', 'changed 2', 'added 1'],
};

function generation(id: string): Generation {
  const facts = documents[id]?.map((text) => {
    const [name = '', version] = text.split(' ');
    return { id: name, metadata: {}, source: { path: `${name}.txt`, sha256: version } };
  });
  if (facts === undefined) throw new GenerationError('It is gone.', 'Name another.');
  return { id, documents: facts } as unknown as Generation;
}

let state: StateStore;
let isReady: boolean;

beforeEach(() => {
  state = createMemoryStateStore();
  isReady = true;
});

/** The bot looks while a generation is live. */
async function looks(live: string): Promise<void> {
  const guilds = { cache: new Map([...homes, away].map((guild) => [guild, {}])) };
  const parts = quietParts({ isReady: () => isReady, guilds } as never, {
    desk: { generation: generation(live) },
    state,
    isHome: (guild) => homes.includes(guild),
    now: () => 5,
  });
  await noteOtherSwap({ ...parts, collections: { ...parts.collections, load: async (_, id) => generation(id) } });
}

/** A moderator publishes, or rolls back. */
async function publishes(after: string, before: string): Promise<void> {
  const entry = { guild: homes[0] ?? '', actor: '1', at: 0, act: 'reindex run', subject: 'shared documents', before };
  const correcting = { collection: 'shared', generation: after, documents: ['changed'] };
  await state.staging.finish({ collection: 'shared', before, versions: [], entry }, after, correcting);
}

async function parleys(guild: string) {
  const entries = await state.audit.entries({ guild, limit: 9 });
  return entries.filter(({ actor }) => actor === 'parley').map(({ act, before, after }) => ({ act, before, after }));
}

describe('a shared generation that another process made live', () => {
  it('is noted once: what to correct, and an entry in each home server', async () => {
    await looks(first);
    for (const live of [second, second]) await looks(live);
    expect(await state.staging.correcting()).toEqual([
      { collection: 'shared', generation: second, documents: ['added', 'changed', 'removed'] },
    ]);
    for (const guild of homes)
      expect(await parleys(guild)).toEqual([{ act: 'reindex run', before: first, after: second }]);
    expect(await parleys(away)).toEqual([]);
  });

  it('is called a rollback when it is older', async () => {
    await looks(second);
    await looks(first);
    expect(await parleys(homes[1] ?? '')).toEqual([{ act: 'reindex rollback', before: second, after: first }]);
  });

  it('may have changed everything when what was live before is gone', async () => {
    await looks(first);
    await state.facts.set('shared-generation', '20251231-000000-aaaa');
    await looks(second);
    expect((await state.staging.correcting())[0]?.documents).toEqual(['kept', 'changed', 'added']);
  });

  it('is noted also when moderators made it live before', async () => {
    await looks(first);
    await publishes(second, first);
    await looks(second);
    await looks(first);
    await looks(second);
    expect(await parleys(homes[0] ?? '')).toHaveLength(2);
  });
});

describe('nothing is noted', () => {
  it('at the very first start', async () => {
    await looks(second);
    expect(await state.staging.correcting()).toEqual([]);
    expect(await parleys(homes[0] ?? '')).toEqual([]);
  });

  it('of what a moderator published', async () => {
    await looks(first);
    await publishes(second, first);
    await looks(second);
    expect(await parleys(homes[0] ?? '')).toEqual([]);
    expect((await state.staging.correcting())[0]?.documents).toEqual(['changed']);
  });

  it('while a publication is under way, or the bot does not know its servers; it is afterwards', async () => {
    await looks(first);
    const entry = { guild: homes[0] ?? '', actor: '1', at: 0, act: 'reindex run', subject: null, before: null };
    await state.staging.begin({ collection: 'shared', before: first, versions: [], entry });
    await looks(second);
    await state.staging.callOff('shared');
    isReady = false;
    await looks(second);
    expect(await state.staging.correcting()).toEqual([]);
    isReady = true;
    await looks(second);
    expect(await state.staging.correcting()).toHaveLength(1);
  });
});
