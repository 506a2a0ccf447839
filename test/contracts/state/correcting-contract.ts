import { describe, expect, it } from 'vitest';
import { entriesOf, madeUpEntry, type OpenedStore } from './made-up-acts.js';
import { correctingNow, madeUpCorrecting, madeUpPublication } from './made-up-changes.js';

/** What is to be corrected after documents changed under answers. */
export function correctingContract(store: OpenedStore): void {
  const finish = (generation: string, documents: readonly string[], collection = 'guild'): Promise<void> =>
    store().staging.finish(
      madeUpPublication({ collection }),
      generation,
      madeUpCorrecting({ collection, generation, documents }),
    );

  describe('self-correction', () => {
    it('is one work a collection: of all documents since the last one, at the newest generation', async () => {
      await finish('g2', ['a', 'b']);
      await finish('h2', ['a'], 'another');
      await finish('g3', ['c', 'b']);
      const other = madeUpCorrecting({ collection: 'another', generation: 'h2', documents: ['a'] });
      expect(await correctingNow(store())).toEqual([
        other,
        madeUpCorrecting({ generation: 'g3', documents: ['a', 'b', 'c'] }),
      ]);
    });

    it('comes of a swap that nobody published here too, with an entry for each server that is to know', async () => {
      await finish('g2', ['a']);
      const guilds = ['guild', 'another'];
      const audited = guilds.map((guild) => madeUpEntry({ guild, actor: 'parley', after: 'g3' }));
      await store().staging.noteSwap(madeUpCorrecting({ generation: 'g3', documents: ['b'] }), audited);
      expect(await correctingNow(store())).toEqual([madeUpCorrecting({ generation: 'g3', documents: ['a', 'b'] })]);
      for (const [index, guild] of guilds.entries())
        expect((await entriesOf(store(), guild))[0]).toEqual(audited[index]);
    });

    it('stays as it is when a swap leaves nothing to correct', async () => {
      await finish('g2', ['a']);
      await store().staging.finish(madeUpPublication(), 'g3', null);
      expect(await correctingNow(store())).toEqual([madeUpCorrecting({ generation: 'g2', documents: ['a'] })]);
    });

    it('is over once it was done, in its collection alone', async () => {
      await finish('g2', ['a', 'b']);
      await finish('g2', ['a', 'b'], 'another');
      const [work] = (await store().staging.correcting()).filter(({ collection }) => collection === 'guild');
      if (work === undefined) expect.fail();
      await store().staging.corrected(work);
      expect((await store().staging.correcting()).map(({ collection }) => collection)).toEqual(['another']);
      await store().staging.corrected(work);
      expect(await store().staging.correcting()).toHaveLength(1);
      await finish('g3', ['c']);
      expect(await correctingNow(store())).toContainEqual(madeUpCorrecting({ generation: 'g3', documents: ['c'] }));
    });

    it.each([
      ['a new generation', 'g3', ['a']],
      ['more documents', 'g2', ['b']],
      ['both', 'g3', ['b']],
    ])('is not over when a swap changed it meanwhile: %s', async (_, generation, documents) => {
      await finish('g2', ['a']);
      const [work] = await store().staging.correcting();
      if (work === undefined) expect.fail();
      await finish(generation, documents);
      const changed = await correctingNow(store());
      await store().staging.corrected(work);
      expect(await correctingNow(store())).toEqual(changed);
      expect(changed).toEqual([madeUpCorrecting({ generation, documents: [...new Set(['a', ...documents])] })]);
    });

    it('holds any number of documents', async () => {
      const documents = Array.from({ length: 5_000 }, (_, index) => `document ${index}`);
      await finish('g2', documents);
      await finish('g3', ['one more', ...documents.slice(0, 10)]);
      const [work] = await store().staging.correcting();
      expect(work?.documents.toSorted()).toEqual([...documents, 'one more'].toSorted());
      await store().staging.corrected(work ?? expect.fail());
      expect(await store().staging.correcting()).toEqual([]);
    });
  });
}
