import { describe, expect, it } from 'vitest';
import { entriesOf, madeUpEntry, type OpenedStore } from './made-up-acts.js';
import { madeUpPut, madeUpRemoval, stageAll, stagedIn, stagedText } from './made-up-changes.js';

/** What moderators want to be different at the next re-index. */
export function stagingContract(store: OpenedStore): void {
  const changes = (collection = 'guild') => store().staging.changes(collection);
  const text = (version: string, document = 'server:treaty', collection = 'guild') =>
    store().staging.text(collection, document, version);

  describe('staged changes', () => {
    it('come back as they were staged, texts only when they are asked for', async () => {
      await store().staging.put(madeUpPut(), stagedText, madeUpEntry());
      await store().staging.remove(madeUpRemoval({ document: 'server:old', version: 'v2' }), madeUpEntry());
      expect(await changes()).toEqual([madeUpPut(), madeUpRemoval({ document: 'server:old', version: 'v2' })]);
      expect(await text('v1')).toEqual(stagedText);
      expect(await text('v2', 'server:old')).toBeNull();
    });

    it('are none, and have no text, where nothing is staged', async () => {
      expect(await changes()).toEqual([]);
      expect(await text('v1')).toBeNull();
      await store().staging.put(madeUpPut(), stagedText, madeUpEntry());
      for (const nowhere of [text('v2'), text('v1', 'server:other'), text('v1', 'server:treaty', 'another')])
        expect(await nowhere).toBeNull();
    });

    it('are one a document: the last, in the place of the last', async () => {
      await stageAll(store(), 'guild', ['a', 'b', 'c']);
      const later = { text: 'Other words.', hidden: [] };
      await store().staging.put(madeUpPut({ document: 'a', version: 'a-2', length: 12 }), later, madeUpEntry());
      expect(await stagedIn(store(), 'guild')).toEqual(['b b-1', 'c c-1', 'a a-2']);
      expect(await text('a-1', 'a')).toBeNull();
      expect(await text('a-2', 'a')).toEqual(later);
      await store().staging.remove(madeUpRemoval({ document: 'b', version: 'b-2' }), madeUpEntry());
      expect(await changes()).toEqual([
        madeUpPut({ document: 'c', version: 'c-1' }),
        madeUpPut({ document: 'a', version: 'a-2', length: 12 }),
        madeUpRemoval({ document: 'b', version: 'b-2' }),
      ]);
      expect(await text('b-1', 'b')).toBeNull();
      await store().staging.put(madeUpPut({ document: 'b', version: 'b-3' }), stagedText, madeUpEntry());
      expect(await stagedIn(store(), 'guild')).toEqual(['c c-1', 'a a-2', 'b b-3']);
      expect(await text('b-3', 'b')).toEqual(stagedText);
    });

    it('are taken back by their document, with their text', async () => {
      await stageAll(store(), 'guild', ['a', 'b']);
      await store().staging.remove(madeUpRemoval({ document: 'c', version: 'c-1' }), madeUpEntry());
      for (const document of ['a', 'c'])
        expect(await store().staging.discard('guild', document, madeUpEntry())).toBe(true);
      expect(await stagedIn(store(), 'guild')).toEqual(['b b-1']);
      expect(await text('a-1', 'a')).toBeNull();
      await store().staging.put(madeUpPut({ document: 'a', version: 'a-2' }), stagedText, madeUpEntry());
      expect(await stagedIn(store(), 'guild')).toEqual(['b b-1', 'a a-2']);
    });

    it('are in the audit log, each act once; one that took nothing back is not', async () => {
      const [put, remove, discard] = ['put', 'remove', 'discard'].map((act) => madeUpEntry({ act }));
      if (put === undefined || remove === undefined || discard === undefined) expect.fail();
      await store().staging.put(madeUpPut(), stagedText, put);
      await store().staging.remove(madeUpRemoval(), remove);
      expect(await store().staging.discard('guild', 'server:other', discard)).toBe(false);
      expect(await store().staging.discard('another', 'server:treaty', discard)).toBe(false);
      expect(await entriesOf(store())).toEqual([remove, put]);
      expect(await store().staging.discard('guild', 'server:treaty', discard)).toBe(true);
      expect(await store().staging.discard('guild', 'server:treaty', discard)).toBe(false);
      expect(await entriesOf(store())).toEqual([discard, remove, put]);
    });

    it('stay in their collection', async () => {
      const canary = { text: 'canary', hidden: ['canary'] };
      await store().staging.put(madeUpPut({ collection: 'another' }), canary, madeUpEntry({ guild: 'another' }));
      await store().staging.put(madeUpPut(), stagedText, madeUpEntry());
      expect(await changes()).toEqual([madeUpPut()]);
      expect(await text('v1')).toEqual(stagedText);
      await store().staging.discard('guild', 'server:treaty', madeUpEntry());
      expect(await changes()).toEqual([]);
      expect(await text('v1')).toBeNull();
      expect(await changes('another')).toEqual([madeUpPut({ collection: 'another' })]);
      expect(await text('v1', 'server:treaty', 'another')).toEqual(canary);
    });

    it('do not change with what was handed over', async () => {
      const metadata = { ...madeUpPut().metadata };
      const hidden = ['one'];
      const staging = store().staging.put(madeUpPut({ metadata }), { text: 'A text.', hidden }, madeUpEntry());
      metadata.title = 'Another';
      hidden.push('two');
      await staging;
      expect(await changes()).toEqual([madeUpPut()]);
      expect(await text('v1')).toEqual({ text: 'A text.', hidden: ['one'] });
    });
  });
}
