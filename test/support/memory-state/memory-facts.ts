import type { FactStore } from '#src/state/seams/facts.js';
import type { MemoryTables, Plain } from './memory-tables.js';

export function memoryFacts(tables: MemoryTables): Plain<FactStore> {
  return {
    get: (key) => tables.facts.find((fact) => fact.key === key)?.value ?? null,
    set(key, value) {
      const others = tables.facts.filter((fact) => fact.key !== key);
      tables.facts = value === null ? others : [...others, { key, value }];
    },
  };
}
