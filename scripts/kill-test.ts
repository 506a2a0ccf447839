// npm run kill-test [-- --kills N] [-- --seed N]: kills a process that stages, publishes, rolls back, sets, migrates and
// corrects again and again, and holds what is there after each kill against what it had acknowledged. `npm test` does the
// same with fewer kills.
import { parseArgs } from 'node:util';
import { runKills } from './kills/run-kills.js';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const [kills, seed] = [Number(values.kills), Number(values.seed)];
if (!Number.isSafeInteger(kills) || !Number.isSafeInteger(seed) || seed < 0 || kills < 1) {
  process.stderr.write('Name whole numbers: --kills N --seed N.\n');
  process.exit(2);
}
process.stderr.write(`${kills} kills, seed ${seed}\n`);
const report = await runKills({ kills, seed, say: (line) => process.stderr.write(`${line}\n`) });
const { failures, acknowledged, untold, fellInto, inARow } = report;
const where = [...fellInto].map(([act, count]) => `${act} ${count}`).join(', ');
process.stdout.write(`Killed in: ${where}; ${inARow} in the start after another kill.\n`);
process.stdout.write(`${acknowledged} acts acknowledged; ${untold} more in the audit log, done when the kill came.\n`);
process.stdout.write(
  failures.length > 0
    ? `${failures.join('\n')}\n\n${failures.length} failures with seed ${seed}.\n`
    : `${kills} kills: nothing acknowledged is missing, nothing is there that was not done, nothing lies about (seed ${seed}).\n`,
);
process.exitCode = failures.length > 0 ? 1 : 0;
