import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AskedQuery } from '#src/state/seams/records.js';
import { answerAfter, madeUpRecord, madeUpResults } from '../../state/made-up-record.js';
import type { OpenedStore } from './made-up-acts.js';

const [answered, declined, check, summary] = madeUpResults;

/** What was asked in a server, and how the answers did. */
export function askedContract(store: OpenedStore): void {
  if (answered === undefined || declined === undefined || check === undefined || summary === undefined)
    throw new Error('One result of each kind is made up.');

  const idsOf = async (query: Partial<AskedQuery> = {}): Promise<readonly string[]> =>
    (await store().records.asked({ guild: 'guild', since: 0, limit: 100, ...query })).map(({ id }) => id);

  describe('what was asked', () => {
    beforeEach(async () => {
      await store().records.keep(madeUpRecord('second', { shownAt: 2_000, result: declined, channel: 'another' }));
      await store().records.keep(madeUpRecord('first', { shownAt: 1_000, result: answered }));
      await store().records.keep(madeUpRecord('third', { shownAt: 3_000, result: answered, asker: 'another' }));
      await store().records.keep(madeUpRecord('private', { isPrivate: true, result: declined }));
      await store().records.keep(madeUpRecord('elsewhere', { guild: 'another server' }));
      await store().records.keep(madeUpRecord('direct', { guild: null }));
      await store().records.keep(madeUpRecord('check', { result: check }));
      await store().records.keep(madeUpRecord('summary', { result: summary }));
    });

    it('are the answers of a server that were not private, newest first', async () => {
      expect(await idsOf()).toEqual(['third', 'second', 'first']);
      expect(await idsOf({ guild: 'another server' })).toEqual(['elsewhere']);
      expect(await idsOf({ guild: 'null' })).toEqual([]);
      expect(await store().records.asked({ guild: 'guild', since: 0, limit: 1 })).toEqual([
        madeUpRecord('third', { shownAt: 3_000, result: answered, asker: 'another' }),
      ]);
    });

    it('are those that were answered, or declined', async () => {
      expect(await idsOf({ outcome: 'answered' })).toEqual(['third', 'first']);
      expect(await idsOf({ outcome: 'declined' })).toEqual(['second']);
      await store().records.keep(madeUpRecord('third', { shownAt: 3_000, result: declined }));
      expect(await idsOf({ outcome: 'declined' })).toEqual(['third', 'second']);
      await store().records.keep(madeUpRecord('third', { shownAt: 3_000, result: check }));
      expect(await idsOf()).toEqual(['second', 'first']);
      await store().records.keep(madeUpRecord('second', { result: answered, isPrivate: true }));
      expect(await idsOf()).toEqual(['first']);
    });

    it('begin at a time, that time included, and are the last ones when there are more', async () => {
      expect(await idsOf({ since: 2_000 })).toEqual(['third', 'second']);
      expect(await idsOf({ since: 3_001 })).toEqual([]);
      expect(await idsOf({ limit: 2 })).toEqual(['third', 'second']);
      expect(await idsOf({ outcome: 'answered', limit: 1 })).toEqual(['third']);
      expect(await idsOf({ limit: 0 })).toEqual([]);
    });

    it('come to figures that count the private ones too', async () => {
      const figures = await store().records.figures({ guild: 'guild', since: 0 });
      expect(figures).toEqual({ answered: 2, declined: 2, p50Ms: 0, p95Ms: 0 });
      expect(await store().records.figures({ guild: 'guild', since: 2_000 })).toMatchObject({
        answered: 1,
        declined: 1,
      });
      expect(await store().records.figures({ guild: 'another server', since: 0 })).toMatchObject({ answered: 1 });
    });
  });

  describe('figures of answers', () => {
    const nothing = { answered: 0, declined: 0, p50Ms: null, p95Ms: null };

    it('are none where there was no answer', async () => {
      await store().records.keep(madeUpRecord('check', { result: check }));
      expect(await store().records.figures({ guild: 'guild', since: 0 })).toEqual(nothing);
      await store().records.keep(madeUpRecord('answer'));
      expect(await store().records.figures({ guild: 'guild', since: 1_001 })).toEqual(nothing);
      expect(await store().records.figures({ guild: 'null', since: 0 })).toEqual(nothing);
    });

    it('follow a record that is kept again', async () => {
      await store().records.keep(madeUpRecord('a', { result: answerAfter(100) }));
      await store().records.keep(madeUpRecord('a', { result: answerAfter(7) }));
      expect(await store().records.figures({ guild: 'guild', since: 0 })).toEqual({
        ...nothing,
        answered: 1,
        p50Ms: 7,
        p95Ms: 7,
      });
    });

    it('have percentiles that are values which that share does not exceed', async () => {
      // Times of a clock have fractions, and one may be far above the rest.
      const time = fc.oneof(fc.nat({ max: 5 }), fc.constantFrom(0.25, 2.125, 9.75), fc.constant(3_000_000_000));
      await fc.assert(
        fc.asyncProperty(fc.array(time, { minLength: 1, maxLength: 45 }), async (times) => {
          await store().records.forgetBefore(9_000);
          for (const [index, totalMs] of times.entries())
            await store().records.keep(madeUpRecord(`${index}`, { result: answerAfter(totalMs) }));
          const { p50Ms, p95Ms } = await store().records.figures({ guild: 'guild', since: 0 });
          for (const [value, percent] of [
            [p50Ms, 50],
            [p95Ms, 95],
          ] as const) {
            expect(times).toContain(value);
            const [below, upTo] = [
              times.filter((each) => each < Number(value)),
              times.filter((each) => each <= Number(value)),
            ];
            expect(upTo.length * 100).toBeGreaterThanOrEqual(percent * times.length);
            expect(below.length * 100).toBeLessThan(percent * times.length);
          }
        }),
        { numRuns: 25 },
      );
    });
  });
}
