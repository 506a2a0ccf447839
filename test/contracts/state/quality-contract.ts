import { describe, expect, it } from 'vitest';
import type { MeasuredQuality } from '#src/state/seams/quality.js';
import type { OpenedStore } from './made-up-acts.js';

function measured(generation: string, at: number, more: Partial<MeasuredQuality> = {}): MeasuredQuality {
  const figures = { questions: 61, cited: 0.9, falselyDeclined: 0, declined: 1, disputesMended: null };
  return { guild: 'guild', generation, figures, at, ...more };
}

const unmeasured = { questions: 0, cited: null, falselyDeclined: null, declined: null, disputesMended: 1 / 3 };

/** What the golden questions came to. */
export function qualityContract(store: OpenedStore): void {
  describe('quality', () => {
    it('is the last one measured', async () => {
      expect(await store().quality.latest('guild')).toBeNull();
      await store().quality.note(measured('g1', 1_764_000_000_001));
      await store().quality.note(measured('g2', 1_764_000_000_003, { figures: unmeasured }));
      await store().quality.note(measured('g3', 1_764_000_000_002));
      expect(await store().quality.latest('guild')).toEqual(measured('g2', 1_764_000_000_003, { figures: unmeasured }));
    });

    it.each(['guild', null])('of a generation is replaced when that is measured again: %s', async (guild) => {
      await store().quality.note(measured('a+b', 3, { guild }));
      await store().quality.note(measured('c', 2, { guild }));
      await store().quality.note(measured('a+b', 4, { guild, figures: unmeasured }));
      expect(await store().quality.latest(guild)).toEqual(measured('a+b', 4, { guild, figures: unmeasured }));
      await store().quality.note(measured('a+b', 1, { guild }));
      expect(await store().quality.latest(guild)).toEqual(measured('c', 2, { guild }));
      expect(await store().quality.forgetBefore(9)).toBe(2);
    });

    it('of a server, of another and of the shared collection are three things', async () => {
      for (const [index, guild] of ['guild', null, 'another', 'null'].entries())
        await store().quality.note(measured('same', index, { guild }));
      expect(await store().quality.latest('guild')).toEqual(measured('same', 0));
      expect(await store().quality.latest(null)).toEqual(measured('same', 1, { guild: null }));
      expect(await store().quality.latest('another')).toEqual(measured('same', 2, { guild: 'another' }));
      expect(await store().quality.latest('a third')).toBeNull();
    });

    it('is forgotten when it is older than a time', async () => {
      await store().quality.note(measured('g1', 998));
      await store().quality.note(measured('g2', 999, { guild: null }));
      await store().quality.note(measured('g3', 1_000));
      expect(await store().quality.forgetBefore(1_000)).toBe(2);
      expect(await store().quality.latest(null)).toBeNull();
      expect(await store().quality.latest('guild')).toEqual(measured('g3', 1_000));
      expect(await store().quality.forgetBefore(1_000)).toBe(0);
    });
  });
}
