// npm run soak [-- --seed N] [-- --events N]: many members use the bot on a Discord of this machine while both sides
// have faults. Says what went wrong, with the seed that shows it again. `npm test` does the same with fewer events.
import { parseArgs } from 'node:util';
import { startBotInChild } from './soak/bot-in-child.js';
import { runSoak } from './soak/run-soak.js';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    events: { type: 'string', default: '2000' },
  },
});
const seed = Number(values.seed);
const events = Number(values.events);
if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(events) || seed < 0 || events < 1) {
  process.stderr.write('Name whole numbers: --seed N --events N.\n');
  process.exit(2);
}

const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MB`;
const startedAt = performance.now();
const say = (line: string): void => {
  process.stderr.write(`${((performance.now() - startedAt) / 1000).toFixed(0).padStart(4)} s  ${line}\n`);
};
say(`seed ${seed}, ${events} events`);
const { failures, history, counts, heap } = await runSoak({ seed, events, atOnce: 8, startBot: startBotInChild, say });
for (const [what, count] of [...counts].toSorted()) say(`${String(count).padStart(5)}  ${what}`);
if (heap !== null) {
  say(`the bot's heap: ${megabytes(heap.warm)} after the warm-up, ${megabytes(heap.end)} at the end`);
}
if (failures.length > 0) {
  process.stdout.write(
    `${history.join('\n')}\n\n${failures.join('\n')}\n\n${failures.length} failures with seed ${seed}.\n`,
  );
} else {
  process.stdout.write(`${events} events, nothing lost, nothing twice (seed ${seed}).\n`);
}
// Members whose question was lost with its session still look at their screens.
process.exit(failures.length > 0 ? 1 : 0);
