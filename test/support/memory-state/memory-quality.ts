import type { QualityStore } from '#src/state/seams/quality.js';
import type { MemoryTables, Plain } from './memory-tables.js';

export function memoryQuality(tables: MemoryTables): Plain<QualityStore> {
  return {
    note(measured) {
      const others = tables.measured.filter(
        ({ guild, generation }) => guild !== measured.guild || generation !== measured.generation,
      );
      tables.measured = [...others, measured];
    },
    latest: (guild) =>
      tables.measured.filter((measured) => measured.guild === guild).toSorted((one, other) => other.at - one.at)[0] ??
      null,
    forgetBefore(time) {
      const before = tables.measured.length;
      tables.measured = tables.measured.filter(({ at }) => at >= time);
      return before - tables.measured.length;
    },
  };
}
