import { beforeEach, describe, expect, it } from 'vitest';
import { entriesOf, madeUpEntry, type OpenedStore } from './made-up-acts.js';
import {
  correctingNow,
  madeUpCorrecting,
  madeUpPublication,
  madeUpPut,
  stageAll,
  stagedIn,
  stagedText,
} from './made-up-changes.js';

/** Publications that a crash must not lose. */
export function publicationContract(store: OpenedStore): void {
  describe('a publication', () => {
    const publication = madeUpPublication({ versions: ['a-1', 'b-1'] });
    const done = madeUpEntry({ ...publication.entry, after: 'g2' });
    let staged: readonly unknown[];

    beforeEach(async () => {
      await stageAll(store(), 'guild', ['a', 'b', 'c']);
      staged = await entriesOf(store());
    });

    it('has begun until it is finished or called off', async () => {
      expect(await store().staging.begun()).toEqual([]);
      await store().staging.begin(publication);
      const first = madeUpPublication({ collection: 'another', before: null, versions: [] });
      await store().staging.begin(first);
      const begun = (await store().staging.begun()).toSorted((one) => (one.collection === 'another' ? -1 : 1));
      expect(begun).toEqual([first, publication]);
      await store().staging.finish(publication, 'g2', null);
      expect(await store().staging.begun()).toEqual([first]);
      await store().staging.callOff('another');
      expect(await store().staging.begun()).toEqual([]);
    });

    it('takes the place of one that a crash left in its collection', async () => {
      await store().staging.begin(publication);
      const next = madeUpPublication({ before: 'g7', versions: ['c-1'] });
      await store().staging.begin(next);
      expect(await store().staging.begun()).toEqual([next]);
    });

    it('changes nothing by beginning or by being called off', async () => {
      await store().staging.begin(publication);
      await store().staging.callOff('guild');
      await store().staging.callOff('guild');
      await store().staging.callOff('unknown');
      expect(await stagedIn(store(), 'guild')).toEqual(['a a-1', 'b b-1', 'c c-1']);
      expect(await store().staging.text('guild', 'a', 'a-1')).toEqual(stagedText);
      expect(await entriesOf(store())).toEqual(staged);
      expect(await store().staging.correcting()).toEqual([]);
    });

    it('takes its changes with it when it is finished, and is in the audit log', async () => {
      await store().staging.begin(publication);
      await store().staging.finish(publication, 'g2', madeUpCorrecting({ documents: ['a', 'b'] }));
      expect(await stagedIn(store(), 'guild')).toEqual(['c c-1']);
      expect(await store().staging.text('guild', 'a', 'a-1')).toBeNull();
      expect(await store().staging.text('guild', 'c', 'c-1')).toEqual(stagedText);
      expect(await entriesOf(store())).toEqual([done, ...staged]);
      expect(await correctingNow(store())).toEqual([madeUpCorrecting({ documents: ['a', 'b'] })]);
    });

    it('leaves what was staged meanwhile', async () => {
      await store().staging.begin(publication);
      await store().staging.put(madeUpPut({ document: 'a', version: 'a-2' }), stagedText, madeUpEntry());
      await store().staging.put(madeUpPut({ document: 'd', version: 'd-1' }), stagedText, madeUpEntry());
      await store().staging.finish(publication, 'g2', null);
      expect(await stagedIn(store(), 'guild')).toEqual(['c c-1', 'a a-2', 'd d-1']);
      expect(await store().staging.text('guild', 'a', 'a-2')).toEqual(stagedText);
    });

    it('lets nobody take back what it takes up, until it is called off', async () => {
      await store().staging.begin(publication);
      expect(await store().staging.discard('guild', 'b', madeUpEntry())).toBe('publishing');
      expect(await stagedIn(store(), 'guild')).toEqual(['a a-1', 'b b-1', 'c c-1']);
      expect(await entriesOf(store())).toEqual(staged);
      // What it does not take up may go: another document, and a version that was staged meanwhile.
      expect(await store().staging.discard('guild', 'c', madeUpEntry())).toBe(true);
      await store().staging.put(madeUpPut({ document: 'a', version: 'a-2' }), stagedText, madeUpEntry());
      expect(await store().staging.discard('guild', 'a', madeUpEntry())).toBe(true);
      await store().staging.callOff('guild');
      expect(await store().staging.discard('guild', 'b', madeUpEntry())).toBe(true);
      expect(await stagedIn(store(), 'guild')).toEqual([]);
    });

    it('touches no other collection', async () => {
      await stageAll(store(), 'another', ['a', 'b']);
      const other = madeUpPublication({ collection: 'another', versions: ['a-1'] });
      await store().staging.begin(other);
      await store().staging.finish(publication, 'g2', madeUpCorrecting());
      expect(await stagedIn(store(), 'another')).toEqual(['a a-1', 'b b-1']);
      expect(await store().staging.text('another', 'a', 'a-1')).toEqual(stagedText);
      expect(await store().staging.begun()).toEqual([other]);
      expect(await entriesOf(store(), 'another')).toEqual([]);
    });

    it('may have taken up any number of changes, or none', async () => {
      const versions = Array.from({ length: 3_000 }, (_, index) => `v${index}`);
      await store().staging.begin(madeUpPublication({ versions: [...versions, 'a-1'] }));
      expect((await store().staging.begun())[0]?.versions).toHaveLength(3_001);
      await store().staging.finish(madeUpPublication({ versions: [...versions, 'a-1'] }), 'g2', null);
      expect(await stagedIn(store(), 'guild')).toEqual(['b b-1', 'c c-1']);
      await store().staging.finish(madeUpPublication({ versions: [] }), 'g3', null);
      expect(await stagedIn(store(), 'guild')).toEqual(['b b-1', 'c c-1']);
      expect((await entriesOf(store())).slice(0, 2).map(({ after }) => after)).toEqual(['g3', 'g2']);
    });
  });
}
