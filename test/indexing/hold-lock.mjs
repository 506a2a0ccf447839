// Run as a process of its own: says that it is ready, then for each line that comes in tries to take the build lock of
// the folder and says how that went. It holds the lock until it is killed or its input ends.
import { createInterface } from 'node:readline';
import { acquireBuildLock } from '#src/indexing/build-lock.js';

const folder = process.argv[2] ?? '';
let lock;
process.stdout.write('ready\n');
for await (const line of createInterface({ input: process.stdin })) {
  try {
    lock = await acquireBuildLock({ folder, owner: line, now: Date.now });
    process.stdout.write('held\n');
  } catch (error) {
    process.stdout.write(`refused: ${error.line}\n`);
  }
}
await lock?.release();
