import type { Use } from '../../state/seams/quotas.js';
import { usualKeptDays } from '../kept-days.js';

const keptMs = usualKeptDays.uses * 24 * 3_600_000;

/** When, in milliseconds since 1970, and in which server; `null` for direct messages. */
type ForgottenUse = Pick<Use, 'guild' | 'at'>;

/**
 * When members made use of Parley who had their data deleted since: in memory alone, and no longer than a window reaches
 * back. Without it, deleting would be a way around every quota.
 */
export interface ForgottenUses {
  /** @param uses Oldest first. */
  note(member: string, uses: readonly ForgottenUse[], now: number): void;
  /** Those after `time` that count where a use is made: a member has a window in each server. Ascending. */
  after(where: Pick<Use, 'guild' | 'member'>, time: number): readonly number[];
}

export function createForgottenUses(): ForgottenUses {
  const forgotten = new Map<string, readonly ForgottenUse[]>();
  return {
    note(member, uses, now) {
      for (const [other, old] of forgotten) if ((old.at(-1)?.at ?? 0) <= now - keptMs) forgotten.delete(other);
      const all = [...(forgotten.get(member) ?? []), ...uses.map(({ guild, at }) => ({ guild, at }))];
      const recent = all.filter(({ at }) => at > now - keptMs);
      if (recent.length > 0) forgotten.set(member, recent);
    },
    after: ({ member, guild }, time) =>
      (forgotten.get(member) ?? []).filter((use) => use.guild === guild && use.at > time).map(({ at }) => at),
  };
}
