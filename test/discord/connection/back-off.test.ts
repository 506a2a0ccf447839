import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backOff } from '#src/discord/connection/back-off.js';

function waits(random: () => number, count: number): readonly number[] {
  const { next } = backOff(random);
  return Array.from({ length: count }, next);
}

describe('the pauses between tries', () => {
  it('double up to a minute', () => {
    expect(waits(() => 1, 9)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000]);
  });

  it('are left to chance by half', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (chance) => {
        for (const [index, wait] of waits(() => chance, 8).entries()) {
          const whole = Math.min(60_000, 1_000 * 2 ** index);
          expect(wait).toBeGreaterThanOrEqual(whole / 2);
          expect(wait).toBeLessThanOrEqual(whole);
        }
      }),
    );
    expect(waits(() => 0, 3)).not.toEqual(waits(() => 0.9, 3));
  });
});
