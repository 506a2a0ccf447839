import { describe, expect, it } from 'vitest';
import { createShelf } from '#src/collections/shelf.js';
import type { Generation } from '#src/types.js';
import { deferred } from '../support/deferred.js';

const model = { id: 'fake', hash: 'ffff', dimensions: 4 };

function generationOf(id: string): Generation {
  return { id, manifest: { id, model } } as unknown as Generation;
}

/** A shelf whose live generation can be changed, and preparations that end when the test says so. */
function madeUpShelf() {
  let live = 'first';
  const preparing: { readonly id: string; readonly end: () => void }[] = [];
  const shelf = createShelf({
    store: { live: async () => live, loadLive: async () => generationOf(live) },
    model: Promise.resolve(model),
    async prepare({ id }) {
      const { promise, resolve } = deferred();
      preparing.push({ id, end: resolve });
      await promise;
    },
  });
  return {
    shelf,
    preparing,
    publish(id: string) {
      live = id;
    },
  };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a generation on its shelf', () => {
  it('is prepared before anybody gets it, once', async () => {
    const { shelf, preparing } = madeUpShelf();
    const asking = Promise.all([shelf.get(), shelf.get()]);
    await turn();
    expect([preparing.map(({ id }) => id), shelf.loaded]).toEqual([['first'], null]);
    preparing[0]?.end();
    expect((await asking).map((generation) => generation?.id)).toEqual(['first', 'first']);
    await shelf.get();
    expect(preparing).toHaveLength(1);
  });

  it('makes room for a newer one when that is prepared, and answers until then', async () => {
    const { shelf, preparing, publish } = madeUpShelf();
    const asking = shelf.get();
    await turn();
    preparing[0]?.end();
    await asking;
    publish('second');
    const refreshing = shelf.refresh();
    await turn();
    expect([preparing.map(({ id }) => id), (await shelf.get())?.id]).toEqual([['first', 'second'], 'first']);
    preparing[1]?.end();
    expect([await refreshing, (await shelf.get())?.id]).toEqual(['newer', 'second']);
  });
});
