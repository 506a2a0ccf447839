// npm run bench [-- --quick] [-- --only answer,load]: measures and writes docs/benchmarks.md. With --only the tables go to
// stdout and the file stays. --quick takes smaller sizes and says so.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { BenchTable } from './bench/bench-row.js';
import { benchSizes } from './bench/bench-sizes.js';
import { renderReport, renderTable } from './bench/render-report.js';
import { runBench, tableNames } from './bench/run-bench.js';

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } } });
const only = values.only?.split(',');
const unknown = only?.find((name) => !(tableNames as readonly string[]).includes(name));
if (unknown !== undefined) {
  process.stderr.write(`There is no table "${unknown}". Name some of: ${tableNames.join(', ')}.\n`);
  process.exit(2);
}
const wanted = new Set(only === undefined ? tableNames : tableNames.filter((name) => only.includes(name)));

const startedAt = performance.now();
const tables: BenchTable[] = [];
const say = (line: string): void => {
  process.stderr.write(`${((performance.now() - startedAt) / 1000).toFixed(0).padStart(4)} s  ${line}\n`);
};
await runBench(values.quick ? benchSizes.quick : benchSizes.full, wanted, say, (table) => {
  tables.push(table);
  process.stderr.write(`\n${renderTable(table)}\n\n`);
});
const report = renderReport(tables, {
  command: `npm run bench${values.quick ? ' -- --quick' : ''}`,
  date: new Date().toISOString().slice(0, 10),
  minutes: (performance.now() - startedAt) / 60_000,
});
if (only === undefined) {
  const file = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../docs/benchmarks.md');
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, report);
}
process.stdout.write(report);
