import type { Collections } from '../../collections.js';

/** Collections that say when another generation may have become live; also when the act failed in the end. */
export function afterSwaps(collections: Collections, onSwap: () => void): Collections {
  return {
    ...collections,
    publish: (...given) => collections.publish(...given).finally(onSwap),
    rollback: (...given) => collections.rollback(...given).finally(onSwap),
  };
}
