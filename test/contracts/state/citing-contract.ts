import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CitingQuery, PlacedRecord } from '#src/state/seams/records.js';
import type { StateStore } from '#src/state/state-store.js';
import { madeUpRecord, resultsAbout } from '../../state/made-up-record.js';
import type { OpenedStore } from './made-up-acts.js';

const kinds = ['answer', 'decline', 'check', 'summary'] as const;

/** Goes through all pages. */
async function everyPage(store: StateStore, query: CitingQuery): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let after: PlacedRecord['record'] | undefined; ; ) {
    const page = await store.records.citing({ ...query, ...(after === undefined ? {} : { after }) });
    expect(page.length).toBeLessThanOrEqual(query.limit);
    if (page.length === 0) return ids;
    ids.push(...page.map(({ record }) => record.id));
    after = page.at(-1)?.record;
  }
}

/** Finding what was shown by the documents behind it. */
export function citingContract(store: OpenedStore): void {
  const idsOf = async (query: Partial<CitingQuery>): Promise<readonly string[]> =>
    (await store().records.citing({ documents: ['treaty'], since: 0, limit: 100, ...query })).map(
      ({ record }) => record.id,
    );

  describe('records that cite', () => {
    it.each(kinds)('are found by a document, private ones and direct messages too: %s', async (kind) => {
      const record = madeUpRecord('a', { result: resultsAbout('treaty')[kind], isPrivate: true, guild: null });
      await store().records.keep(record);
      await store().records.keep(madeUpRecord('b', { result: resultsAbout('Treaty')[kind] }));
      await store().records.place('a', ['100', '99']);
      await store().records.place('a', ['1000', '100']);
      expect(await store().records.citing({ documents: ['treaty', 'none'], since: 0, limit: 9 })).toEqual([
        { record, messages: ['99', '100', '1000'] },
      ]);
      expect(await idsOf({ documents: ['treaty', 'Treaty'] })).toEqual(['a', 'b']);
      expect(await idsOf({ documents: ['none'] })).toEqual([]);
      expect(await idsOf({ documents: [] })).toEqual([]);
    });

    it('are found once, however many of their documents are asked for, and without a message too', async () => {
      await store().records.keep(madeUpRecord('a', { result: resultsAbout('treaty').answer }));
      expect(await store().records.citing({ documents: ['treaty', 'made-up', 'treaty'], since: 0, limit: 9 })).toEqual([
        { record: madeUpRecord('a', { result: resultsAbout('treaty').answer }), messages: [] },
      ]);
    });

    it('are found by what they cite now, when they were kept again', async () => {
      await store().records.keep(madeUpRecord('a', { result: resultsAbout('treaty').answer }));
      await store().records.keep(madeUpRecord('a', { result: resultsAbout('annex').decline, guild: null }));
      expect(await idsOf({})).toEqual([]);
      expect(await idsOf({ documents: ['annex'] })).toEqual(['a']);
      expect(await idsOf({ documents: ['annex'], guild: 'guild' })).toEqual([]);
      await store().records.keep(madeUpRecord('a', { result: resultsAbout('annex').decline, shownAt: 5_000 }));
      await store().records.keep(madeUpRecord('b', { result: resultsAbout('annex').check, shownAt: 3_000 }));
      expect(await idsOf({ documents: ['annex'], guild: 'guild' })).toEqual(['b', 'a']);
      expect(await idsOf({ documents: ['annex'], since: 5_000 })).toEqual(['a']);
    });

    it('do not show a message that shows another record by now', async () => {
      await store().records.keep(madeUpRecord('a', { result: resultsAbout('treaty').answer }));
      await store().records.keep(madeUpRecord('b'));
      await store().records.place('a', ['1', '2']);
      await store().records.place('b', ['1']);
      const [found] = await store().records.citing({ documents: ['treaty'], since: 0, limit: 9 });
      expect(found?.messages).toEqual(['2']);
    });

    it('are those of one server, or of all', async () => {
      for (const guild of ['one', 'two', null])
        await store().records.keep(madeUpRecord(`in ${guild}`, { guild, result: resultsAbout('treaty').check }));
      expect(await idsOf({ guild: 'one' })).toEqual(['in one']);
      expect(await idsOf({ guild: 'null' })).toEqual([]);
      expect(await idsOf({})).toEqual(['in null', 'in one', 'in two']);
    });

    it('begin at a time, that time included, oldest first and by id at one time', async () => {
      for (const [id, shownAt] of [
        ['b', 2],
        ['c', 1],
        ['a', 2],
        ['B', 2],
        ['0', 3],
      ] as const)
        await store().records.keep(madeUpRecord(id, { shownAt, result: resultsAbout('treaty').summary }));
      expect(await idsOf({})).toEqual(['c', 'B', 'a', 'b', '0']);
      expect(await idsOf({ since: 2 })).toEqual(['B', 'a', 'b', '0']);
      expect(await idsOf({ since: 4 })).toEqual([]);
      expect(await idsOf({ limit: 2 })).toEqual(['c', 'B']);
      expect(await idsOf({ limit: 0 })).toEqual([]);
      // A record that has gone since still says where to go on.
      expect(await idsOf({ after: { id: 'aa', shownAt: 2 }, limit: 1 })).toEqual(['b']);
      expect(await idsOf({ after: { id: '0', shownAt: 3 } })).toEqual([]);
      expect(await idsOf({ after: { id: 'c', shownAt: 1 }, since: 3 })).toEqual(['0']);
    });

    it('go with their record', async () => {
      await store().records.keep(madeUpRecord('a', { result: resultsAbout('treaty').answer }));
      await store().records.forgetBefore(9_000);
      await store().records.keep(madeUpRecord('a'));
      expect(await idsOf({})).toEqual([]);
    });

    it('are found among any number of documents', async () => {
      await store().records.keep(madeUpRecord('a', { result: resultsAbout('treaty').answer }));
      await store().records.keep(madeUpRecord('b', { result: resultsAbout('document 0').answer, shownAt: 5 }));
      // More than SQLite takes parameters in a statement.
      const documents = [...Array.from({ length: 33_000 }, (_, index) => `document ${index}`), 'treaty'];
      expect(await idsOf({ documents })).toEqual(['b', 'a']);
      expect(await idsOf({ documents: documents.slice(-10), limit: 1 })).toEqual(['a']);
    });

    it('are each on exactly one page, whatever the size of a page', async () => {
      const kept = fc.record({
        id: fc.constantFrom('a', 'A', 'b', 'ä', '1', '02', 'z'),
        shownAt: fc.nat({ max: 3 }),
        document: fc.constantFrom('treaty', 'annex', 'none'),
        kind: fc.constantFrom(...kinds),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(kept, { maxLength: 12 }), fc.integer({ min: 1, max: 4 }), async (all, limit) => {
          await store().records.forgetBefore(9_000);
          const last = new Map(all.map((each) => [each.id, each]));
          for (const { id, shownAt, document, kind } of last.values())
            await store().records.keep(madeUpRecord(id, { shownAt, result: resultsAbout(document)[kind] }));
          const expected = [...last.values()]
            .filter(({ document }) => document !== 'none')
            .toSorted((one, other) => one.shownAt - other.shownAt || (one.id < other.id ? -1 : 1));
          const query = { documents: ['treaty', 'annex'], since: 0, limit };
          expect(await everyPage(store(), query)).toEqual(expected.map(({ id }) => id));
        }),
        { numRuns: 40 },
      );
    });
  });
}
