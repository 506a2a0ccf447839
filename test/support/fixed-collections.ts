import type { Collections } from '#src/collections.js';
import type { Generation } from '#src/types.js';

/** What a desk needs of collections that never change: a shared generation, and one more for each server that has one. */
export function fixedCollections(
  generation: Generation,
  more: Readonly<Record<string, Generation>> = {},
): Pick<Collections, 'visibleTo' | 'refresh'> {
  return {
    async visibleTo(guild) {
      const own = guild === null ? undefined : more[guild];
      return own === undefined ? [generation] : [generation, own];
    },
    refresh: async () => false,
  };
}
