import { usualKeptDays } from '../kept-days.js';

const keptMs = usualKeptDays.uses * 24 * 3_600_000;

/**
 * When members made use of Parley who had their data deleted since: in memory alone, and no longer than a window reaches
 * back. Without it, deleting would be a way around every quota.
 */
export interface ForgottenUses {
  /** @param uses Milliseconds since 1970, ascending. */
  note(member: string, uses: readonly number[], now: number): void;
  /** Those after `time`, ascending. */
  after(member: string, time: number): readonly number[];
}

export function createForgottenUses(): ForgottenUses {
  const forgotten = new Map<string, readonly number[]>();
  return {
    note(member, uses, now) {
      for (const [other, times] of forgotten) if ((times.at(-1) ?? 0) <= now - keptMs) forgotten.delete(other);
      const all = [...(forgotten.get(member) ?? []), ...uses].filter((at) => at > now - keptMs);
      if (all.length > 0) forgotten.set(member, all);
    },
    after: (member, time) => (forgotten.get(member) ?? []).filter((at) => at > time),
  };
}
