import { csvOf } from './csv.js';
import type { Gap } from './gap.js';

const columns = [
  'cluster',
  'count',
  'question',
  'asked_at',
  'reason',
  'nearest_document',
  'nearest_paragraph',
  'nearest_quote',
];

/** `gaps.csv`: one row a question, the clusters counted from 1 in the order in which they are shown. */
export function gapsCsv(gaps: readonly Gap[]): Buffer {
  const rows = gaps.flatMap(({ questions }, index) =>
    questions.map(({ text, askedAt, reason, nearest }) => [
      index + 1,
      questions.length,
      text,
      new Date(askedAt).toISOString(),
      reason,
      nearest?.document ?? '',
      nearest?.paragraph ?? '',
      nearest?.quote ?? '',
    ]),
  );
  return csvOf([columns, ...rows]);
}
