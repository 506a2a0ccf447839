import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareChunks } from '#src/ingesting/change.js';

const texts = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });

function countOf(all: readonly string[], text: string): number {
  return all.filter((each) => each === text).length;
}

describe('chunks of two generations', () => {
  it('are compared by their texts, each as often as it stands there', async () => {
    await fc.assert(
      fc.asyncProperty(texts, texts, async (before, after) => {
        const kept = ['a', 'b', 'c', 'd'].map((text) => Math.min(countOf(before, text), countOf(after, text)));
        const unchanged = kept.reduce((sum, count) => sum + count, 0);
        expect(await compareChunks(before, after)).toEqual({
          total: after.length,
          added: after.length - unchanged,
          removed: before.length - unchanged,
        });
      }),
    );
  });

  it('may be very many: whatever else has to be done gets its turn meanwhile', async () => {
    const many = Array.from({ length: 150_000 }, (_, index) => `${index} The committee of the town decided on it.`);
    let turns = 0;
    let isDone = false;
    const count = (): void => {
      turns += 1;
      if (!isDone) setImmediate(count);
    };
    setImmediate(count);
    const { added, removed } = await compareChunks(many, many);
    isDone = true;
    expect([added, removed]).toEqual([0, 0]);
    expect(turns).toBeGreaterThan(2);
  });
});
