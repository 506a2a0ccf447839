import { expect, it } from 'vitest';
import { runKills } from '../../scripts/kills/run-kills.js';

// `npm run kill-test` does the same a hundred times and with other seeds.
const kills = 6;
const seed = 46;

it(`after each of ${kills} kills what was acknowledged is kept, one generation is live, and nothing lies about`, async () => {
  const { failures, acknowledged, fellInto } = await runKills({ kills, seed, say: () => undefined });
  expect(failures, `seed ${seed}`).toEqual([]);
  // It would be easy to lose nothing where nothing was done.
  expect(acknowledged).toBeGreaterThan(kills);
  expect([...fellInto.values()].reduce((sum, count) => sum + count, 0)).toBe(kills);
}, 180_000);
