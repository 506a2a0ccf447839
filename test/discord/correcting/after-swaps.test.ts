import { describe, expect, it } from 'vitest';
import type { Collections } from '#src/collections.js';
import { afterSwaps } from '#src/discord/correcting/after-swaps.js';
import { noCollections } from '../../support/no-collections.js';

const entry = { guild: '1', actor: '2', at: 0, act: 'reindex run', subject: null, before: null };

function told(more: Partial<Collections>) {
  const seen: string[] = [];
  const collections = { ...noCollections({ generation: undefined as never }), ...more };
  return { seen, collections: afterSwaps(collections, () => seen.push('swap')) };
}

describe('whoever looks after answers', () => {
  it('is told after a publication and after a rollback', async () => {
    const { seen, collections } = told({
      publish: async () => {
        seen.push('published');
        return 'changed';
      },
      rollback: async () => {
        seen.push('rolled back');
        return { report: undefined as never, documents: [] };
      },
    });
    expect(await collections.publish('shared', 'abc', entry)).toBe('changed');
    await collections.rollback('shared', 'g1', entry);
    expect(seen).toEqual(['published', 'swap', 'rolled back', 'swap']);
  });

  it('is told after an act that failed too: the swap may have come before the failure', async () => {
    const { seen, collections } = told({
      publish: async () => {
        throw new Error('The state refuses.');
      },
    });
    await expect(collections.publish('shared', 'abc', entry)).rejects.toThrow('The state refuses.');
    expect(seen).toEqual(['swap']);
  });
});
