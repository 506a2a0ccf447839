import { describe, expect, it } from 'vitest';
import type { RunIndexing } from '#src/collections/collection-parts.js';
import { inTurn } from '#src/collections/in-turn.js';
import type { IndexingAim, IndexingOrder } from '#src/ingesting/messages.js';
import { type Deferred, deferred } from '../support/deferred.js';
import { createInstallation } from './create-installation.js';
import { collectionA, collectionB, entryOf, guildA, guildB, indexHere } from './made-up-installation.js';

/** Runs that go on until the test ends them, in the order in which they began. */
function heldRuns() {
  const running: { readonly name: string; readonly end: Deferred }[] = [];
  const began: string[] = [];
  const index: RunIndexing = async ({ collection }) => {
    const run = { name: collection, end: deferred() };
    running.push(run);
    began.push(collection);
    await run.end.promise;
    running.splice(running.indexOf(run), 1);
    if (collection.startsWith('failing')) throw new Error('failed');
    return null as never;
  };
  const limited = inTurn(index, { plans: 2, builds: 1 });
  return {
    began,
    begin: (name: string, aim: IndexingAim, signal?: AbortSignal) =>
      limited({ collection: name, aim } as IndexingOrder, {
        onProgress: () => undefined,
        onWarning: () => undefined,
        signal,
      }),
    async end(name: string) {
      running.find((run) => run.name === name)?.end.resolve();
      await settled();
    },
  };
}

/** Lets whatever can go on go on. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

describe('indexing runs of all collections', () => {
  it('are two plans and one build at once, first come, first served, also after one that failed', async () => {
    const { begin, end, began } = heldRuns();
    const failing = expect(begin('failing', 'publish')).rejects.toThrow('failed');
    const others = [begin('b', 'build'), begin('c', 'publish'), ...['p', 'q', 'r'].map((name) => begin(name, 'plan'))];
    await settled();
    expect(began).toEqual(['failing', 'p', 'q']);
    await end('failing');
    await failing;
    expect(began).toEqual(['failing', 'p', 'q', 'b']);
    await end('q');
    expect(began.at(-1)).toBe('r');
    await end('b');
    expect(began.at(-1)).toBe('c');
    for (const name of ['c', 'p', 'r']) await end(name);
    await Promise.all(others);
  });

  it('that are called off while they wait never begin, and those that run keep their turn until they have ended', async () => {
    const { begin, end, began } = heldRuns();
    const [first, second] = [new AbortController(), new AbortController()];
    const running = begin('first', 'publish', first.signal);
    const waiting = expect(begin('second', 'publish', second.signal)).rejects.toBe('stopped');
    const third = begin('third', 'publish');
    second.abort('stopped');
    await waiting;
    first.abort('stopped');
    await settled();
    expect(began).toEqual(['first']);
    await end('first');
    expect(began).toEqual(['first', 'third']);
    await end('third');
    await Promise.all([running, third]);
    await expect(begin('late', 'plan', first.signal)).rejects.toBe('stopped');
  });

  it('wait for each other in one installation', async () => {
    const { stage, open } = await createInstallation();
    await stage(guildA, 'treaty', 'The treaty was signed in a tent.');
    await stage(guildB, 'bridge', 'The bridge was painted green.');
    let now = 0;
    let most = 0;
    const here = indexHere({ orders: [], embedded: [] });
    const index: RunIndexing = async (order, listener) => {
      if (order.aim === 'plan') return here(order, listener);
      now += 1;
      most = Math.max(most, now);
      try {
        await settled();
        return await here(order, listener);
      } finally {
        now -= 1;
      }
    };
    const collections = open({ index });
    const published = await Promise.all(
      [collectionA, collectionB].map(async (collection) => {
        const { fingerprint } = await collections.plan(collection);
        return collections.publish(collection, fingerprint, entryOf('reindex run'));
      }),
    );
    expect(published).not.toContain('changed');
    expect(most).toBe(1);
  });
});
