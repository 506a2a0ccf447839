import type { ServerStore } from '#src/state/seams/servers.js';
import { byText, type MemoryTables, type Plain } from './memory-tables.js';

const keyOf = (guild: string): string => `left ${guild}`;

function sorted(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].filter((id) => id !== '').toSorted();
}

export function memoryServers(tables: MemoryTables): Plain<ServerStore> {
  function cameBack(guild: string): void {
    tables.facts = tables.facts.filter(({ key }) => key !== keyOf(guild));
  }
  return {
    left(guild, at) {
      cameBack(guild);
      tables.facts = [...tables.facts, { key: keyOf(guild), value: `${at}` }];
    },
    cameBack,
    leftBefore: (time) =>
      tables.facts
        .filter(({ key, value }) => key.startsWith(keyOf('')) && Number(value) < time)
        .map(({ key }) => key.slice(keyOf('').length))
        .toSorted(byText),
    kept: () => ({
      guilds: sorted(
        [tables.settings, tables.items.map(({ item }) => item), tables.golden, tables.errata, tables.measured].flatMap(
          (list) => list.map(({ guild }) => guild ?? ''),
        ),
      ),
      collections: sorted(
        [tables.changes.map(({ change }) => change), tables.begun, tables.correcting].flatMap((list) =>
          list.map(({ collection }) => collection),
        ),
      ),
    }),
    forget(guild, collection) {
      const isOthers = (each: { readonly guild: string | null }): boolean => each.guild !== guild;
      tables.settings = tables.settings.filter(isOthers);
      tables.items = tables.items.filter(({ item }) => isOthers(item));
      tables.golden = tables.golden.filter(isOthers);
      tables.errata = tables.errata.filter(isOthers);
      tables.measured = tables.measured.filter(isOthers);
      tables.changes = tables.changes.filter(({ change }) => change.collection !== collection);
      tables.begun = tables.begun.filter((each) => each.collection !== collection);
      tables.correcting = tables.correcting.filter((each) => each.collection !== collection);
      cameBack(guild);
    },
  };
}
