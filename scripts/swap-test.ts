// npm run swap-test [-- --questions N] [-- --swaps N] [-- --seed N]: members of three servers ask without pause while
// moderators publish and roll back. Says which answers failed, mixed generations or showed another server's words, and how
// long people waited. `npm test` does the same with fewer questions.
import { parseArgs } from 'node:util';
import type { Waits } from './swaps/judge-waits.js';
import { runSwaps } from './swaps/run-swaps.js';

const { values } = parseArgs({
  options: {
    questions: { type: 'string', default: '10000' },
    swaps: { type: 'string', default: '20' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const [questions, swaps, seed] = [Number(values.questions), Number(values.swaps), Number(values.seed)];
const areWhole = [questions, swaps, seed].every((value) => Number.isSafeInteger(value) && value >= 0);
if (!areWhole || questions < 1) {
  process.stderr.write('Name whole numbers: --questions N --swaps N --seed N.\n');
  process.exit(2);
}

const startedAt = performance.now();
const say = (line: string): void => {
  process.stderr.write(`${((performance.now() - startedAt) / 1000).toFixed(0).padStart(4)} s  ${line}\n`);
};
const inWords = ({ questions: count, p50, p99, longest }: Waits): string =>
  `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, longest ${longest.toFixed(0)} ms (${count} questions)`;

say(`seed ${seed}, ${questions} questions, ${swaps} swaps`);
const report = await runSwaps({ questions, swaps, seed, atOnce: 4, say });
const { failures, asked, answered, quotes, ownQuotes, generationsNamed, waits } = report;
say(`while a swap was under way: ${inWords(waits.during)}`);
say(`otherwise: ${inWords(waits.without)}`);
say(
  `${answered} of ${asked} answered, ${quotes} quotes (${ownQuotes} of servers' own documents), ${generationsNamed} generations`,
);
process.stdout.write(
  failures.length > 0
    ? `${failures.slice(0, 50).join('\n')}\n\n${failures.length} failures with seed ${seed}.\n`
    : `${asked} questions over ${report.swaps.length} swaps: none failed, none mixed generations, none saw another server's words (seed ${seed}).\n`,
);
process.exitCode = failures.length > 0 ? 1 : 0;
