import type { Spending, SpendingStore, Spent } from '#src/state/seams/spending.js';
import type { MemoryTables, Plain } from './memory-tables.js';

function sumOf(notes: readonly Spending[]): Spent {
  return {
    tokens: notes.reduce((sum, { tokens }) => sum + tokens, 0),
    microDollars: notes.reduce((sum, { microDollars }) => sum + microDollars, 0),
  };
}

export function memorySpending(tables: MemoryTables): Plain<SpendingStore> {
  return {
    note(spending) {
      tables.spending = [...tables.spending, spending];
    },
    since(since, { guild, member }) {
      const notes = tables.spending.filter(({ at }) => at >= since);
      return {
        member: sumOf(notes.filter((note) => member !== null && note.member === member)),
        server: sumOf(notes.filter((note) => guild !== null && note.guild === guild)),
        all: sumOf(notes),
      };
    },
    forgetBefore(time) {
      const before = tables.spending.length;
      tables.spending = tables.spending.filter(({ at }) => at >= time);
      return before - tables.spending.length;
    },
  };
}
