import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isGenerationId, nextGenerationId } from '#src/indexing/generation-id.js';

describe('the id of a generation', () => {
  it('tells the second in UTC and four digits more', () => {
    const id = nextGenerationId(Date.UTC(2026, 10, 24, 15, 30, 12, 999), []);
    expect(id).toMatch(/^20261124-153012-[0-9a-f]{4}$/);
    expect(isGenerationId(id)).toBe(true);
    for (const name of ['', 'live', '../..', `${id}/x`, `${id}\n`, id.toUpperCase().replace('-', '_')]) {
      expect(isGenerationId(name)).toBe(false);
    }
  });

  it('sorts after every one before it, within a millisecond and with a clock that goes back', () => {
    const moment = fc.integer({ min: 0, max: 4_000_000_000_000 });
    const moments = fc.oneof(
      fc.array(moment, { maxLength: 30 }),
      fc.array(fc.constant(1_473_379_200_000), { maxLength: 30 }),
    );
    fc.assert(
      fc.property(moments, (clock) => {
        const ids: string[] = ['not-an-id'];
        for (const now of clock) ids.push(nextGenerationId(now, ids.toReversed()));
        const given = ids.slice(1);
        expect(given.toSorted()).toEqual(given);
        expect(new Set(given).size).toBe(given.length);
      }),
    );
  });

  it('goes on to the next second when the digits of one are used up', () => {
    expect(nextGenerationId(0, ['20261124-153059-ffff'])).toMatch(/^20261124-153100-/);
  });
});
