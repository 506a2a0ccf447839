import { describe, expect, it } from 'vitest';
import { createGuildShelves } from '#src/collections/guild-shelves.js';
import { createShelf } from '#src/collections/shelf.js';
import { GenerationError } from '#src/errors.js';
import type { Generation } from '#src/types.js';
import { deferred } from '../support/deferred.js';

const model = { id: 'fake', hash: 'ffff', dimensions: 4 };
const minute = 60_000;

function generationOf(id: string): Generation {
  return { id, manifest: { id, model } } as unknown as Generation;
}

/** Shelves over made-up stores: what is live for each guild, what was loaded, and a gate before every load. */
function madeUpShelves(most = 2) {
  const live = new Map<string, string>();
  const faults = new Map<string, string>();
  const loads: string[] = [];
  const warnings: string[] = [];
  const clock = { now: 0 };
  let gate = Promise.resolve();
  const shelves = createGuildShelves({
    createShelf: (guild) =>
      createShelf({
        model: Promise.resolve(model),
        store: {
          live: async () => live.get(guild) ?? null,
          async loadLive() {
            loads.push(guild);
            const id = live.get(guild);
            await gate;
            const fault = faults.get(guild);
            if (fault !== undefined) throw new GenerationError(fault, 'Mend it.');
            return id === undefined ? null : generationOf(id);
          },
        },
      }),
    most,
    now: () => clock.now,
    onWarning: (line) => warnings.push(line),
  });
  return {
    shelves,
    live,
    faults,
    loads,
    warnings,
    clock,
    /** Loads wait until the result is called. */
    closeGate(): () => void {
      const { promise, resolve } = deferred();
      gate = promise;
      return resolve;
    },
    idOf: async (guild: string) => (await shelves.get(guild))?.id ?? null,
    refresh: () => shelves.refresh(async () => new Set(live.keys())),
  };
}

describe('the generations of servers in memory', () => {
  it('are loaded when somebody asks, once, however many ask', async () => {
    const { live, loads, idOf } = madeUpShelves();
    live.set('1', 'first');
    expect(await Promise.all([idOf('1'), idOf('1'), idOf('1')])).toEqual(['first', 'first', 'first']);
    expect(await idOf('1')).toBe('first');
    expect(loads).toEqual(['1']);
  });

  it('stay for those who asked last, and are loaded again for the others', async () => {
    const { live, loads, idOf } = madeUpShelves(2);
    for (const guild of ['1', '2', '3']) live.set(guild, `of ${guild}`);
    await idOf('1');
    await idOf('2');
    await idOf('1');
    await idOf('3');
    expect(loads).toEqual(['1', '2', '3']);
    await idOf('1');
    await idOf('3');
    expect(loads).toEqual(['1', '2', '3']);
    expect(await idOf('2')).toBe('of 2');
    expect(loads).toEqual(['1', '2', '3', '2']);
  });

  it('are not loaded twice at once when more than stay are asked for together', async () => {
    const { live, loads, idOf, closeGate } = madeUpShelves(1);
    for (const guild of ['1', '2', '3']) live.set(guild, `of ${guild}`);
    const open = closeGate();
    const asked = ['1', '2', '3', '1', '2', '3'].map(idOf);
    open();
    expect(await Promise.all(asked)).toEqual(['of 1', 'of 2', 'of 3', 'of 1', 'of 2', 'of 3']);
    expect(loads).toEqual(['1', '2', '3']);
  });

  it('are not looked for again where there is none, until somebody publishes here or elsewhere', async () => {
    const { shelves, live, loads, idOf, refresh } = madeUpShelves();
    for (let time = 0; time < 3; time++) expect(await idOf('1')).toBeNull();
    expect(loads).toEqual(['1']);
    shelves.put('1', generationOf('here'));
    expect(await idOf('1')).toBe('here');

    expect(await idOf('2')).toBeNull();
    await refresh();
    expect(await idOf('2')).toBeNull();
    expect(loads).toEqual(['1', '2']);
    live.set('2', 'elsewhere');
    await refresh();
    expect(await idOf('2')).toBe('elsewhere');
  });

  it('are given when somebody publishes while it is being found out that there is none', async () => {
    const { shelves, idOf, closeGate } = madeUpShelves();
    const open = closeGate();
    const asking = idOf('1');
    shelves.put('1', generationOf('new'));
    open();
    expect(await asking).toBe('new');
    expect(await idOf('1')).toBe('new');
  });

  it('are given when somebody publishes while the old one turns out to be damaged', async () => {
    const { shelves, live, faults, idOf, closeGate } = madeUpShelves();
    live.set('1', 'old');
    faults.set('1', 'It is damaged.');
    const open = closeGate();
    const asking = idOf('1');
    shelves.put('1', generationOf('new'));
    open();
    expect(await asking).toBe('new');
    expect(await idOf('1')).toBe('new');
  });

  it('that were published meanwhile are not replaced by an older one that takes long to load', async () => {
    const { shelves, live, idOf, closeGate } = madeUpShelves();
    live.set('1', 'old');
    const open = closeGate();
    const asking = idOf('1');
    shelves.put('1', generationOf('new'));
    open();
    await asking;
    expect(await idOf('1')).toBe('new');
  });

  it('that cannot be read are warned of, and tried again after a minute', async () => {
    const { live, faults, loads, warnings, clock, idOf } = madeUpShelves();
    live.set('1', 'first');
    faults.set('1', 'It is damaged.');
    for (let time = 0; time < 3; time++) expect(await idOf('1')).toBeNull();
    expect(loads).toHaveLength(1);
    expect(warnings).toEqual([expect.stringContaining('It is damaged. Mend it.')]);
    faults.clear();
    clock.now += minute;
    expect(await idOf('1')).toBe('first');
  });

  it('go on with what another process published, and keep what serves when that cannot be read', async () => {
    const { live, faults, warnings, idOf, refresh } = madeUpShelves();
    live.set('1', 'first');
    await idOf('1');
    expect(await refresh()).toBe(false);
    live.set('1', 'second');
    expect(await refresh()).toBe(true);
    expect(await idOf('1')).toBe('second');
    live.set('1', 'third');
    faults.set('1', 'It is damaged.');
    expect([await refresh(), await refresh()]).toEqual([false, false]);
    expect(warnings).toHaveLength(1);
    expect(await idOf('1')).toBe('second');
  });

  it('are gone when they are gone from the disk', async () => {
    const { live, idOf, refresh } = madeUpShelves();
    live.set('1', 'first');
    await idOf('1');
    live.clear();
    expect(await refresh()).toBe(true);
    expect(await idOf('1')).toBeNull();
  });
});
