import type { Selectable } from 'kysely';
import type { ShownRecord, ShownResult } from '../seams/records.js';
import { type KeptResult, readKeptResult, writeKeptResult } from '../shown-result.js';
import type { StateTables } from '../state-tables.js';

/** The columns that a record is made of again. */
export const recordColumns = ['id', 'guild', 'channel', 'asker', 'is_private', 'shown_at', 'result'] as const;

type RecordRow = Pick<Selectable<StateTables['records']>, (typeof recordColumns)[number]>;

/** `null` for no row, and for one that this Parley could not show again. */
export function recordOf(row: RecordRow | undefined): ShownRecord | null {
  const kept = row === undefined ? null : readKeptResult(row.result);
  if (row === undefined || kept === null) return null;
  const { id, guild, channel, asker } = row;
  return { id, ...kept, guild, channel, asker, isPrivate: row.is_private === 1, shownAt: Number(row.shown_at) };
}

export function recordsOf(rows: readonly RecordRow[]): readonly ShownRecord[] {
  return rows.map(recordOf).filter((record) => record !== null);
}

/** The columns that say what its messages show. */
export function resultColumns(kept: KeptResult) {
  const { result } = kept;
  const answer = result.kind === 'answer' ? result.answer : null;
  return {
    kind: result.kind,
    result: writeKeptResult(kept),
    outcome: answer?.outcome ?? null,
    total_ms: answer?.timings.totalMs ?? null,
  };
}

/** Everything but the id. */
export function rowOf(record: ShownRecord) {
  const { guild, channel, asker, isPrivate, shownAt } = record;
  return { guild, channel, asker, is_private: isPrivate ? 1 : 0, shown_at: shownAt, ...resultColumns(record) };
}

function quotedIn(result: ShownResult): readonly { readonly document: string }[] {
  switch (result.kind) {
    case 'answer':
      return [...result.answer.citations, ...result.answer.nearest];
    case 'check':
      return result.check.claims.flatMap(({ citations }) => citations);
    case 'summary':
      return result.summary.citations;
  }
}

/** Ids of the documents that it cites or quotes as nearest passages, or did at first, each once. */
export function documentsOf({ result, original }: KeptResult): ReadonlySet<string> {
  const results = original === undefined ? [result] : [result, original];
  return new Set(results.flatMap(quotedIn).map(({ document }) => document));
}
