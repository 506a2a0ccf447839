import { describe, expect, it } from 'vitest';
import type { Acceptance } from '#src/state/seams/feedback.js';
import {
  entriesOf,
  madeUpEntry,
  madeUpErratum,
  madeUpGolden,
  nothingFollows,
  type OpenedStore,
  openDispute,
} from './made-up-acts.js';

/** What follows from accepting that something was wrong: golden questions and errata. */
export function acceptanceContract(store: OpenedStore): void {
  const passage = { document: 'server:treaty', quote: 'It was agreed in Paris.' };
  const accept = async (acceptance: Partial<Acceptance>, guild = 'guild'): Promise<boolean> => {
    const number = await openDispute(store(), { guild, record: `in ${guild}` });
    return store().reviews.accept(guild, number, { ...nothingFollows, ...acceptance }, madeUpEntry({ guild, at: 1 }));
  };

  describe('what follows from an accepted item', () => {
    it('is nothing, a golden question, an erratum, or both', async () => {
      await accept({});
      expect(await store().reviews.golden('guild')).toEqual([]);
      expect(await store().reviews.errata('guild', [passage])).toEqual([]);
      await accept({ golden: madeUpGolden() });
      expect(await store().reviews.golden('guild')).toEqual([madeUpGolden()]);
      expect(await store().reviews.errata('guild', [passage])).toEqual([]);
      await accept({ erratum: madeUpErratum() });
      expect(await store().reviews.errata('guild', [passage])).toEqual([madeUpErratum()]);
      const [golden, erratum] = [madeUpGolden({ question: 'When?' }), madeUpErratum({ text: 'Or not.' })];
      await accept({ golden, erratum });
      // In the order in which they came, equal ones too.
      await accept({ golden: madeUpGolden(), erratum: madeUpErratum() });
      expect(await store().reviews.golden('guild')).toEqual([madeUpGolden(), golden, madeUpGolden()]);
      expect(await store().reviews.errata('guild', [passage, passage])).toEqual([
        madeUpErratum(),
        erratum,
        madeUpErratum(),
      ]);
    });

    it('does not come from an item that is not accepted', async () => {
      const both = { golden: madeUpGolden(), erratum: madeUpErratum() };
      const number = await openDispute(store());
      expect(await store().reviews.accept('another', number, both, madeUpEntry())).toBe(false);
      await store().reviews.reject('guild', number, madeUpEntry());
      expect(await store().reviews.accept('guild', number, both, madeUpEntry())).toBe(false);
      expect(await store().reviews.golden('guild')).toEqual([]);
      expect(await store().reviews.errata('guild', [passage])).toEqual([]);
    });

    it('stays in its server', async () => {
      for (const guild of ['guild', 'another'])
        await accept({ golden: madeUpGolden({ guild }), erratum: madeUpErratum({ guild, text: guild }) }, guild);
      expect(await store().reviews.golden('another')).toEqual([madeUpGolden({ guild: 'another' })]);
      expect((await store().reviews.errata('another', [passage])).map(({ text }) => text)).toEqual(['another']);
      expect(await store().reviews.golden('a third')).toEqual([]);
      expect(await store().reviews.errata('a third', [passage])).toEqual([]);
    });

    it('outlives the item, its record and the member', async () => {
      await accept({ golden: madeUpGolden(), erratum: madeUpErratum() });
      await store().reviews.forgetSettledBefore(9_000);
      await store().records.forgetBefore(9_000);
      await store().personal.forget('member');
      expect(await store().reviews.golden('guild')).toEqual([madeUpGolden()]);
      expect(await store().reviews.errata('guild', [passage])).toEqual([madeUpErratum()]);
    });
  });

  describe('what an accepted item left behind', () => {
    const at = 7;
    const both = { golden: madeUpGolden({ at }), erratum: madeUpErratum({ at }) };
    const remark = { at, ...passage, note: both.erratum.text, question: both.golden.question };

    it('is listed for its server, newest first', async () => {
      await accept(both);
      await accept({ golden: madeUpGolden({ at: 9 }) });
      await accept({ erratum: madeUpErratum({ at: 8 }) });
      await accept({ erratum: madeUpErratum({ guild: 'another', at: 6 }) }, 'another');
      expect(await store().reviews.remarks('guild')).toEqual([
        { ...remark, at: 9, note: null },
        { ...remark, at: 8, question: null },
        remark,
      ]);
      expect(await store().reviews.remarks('a third')).toEqual([]);
    });

    it('is withdrawn as a whole, once, by its server alone, and written down', async () => {
      await accept(both);
      await accept({ erratum: madeUpErratum({ at: 8 }) });
      const audited = madeUpEntry({ act: 'review withdraw', after: 'withdrawn' });
      const before = await entriesOf(store());
      for (const [guild, time] of [
        ['another', at],
        ['guild', 1],
      ] as const)
        expect(await store().reviews.withdraw(guild, time, audited)).toBe(false);
      expect(await entriesOf(store())).toEqual(before);
      expect(await store().reviews.withdraw('guild', at, audited)).toBe(true);
      expect(await store().reviews.withdraw('guild', at, audited)).toBe(false);
      expect(await entriesOf(store())).toEqual([audited, ...before]);
      expect(await store().reviews.golden('guild')).toEqual([]);
      expect(await store().reviews.errata('guild', [passage])).toEqual([madeUpErratum({ at: 8 })]);
      expect((await store().reviews.remarks('guild')).map((each) => each.at)).toEqual([8]);
    });
  });

  describe('errata', () => {
    it('are those of exactly the passages that are asked for', async () => {
      const other = { document: 'server:other', quote: passage.quote };
      const mine = [madeUpErratum(), madeUpErratum({ quote: 'It held.' }), madeUpErratum({ ...other, text: 'No.' })];
      for (const erratum of mine) await accept({ erratum });
      expect(await store().reviews.errata('guild', [])).toEqual([]);
      expect(await store().reviews.errata('guild', [other])).toEqual([mine[2]]);
      // A document of one passage with the quote of another is neither of them.
      expect(
        await store().reviews.errata('guild', [
          { document: other.document, quote: 'It held.' },
          { document: passage.document, quote: 'it held.' },
          { document: passage.document, quote: 'It held' },
        ]),
      ).toEqual([]);
      const all = [other, passage, { document: passage.document, quote: 'It held.' }];
      expect(await store().reviews.errata('guild', all)).toEqual(mine);
    });

    it('are found among any number of passages', async () => {
      await accept({ erratum: madeUpErratum() });
      const passages = Array.from({ length: 3_000 }, (_, index) => ({ ...passage, quote: `It was ${index}.` }));
      expect(await store().reviews.errata('guild', [...passages, passage])).toEqual([madeUpErratum()]);
    });
  });
}
