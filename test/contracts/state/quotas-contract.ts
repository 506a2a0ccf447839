import { describe, expect, it } from 'vitest';
import type { QuotaLimits, Taken, Use } from '#src/state/seams/quotas.js';
import type { OpenedStore } from './made-up-acts.js';

const taken: Taken = { isTaken: true };

function use(at: number, more: Partial<Use> = {}): Use {
  return { guild: 'guild', channel: 'channel', member: 'member', at, ...more };
}

/** How often members may ask. */
export function quotasContract(store: OpenedStore): void {
  const take = (each: Use, limits: QuotaLimits): Promise<Taken> => store().quotas.take(each, limits);
  const twice: QuotaLimits = { member: { count: 2, windowMs: 1_000 } };

  describe('quotas', () => {
    it('refuse what is too much, and say when there is room again', async () => {
      const start = 1_764_000_000_000;
      expect(await take(use(start), twice)).toEqual(taken);
      expect(await take(use(start + 300), twice)).toEqual(taken);
      expect(await take(use(start + 400), twice)).toEqual({ isTaken: false, by: 'member', waitMs: 600 });
      expect(await take(use(start + 999), twice)).toEqual({ isTaken: false, by: 'member', waitMs: 1 });
      expect(await take(use(start + 1_000), twice)).toEqual(taken);
      expect(await take(use(start + 1_000), twice)).toEqual({ isTaken: false, by: 'member', waitMs: 300 });
    });

    it('do not count what was refused', async () => {
      for (const at of [0, 0]) await take(use(at), twice);
      for (let at = 1; at < 1_000; at += 100) expect(await take(use(at), twice)).toMatchObject({ isTaken: false });
      expect(await take(use(1_000), twice)).toEqual(taken);
      expect((await store().personal.of('member')).uses).toHaveLength(3);
    });

    it('count uses of before there was a limit, or when it was another', async () => {
      for (const at of [0, 100, 200, 300]) expect(await take(use(at), {})).toEqual(taken);
      // Three of the four have to go before two are left with the new one.
      expect(await take(use(400), twice)).toEqual({ isTaken: false, by: 'member', waitMs: 800 });
      expect(await take(use(400), { member: { count: 4, windowMs: 500 } })).toMatchObject({ waitMs: 100 });
      expect(await take(use(400), { member: { count: 5, windowMs: 500 } })).toEqual(taken);
    });

    it('give no more room when the clock goes back', async () => {
      const once: QuotaLimits = { member: { count: 1, windowMs: 1_000 } };
      await take(use(5_000), once);
      expect(await take(use(4_900), once)).toEqual({ isTaken: false, by: 'member', waitMs: 1_100 });
    });

    it('count a member in each server and in direct messages by themselves', async () => {
      const once: QuotaLimits = { member: { count: 1, windowMs: 1_000 } };
      expect(await take(use(0), once)).toEqual(taken);
      expect(await take(use(0, { channel: 'another' }), once)).toMatchObject({ isTaken: false });
      expect(await take(use(0, { member: 'another' }), once)).toEqual(taken);
      expect(await take(use(0, { guild: 'another' }), once)).toEqual(taken);
      expect(await take(use(0, { guild: null }), once)).toEqual(taken);
      expect(await take(use(0, { guild: null, channel: 'another' }), once)).toMatchObject({ isTaken: false });
      expect(await take(use(0, { guild: 'null' }), once)).toEqual(taken);
    });

    it('count a channel and a server over all members, and no other channel or server', async () => {
      const limits: QuotaLimits = { channel: { count: 2, windowMs: 1_000 }, server: { count: 3, windowMs: 2_000 } };
      expect(await take(use(0, { member: 'one' }), limits)).toEqual(taken);
      expect(await take(use(0, { member: 'two' }), limits)).toEqual(taken);
      expect(await take(use(0, { member: 'three' }), limits)).toEqual({ isTaken: false, by: 'channel', waitMs: 1_000 });
      expect(await take(use(0, { channel: 'another' }), limits)).toEqual(taken);
      expect(await take(use(0, { channel: 'a third' }), limits)).toEqual({
        isTaken: false,
        by: 'server',
        waitMs: 2_000,
      });
      expect(await take(use(0, { guild: 'another', channel: 'theirs' }), limits)).toEqual(taken);
    });

    it('in a direct message are those of the member alone', async () => {
      const limits: QuotaLimits = { channel: { count: 1, windowMs: 1_000 }, server: { count: 1, windowMs: 1_000 } };
      for (const member of ['one', 'two', 'one'])
        expect(await take(use(0, { guild: null, member }), limits)).toEqual(taken);
    });

    it('name the scope whose wait is longest', async () => {
      const short = { count: 1, windowMs: 100 };
      const long = { count: 1, windowMs: 200 };
      await take(use(0), {});
      for (const by of ['member', 'channel', 'server'] as const) {
        const limits = { member: short, channel: short, server: short, [by]: long };
        expect(await take(use(10), limits)).toEqual({ isTaken: false, by, waitMs: 190 });
      }
    });

    it('have room again for a use that was given back, once', async () => {
      await take(use(0), twice);
      await take(use(0), twice);
      await store().quotas.giveBack(use(0, { member: 'another' }));
      await store().quotas.giveBack(use(0, { channel: 'another' }));
      await store().quotas.giveBack(use(0, { guild: null }));
      await store().quotas.giveBack(use(1));
      expect(await take(use(0), twice)).toMatchObject({ isTaken: false });
      await store().quotas.giveBack(use(0));
      expect(await take(use(0), twice)).toEqual(taken);
      expect(await take(use(0), twice)).toMatchObject({ isTaken: false });
      await take(use(0, { guild: null }), twice);
      await store().quotas.giveBack(use(0, { guild: null }));
      expect((await store().personal.of('member')).uses.map(({ at }) => at)).toEqual([0, 0]);
    });

    it('forget uses older than a time', async () => {
      for (const at of [998, 999, 1_000]) await take(use(at), {});
      await take(use(999, { guild: null, member: 'another' }), {});
      expect(await store().quotas.forgetBefore(1_000)).toBe(3);
      expect((await store().personal.of('member')).uses.map(({ at }) => at)).toEqual([1_000]);
      expect((await store().personal.of('another')).uses).toEqual([]);
      expect(await store().quotas.forgetBefore(1_000)).toBe(0);
    });
  });
}
