import { createRandom } from '../bench/seeded-random.js';

/**
 * Random numbers from 0 up to 1 for one event of a run: what an event does hangs on the seed and its number alone, not on
 * what happened to be quicker.
 */
export function eventRandom(seed: number, event: number): () => number {
  const random = createRandom(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(event + 1, 0x85ebca6b));
  // The first numbers of neighbouring seeds are alike.
  for (let skipped = 0; skipped < 8; skipped += 1) random();
  return random;
}

/** A whole number from `least` to `most`, both inclusive. */
export function between(least: number, most: number, random: () => number): number {
  return least + Math.floor(random() * (most - least + 1));
}
