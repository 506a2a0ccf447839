import { describe, expect, it } from 'vitest';
import type { Spending, Spent } from '#src/state/seams/spending.js';
import type { OpenedStore } from './made-up-acts.js';

const nothing: Spent = { tokens: 0, microDollars: 0 };

function spent(at: number, more: Partial<Spending> = {}): Spending {
  return { guild: 'guild', member: 'member', at, tokens: 10, microDollars: 3, ...more };
}

function times(count: number): Spent {
  return { tokens: 10 * count, microDollars: 3 * count };
}

/** What chat models used. */
export function spendingContract(store: OpenedStore): void {
  describe('what chat models used', () => {
    it('is nothing where nothing was', async () => {
      const who = { guild: 'guild', member: 'member' };
      expect(await store().spending.since(0, who)).toEqual({ member: nothing, server: nothing, all: nothing });
    });

    it('is summed up from a moment on, that moment included', async () => {
      const start = 1_764_000_000_000;
      for (const at of [start, start + 1, start + 1, start + 2]) await store().spending.note(spent(at));
      for (const [since, count] of [
        [0, 4],
        [start, 4],
        [start + 1, 3],
        [start + 2, 1],
        [start + 3, 0],
      ] as const) {
        const sums = { member: times(count), server: times(count), all: times(count) };
        expect(await store().spending.since(since, spent(0))).toEqual(sums);
      }
    });

    it('is a member’s in all servers and direct messages, a server’s of all members, and all of it', async () => {
      await store().spending.note(spent(1));
      await store().spending.note(spent(1, { member: 'other' }));
      await store().spending.note(spent(1, { guild: 'another' }));
      await store().spending.note(spent(1, { guild: null }));
      await store().spending.note(spent(1, { guild: null, member: null }));
      const of = (guild: string | null, member: string | null) => store().spending.since(0, { guild, member });
      expect(await of('guild', 'member')).toEqual({ member: times(3), server: times(2), all: times(5) });
      expect(await of('guild', 'other')).toEqual({ member: times(1), server: times(2), all: times(5) });
      expect(await of('another', 'nobody')).toEqual({ member: nothing, server: times(1), all: times(5) });
      expect(await of('null', 'null')).toEqual({ member: nothing, server: nothing, all: times(5) });
    });

    it('is in no server’s budget outside of servers, and in no member’s where the operator asks', async () => {
      for (const guild of ['guild', null])
        for (const member of ['member', null]) await store().spending.note(spent(1, { guild, member }));
      expect(await store().spending.since(0, { guild: null, member: 'member' })).toEqual({
        member: times(2),
        server: nothing,
        all: times(4),
      });
      expect(await store().spending.since(0, { guild: 'guild', member: null })).toEqual({
        member: nothing,
        server: times(2),
        all: times(4),
      });
    });

    it('may be as much as a year of the dearest model', async () => {
      const much = { tokens: 2 ** 40, microDollars: 2 ** 45 };
      for (const at of [1, 2]) await store().spending.note(spent(at, much));
      const sums = { tokens: 2 ** 41, microDollars: 2 ** 46 };
      expect(await store().spending.since(0, spent(0))).toEqual({ member: sums, server: sums, all: sums });
    });

    it('is forgotten when it is older than a time', async () => {
      for (const at of [998, 999, 1_000]) await store().spending.note(spent(at));
      await store().spending.note(spent(999, { guild: null, member: null }));
      expect(await store().spending.forgetBefore(1_000)).toBe(3);
      expect((await store().spending.since(0, spent(0))).all).toEqual(times(1));
      expect((await store().personal.of('member')).spending.map(({ at }) => at)).toEqual([1_000]);
      expect(await store().spending.forgetBefore(1_000)).toBe(0);
    });
  });
}
