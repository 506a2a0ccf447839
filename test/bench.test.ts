import { beforeAll, describe, expect, it } from 'vitest';
import { type BenchTable, holds, lead } from '../scripts/bench/bench-row.js';
import { benchSizes } from '../scripts/bench/bench-sizes.js';
import { quantile } from '../scripts/bench/quantile.js';
import { renderReport } from '../scripts/bench/render-report.js';
import { runBench, type TableName } from '../scripts/bench/run-bench.js';

// The large collection, the load and the peers take too long for a test, however small they are made.
const tablesMeasured: readonly TableName[] = ['answer', 'indexing', 'change'];

describe('the benchmarks', () => {
  const tables: BenchTable[] = [];

  beforeAll(async () => {
    await runBench(
      benchSizes.tiny,
      new Set(tablesMeasured),
      () => undefined,
      (table) => tables.push(table),
    );
  });

  it('put a number in every row', () => {
    expect(tables).toHaveLength(tablesMeasured.length);
    for (const { title, limits, peers } of tables) {
      expect(limits.length + peers.length, title).toBeGreaterThan(0);
      for (const { what, figure, measured, limit } of limits) {
        expect(Number.isFinite(figure), what).toBe(true);
        expect(`${measured} ${limit}`, what).not.toMatch(/NaN|undefined|Infinity/u);
      }
      for (const { what, parley, langchain, orama } of peers) {
        expect(
          [parley, langchain, orama].every((value) => Number.isFinite(value) && value > 0),
          what,
        ).toBe(true);
      }
    }
  });

  it('find that one changed paragraph costs the embedding of its own chunks and no others', () => {
    const rows = tables.flatMap(({ limits }) => limits).filter(({ what }) => what.includes('texts embedded beyond'));
    expect(rows).toHaveLength(2);
    expect(rows.map(({ figure }) => figure)).toEqual([0, 0]);
  });

  it('write a report with a line for every row and none that claims a target which is missed', () => {
    const report = renderReport(tables, { command: 'npm run bench', date: '2026-11-24', minutes: 1 });
    for (const row of tables.flatMap(({ limits }) => limits)) {
      const line = report.split('\n').find((text) => text.startsWith(`| ${row.what} |`)) ?? '';
      const verdict = row.target === null ? '|  |' : holds(row) ? '| yes |' : '| **no** |';
      expect(line.endsWith(verdict), line).toBe(true);
    }
  });
});

describe('the figures of the benchmarks', () => {
  const row = { what: '', unit: '', langchain: 4, orama: 1, whenBehind: '' } as const;

  it('put a quantile between the two nearest values in proportion', () => {
    expect(quantile([30, 10, 20], 0.5)).toBe(20);
    expect(quantile([0, 10], 0.95)).toBeCloseTo(9.5);
  });

  it('count a lead in the direction that is better', () => {
    expect(lead({ ...row, better: 'lower', parley: 2 }, 4)).toBe(2);
    expect(lead({ ...row, better: 'higher', parley: 2 }, 4)).toBe(0.5);
  });
});
