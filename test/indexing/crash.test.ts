import { expect, it } from 'vitest';
import { killBuilds } from './kill-builds.js';
import { createRandom } from './made-up-documents.js';
import { temporaryFolder } from './temporary-folder.js';

const kills = 15;

it(`a whole generation loads after each of ${kills} kills at random moments, and the next run finishes`, async () => {
  const steps: string[] = [];
  await killBuilds(await temporaryFolder(), kills, createRandom(Date.now()), (step) => steps.push(step));
  expect(steps).toHaveLength(kills);
}, 120_000);
