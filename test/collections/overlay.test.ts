import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createInstallation } from './create-installation.js';
import { collectionA, entryOf, guildA } from './made-up-installation.js';

type Act =
  | { readonly kind: 'put'; readonly name: string; readonly text: string }
  | { readonly kind: 'remove' | 'discard'; readonly name: string }
  | { readonly kind: 'publish' }
  | { readonly kind: 'rollback'; readonly back: number };

const name = fc.constantFrom('a', 'b', 'c');
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('put'), name, text: fc.constantFrom('One.', 'Two.', 'Three.') }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('remove', 'discard'), name }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('publish') }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('rollback'), back: fc.nat(3) }) },
);

type Texts = ReadonlyMap<string, string>;

/** What a server's collection is, in the simplest words. */
function createModel() {
  let live: Texts = new Map();
  let staged: ReadonlyMap<string, string | null> = new Map();
  const history: Texts[] = [];
  return {
    get live() {
      return live;
    },
    get history() {
      return history;
    },
    stage(document: string, text: string | null) {
      staged = new Map([...[...staged].filter(([other]) => other !== document), [document, text]]);
    },
    discard(document: string) {
      staged = new Map([...staged].filter(([other]) => other !== document));
    },
    publish() {
      const overlaid = [...new Map<string, string | null>([...live, ...staged])];
      const next = new Map(overlaid.filter((entry): entry is [string, string] => entry[1] !== null));
      const isSame = next.size === live.size && [...next].every(([document, text]) => live.get(document) === text);
      if (!isSame) {
        history.push(next);
        live = next;
      }
      if (!isSame || history.length > 0) staged = new Map();
    },
    rollback(index: number) {
      live = history[index] ?? live;
    },
  };
}

it('what is published is the live generation overlaid with what is staged, after any acts, rollbacks among them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 12 }), async (acts) => {
      const { collections, stage, unstage, staging } = await createInstallation();
      const model = createModel();
      const ids: string[] = [];
      for (const one of acts) {
        switch (one.kind) {
          case 'put':
            await stage(guildA, one.name, one.text);
            model.stage(`server:${one.name}`, one.text);
            break;
          case 'remove':
            await unstage(guildA, one.name);
            model.stage(`server:${one.name}`, null);
            break;
          case 'discard':
            await staging.discard(collectionA, `server:${one.name}`, { ...entryOf('corpus discard'), after: null });
            model.discard(`server:${one.name}`);
            break;
          case 'publish': {
            const { fingerprint } = await collections.plan(collectionA);
            const published = await collections.publish(collectionA, fingerprint, entryOf('reindex run'));
            if (published === 'changed') throw new Error('nobody changed anything');
            if (published.report.published) ids.push(published.report.generation ?? '');
            model.publish();
            break;
          }
          case 'rollback': {
            const index = ids.length - 1 - one.back;
            const id = ids[index];
            if (id === undefined || id === (await collections.live(collectionA))?.id) break;
            await collections.rollback(collectionA, id, entryOf('reindex rollback'));
            model.rollback(index);
            break;
          }
        }
        const live = await collections.live(collectionA);
        expect(new Map(live?.documents.map(({ id, text }) => [id, text]))).toEqual(model.live);
        expect(ids).toHaveLength(model.history.length);
        // What is live in memory is what is live on the disk: exactly one.
        const records = await collections.history(collectionA);
        expect(records.filter((record) => record.live).map(({ id }) => id)).toEqual(live === null ? [] : [live.id]);
      }
      expect(staging.contents.begun).toEqual([]);
    }),
    { numRuns: 40 },
  );
}, 120_000);
