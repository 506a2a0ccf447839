import type { QuotaScope, QuotaStore, Use } from '#src/state/seams/quotas.js';
import type { MemoryTables, Plain } from './memory-tables.js';

function isSame(one: Use, other: Use): boolean {
  return (
    one.guild === other.guild && one.channel === other.channel && one.member === other.member && one.at === other.at
  );
}

/** True when `other` counts in the window of `scope` that `use` is about to enter. */
function isIn(scope: QuotaScope, use: Use, other: Use): boolean {
  if (use.guild !== other.guild) return false;
  switch (scope) {
    case 'member':
      return use.member === other.member;
    case 'channel':
      return use.guild !== null && use.channel === other.channel;
    case 'server':
      return use.guild !== null;
  }
}

const scopes: readonly QuotaScope[] = ['member', 'channel', 'server'];

export function memoryQuotas(tables: MemoryTables): Plain<QuotaStore> {
  return {
    take(use, limits) {
      const waits = scopes.flatMap((scope) => {
        const limit = limits[scope];
        if (limit === undefined) return [];
        const inWindow = tables.uses
          .filter((other) => isIn(scope, use, other) && other.at > use.at - limit.windowMs)
          .map(({ at }) => at)
          .toSorted((one, other) => other - one);
        // There is room as soon as fewer than `count` are left: when the last one that is too many has gone.
        const lastTooMany = inWindow[limit.count - 1];
        return lastTooMany === undefined ? [] : [{ by: scope, waitMs: lastTooMany + limit.windowMs - use.at }];
      });
      const [longest] = waits.toSorted((one, other) => other.waitMs - one.waitMs);
      if (longest !== undefined) return { isTaken: false, ...longest };
      tables.uses = [...tables.uses, use];
      return { isTaken: true };
    },
    giveBack(use) {
      const given = tables.uses.findIndex((other) => isSame(use, other));
      tables.uses = tables.uses.filter((_, index) => index !== given);
    },
    forgetBefore(time) {
      const before = tables.uses.length;
      tables.uses = tables.uses.filter(({ at }) => at >= time);
      return before - tables.uses.length;
    },
  };
}
