import type { AuditEntry, AuditStore } from '#src/state/seams/audit.js';
import type { MemoryTables, Plain } from './memory-tables.js';

export function noteEntry(tables: MemoryTables, entry: AuditEntry): void {
  tables.lastEntry += 1;
  tables.entries = [...tables.entries, { ...entry, number: tables.lastEntry }];
}

export function memoryAudit(tables: MemoryTables): Plain<AuditStore> {
  return {
    note: (entry) => noteEntry(tables, entry),
    entries: ({ guild, actor, act = '', before = Number.POSITIVE_INFINITY, limit }) =>
      tables.entries
        .filter((entry) => entry.guild === guild && entry.number < before && entry.act.startsWith(act))
        .filter((entry) => actor === undefined || entry.actor === actor)
        .toReversed()
        .slice(0, limit),
    forgetBefore(time) {
      const before = tables.entries.length;
      tables.entries = tables.entries.filter(({ at }) => at >= time);
      return before - tables.entries.length;
    },
  };
}
