// npx tsx scripts/crash-test.ts [KILLS] [SEED]: kills an indexing process again and again (100 times when not said) and
// checks after each kill that a whole generation loads. `npm test` does the same with fewer kills.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { killBuilds } from '../test/indexing/kill-builds.js';
import { createRandom } from '../test/indexing/made-up-documents.js';

const kills = Number(process.argv[2] ?? 100);
const seed = Number(process.argv[3] ?? Date.now());
const folder = await mkdtemp(path.join(os.tmpdir(), 'parley-crash-'));
const steps = new Map<string, number>();
let done = 0;
process.stderr.write(`${kills} kills, seed ${seed}, in ${folder}\n`);
await killBuilds(folder, kills, createRandom(seed), (step, live) => {
  steps.set(step, (steps.get(step) ?? 0) + 1);
  process.stderr.write(`${++done}: killed in "${step}"; ${live ?? 'nothing'} serves\n`);
});
await rm(folder, { recursive: true, force: true });
process.stdout.write(
  `${kills} kills, a whole generation every time. Killed after: ${JSON.stringify(Object.fromEntries(steps))}\n`,
);
