import type { Dispute } from '#src/state/seams/feedback.js';
import type { PersonalData, PersonalStore } from '#src/state/seams/personal.js';
import { byTime, deleteRecords } from './memory-records.js';
import { byText, type MemoryTables, type Plain } from './memory-tables.js';

/** What the member disputed: at records that are there, and in the review where the record has gone. */
function disputesOf(tables: MemoryTables, member: string): readonly Dispute[] {
  const atRecords = tables.disputes.filter(({ dispute }) => dispute.member === member);
  const inReview = tables.items
    .filter((each) => each.member === member && !atRecords.some(({ item }) => item === each.item.number))
    .map(({ item: { record, text, at } }) => ({ record, member, text, at }));
  return [...atRecords.map(({ dispute }) => dispute), ...inReview].toSorted(
    (one, other) => one.at - other.at || byText(one.record, other.record),
  );
}

function usesOf({ uses }: MemoryTables, member: string): PersonalData['uses'] {
  return uses
    .filter((use) => use.member === member)
    .map(({ guild, channel, at }) => ({ guild, channel, at }))
    .toSorted((one, other) => one.at - other.at);
}

export function memoryPersonal(tables: MemoryTables): Plain<PersonalStore> {
  const shownTo = (member: string, shown: string): number =>
    tables.records.filter(({ asker, result: { kind } }) => asker === member && kind === shown).length;
  return {
    counts: (member) => ({
      questions: shownTo(member, 'answer'),
      checks: shownTo(member, 'check'),
      summaries: shownTo(member, 'summary'),
      votes: tables.votes.filter((cast) => cast.member === member).length,
      disputes: disputesOf(tables, member).length,
      uses: usesOf(tables, member).length,
      spending: tables.spending.filter((note) => note.member === member).length,
      acts: tables.entries.filter(({ actor }) => actor === member).length,
    }),
    uses: (member) => usesOf(tables, member),
    of: (member) => ({
      records: tables.records.filter(({ asker }) => asker === member).toSorted(byTime),
      votes: tables.votes
        .filter((cast) => cast.member === member)
        .map(({ record, vote, at }) => ({ record, vote, at }))
        .toSorted((one, other) => one.at - other.at || byText(one.record, other.record)),
      disputes: disputesOf(tables, member),
      uses: usesOf(tables, member),
      spending: tables.spending
        .filter((note) => note.member === member)
        .map(({ guild, at, tokens, microDollars }) => ({ guild, at, tokens, microDollars }))
        .toSorted((one, other) => one.at - other.at),
      acts: tables.entries.filter(({ actor }) => actor === member),
      staged: tables.changes.map(({ change }) => change).filter(({ by }) => by === member),
      publications: tables.begun.filter(({ entry }) => entry.actor === member),
    }),
    forget(member) {
      tables.votes = tables.votes.filter((cast) => cast.member !== member);
      tables.disputes = tables.disputes.filter(({ dispute }) => dispute.member !== member);
      tables.uses = tables.uses.filter((use) => use.member !== member);
      tables.spending = tables.spending.map((note) => (note.member === member ? { ...note, member: null } : note));
      tables.items = tables.items
        .filter((each) => each.member !== member || each.item.state !== 'open')
        .map((each) => (each.member === member ? { ...each, member: null, item: { ...each.item, text: '' } } : each));
      return deleteRecords(tables, ({ asker }) => asker === member);
    },
  };
}
