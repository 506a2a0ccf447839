import { expect, it } from 'vitest';
import { runSwaps } from '../../scripts/swaps/run-swaps.js';

// `npm run swap-test` does the same with thousands of questions and other seeds.
const questions = 200;
const swaps = 4;
const seed = 46;

it(`${questions} questions without pause over ${swaps} swaps: none fails, mixes generations or sees another server's words`, async () => {
  const report = await runSwaps({ questions, swaps, seed, atOnce: 4, say: () => undefined });
  expect(report.failures, `seed ${seed}`).toEqual([]);
  // It would be easy to show nothing wrong where nothing is shown.
  expect(report.swaps.map(({ kind }) => kind)).toEqual(['publish', 'rollback', 'publish', 'rollback']);
  expect(report.asked).toBeGreaterThanOrEqual(questions);
  expect(report.answered).toBeGreaterThan(questions / 5);
  expect(report.ownQuotes).toBeGreaterThan(questions / 5);
  expect(report.waits.during.questions).toBeGreaterThan(questions / 10);
  // The first of every collection, and what two publications brought.
  expect(report.generationsNamed).toBe(6);
}, 180_000);
