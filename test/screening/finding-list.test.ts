import { expect, it } from 'vitest';
import type { PlacedFinding, Severity } from '#src/screening/finding.js';
import { createFindingList } from '#src/screening/finding-list.js';

const link = (start: number, severity: Severity): PlacedFinding => ({
  kind: 'link',
  severity,
  explanation: 'It has a link.',
  paragraph: 1,
  start,
  end: start + 1,
  quote: 'x',
});

it('a grave finding stays, however many small ones come before it', () => {
  const list = createFindingList(10);
  for (let start = 0; start < 1_000; start++) list.add(link(start, start % 2 === 0 ? 'low' : 'medium'));
  list.add(link(1_000, 'high'));
  const { findings, omitted } = list.screening();
  expect(findings).toHaveLength(10);
  expect(findings.at(-1)).toMatchObject({ start: 1_000, severity: 'high' });
  expect(omitted).toBe(991);
});

it('findings come back in reading order, hidden texts first', () => {
  const list = createFindingList();
  list.add(link(7, 'high'));
  list.add(link(3, 'low'));
  list.add({ kind: 'hidden-text', severity: 'low', explanation: 'The source hides this.', quote: 'x' });
  const { findings } = list.screening();
  expect(findings.map((finding) => ('start' in finding ? finding.start : null))).toEqual([null, 3, 7]);
});
