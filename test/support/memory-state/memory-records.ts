import type { AnswerFigures, RecordStore, ShownRecord, ShownResult } from '#src/state/seams/records.js';
import { byText, type MemoryTables, type Plain } from './memory-tables.js';

/** Oldest first, ties in the order of ids. */
export function byTime(one: ShownRecord, other: ShownRecord): number {
  return one.shownAt - other.shownAt || byText(one.id, other.id);
}

/** Ids of the documents that are cited, or quoted as a nearest passage. */
function documentsOf(result: ShownResult): readonly string[] {
  switch (result.kind) {
    case 'answer':
      return [...result.answer.citations, ...result.answer.nearest].map(({ document }) => document);
    case 'check':
      return result.check.claims.flatMap(({ citations }) => citations.map(({ document }) => document));
    case 'summary':
      return result.summary.citations.map(({ document }) => document);
  }
}

function isAbout(documents: readonly string[]): (record: ShownRecord) => boolean {
  return ({ result, original }) =>
    [result, ...(original === undefined ? [] : [original])]
      .flatMap(documentsOf)
      .some((document) => documents.includes(document));
}

/** The smallest value that at least `percent` of them do not exceed; `null` when there are none. */
function nearestRank(sorted: readonly number[], percent: number): number | null {
  return sorted[Math.ceil((sorted.length * percent) / 100) - 1] ?? null;
}

/** Takes records away with everything that hangs on them; gives their number. */
export function deleteRecords(tables: MemoryTables, goes: (record: ShownRecord) => boolean): number {
  const gone = new Set(tables.records.filter(goes).map(({ id }) => id));
  tables.records = tables.records.filter(({ id }) => !gone.has(id));
  tables.placements = tables.placements.filter(({ record }) => !gone.has(record));
  tables.votes = tables.votes.filter(({ record }) => !gone.has(record));
  tables.disputes = tables.disputes.filter(({ dispute }) => !gone.has(dispute.record));
  return gone.size;
}

export function memoryRecords(tables: MemoryTables): Plain<RecordStore> {
  const find = (id: string | undefined): ShownRecord | null =>
    tables.records.find((record) => record.id === id) ?? null;
  const answersOf = (guild: string, since: number) =>
    tables.records.flatMap((record) =>
      record.result.kind === 'answer' && record.guild === guild && record.shownAt >= since
        ? [{ record, answer: record.result.answer }]
        : [],
    );

  return {
    keep(record) {
      tables.records = [...tables.records.filter(({ id }) => id !== record.id), record];
    },
    correct(id, { result, original }) {
      const kept = find(id);
      if (kept === null) return false;
      const { original: _, ...rest } = kept;
      const corrected = { ...rest, result, ...(original === undefined ? {} : { original }) };
      tables.records = tables.records.map((record) => (record.id === id ? corrected : record));
      return true;
    },
    place(record, messages) {
      if (find(record) === null) return;
      const others = tables.placements.filter(({ message }) => !messages.includes(message));
      tables.placements = [...others, ...[...new Set(messages)].map((message) => ({ record, message }))];
    },
    find,
    findByMessage: (shown) => find(tables.placements.find(({ message }) => message === shown)?.record),
    recentTurns: ({ channel, asker, withPrivate, since, until = Number.POSITIVE_INFINITY, limit }) =>
      tables.records
        .filter((record) => record.result.kind === 'answer')
        .filter((record) => record.channel === channel && record.shownAt >= since && record.shownAt <= until)
        .filter((record) => asker === undefined || record.asker === asker)
        .filter((record) => !record.isPrivate || (withPrivate && record.asker === asker))
        .toSorted((one, other) => byTime(other, one))
        .slice(0, limit),
    citing: ({ guild, documents, since, after, limit }) =>
      tables.records
        .filter((record) => guild === undefined || record.guild === guild)
        .filter((record) => record.shownAt >= since)
        .filter(isAbout(documents))
        .toSorted(byTime)
        .filter(({ id, shownAt }) => {
          if (after === undefined) return true;
          return shownAt > after.shownAt || (shownAt === after.shownAt && byText(id, after.id) > 0);
        })
        .slice(0, limit)
        .map((record) => ({
          record,
          messages: tables.placements
            .filter((placement) => placement.record === record.id)
            .map(({ message }) => message)
            // Ids are numbers that grow with time: a longer one is a later one.
            .toSorted((one, other) => one.length - other.length || byText(one, other)),
        })),
    asked: ({ guild, since, outcome, limit }) =>
      answersOf(guild, since)
        .filter(({ record }) => !record.isPrivate)
        .filter(({ answer }) => outcome === undefined || answer.outcome === outcome)
        .map(({ record }) => record)
        .toSorted((one, other) => byTime(other, one))
        .slice(0, limit),
    figures({ guild, since }): AnswerFigures {
      const answers = answersOf(guild, since).map(({ answer }) => answer);
      const declined = answers.filter(({ outcome }) => outcome === 'declined').length;
      const times = answers.map(({ timings }) => timings.totalMs).toSorted((one, other) => one - other);
      const [p50Ms, p95Ms] = [nearestRank(times, 50), nearestRank(times, 95)];
      return { answered: answers.length - declined, declined, p50Ms, p95Ms };
    },
    forgetBefore: (time) => deleteRecords(tables, ({ shownAt }) => shownAt < time),
  };
}
