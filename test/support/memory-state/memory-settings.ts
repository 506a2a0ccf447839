import type { SettingsStore } from '#src/state/seams/settings.js';
import { noteEntry } from './memory-audit.js';
import { byText, type MemoryTables, type Plain } from './memory-tables.js';

export function memorySettings(tables: MemoryTables): Plain<SettingsStore> {
  return {
    of: (guild) =>
      tables.settings
        .filter((setting) => setting.guild === guild)
        .toSorted((one, other) => {
          if (one.channel === other.channel) return byText(one.key, other.key);
          // What holds for the whole server comes before what its channels change.
          if (one.channel === null) return -1;
          return other.channel === null ? 1 : byText(one.channel, other.channel);
        }),
    set(setting, audited) {
      const { guild, channel, key, value } = setting;
      const others = tables.settings.filter(
        (each) => each.guild !== guild || each.channel !== channel || each.key !== key,
      );
      tables.settings = value === null ? others : [...others, setting];
      noteEntry(tables, audited);
    },
  };
}
