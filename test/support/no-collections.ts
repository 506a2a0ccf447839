import type { Collections } from '#src/collections.js';
import type { Desk } from '#src/desk.js';
import { GenerationError } from '#src/errors.js';

function never(): never {
  throw new Error('Nobody changes documents here.');
}

/** For bots whose documents are given: what members see is what the desk answers from, and nobody moderates. */
export function noCollections(desk: Pick<Desk, 'generation'>): Collections {
  return {
    visibleTo: async () => [desk.generation],
    live: async () => desk.generation,
    plan: never,
    prepare: never,
    publish: never,
    history: async () => [],
    // As of a store that has pruned it.
    load: async (_, id) => {
      throw new GenerationError(`There is no generation ${id} any more.`, 'Choose another one.');
    },
    rollback: never,
    onDisk: async () => [],
    remove: never,
    refresh: async () => false,
    recover: async () => undefined,
    settle: async () => undefined,
  };
}
