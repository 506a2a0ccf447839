import { setImmediate as nextTurn } from 'node:timers/promises';
import v8 from 'node:v8';
import vm from 'node:vm';
import { describe, expect, it } from 'vitest';
import { sectionCatalogueOf } from '#src/discord/answering/section-catalogue.js';
import { english } from '#src/discord/wording/english.js';
import type { Generation } from '#src/types.js';

v8.setFlagsFromString('--expose-gc');
const collectGarbage = vm.runInNewContext('gc') as () => void;

/** As much of a generation as a catalogue reads. */
function generationOf(...ids: readonly string[]): Generation {
  return { documents: ids.map((id) => ({ id, metadata: { title: `About ${id}` } })) } as unknown as Generation;
}

describe('the catalogue of what may be summarised', () => {
  it('is made once for the same generations, and lists all of their documents', () => {
    const [shared, own] = [generationOf('treaty'), generationOf('server:map')];
    const both = sectionCatalogueOf([shared, own], english);
    expect(both.documents.map(({ whole }) => whole.document)).toEqual(['treaty', 'server:map']);
    expect(sectionCatalogueOf([shared, own], english)).toBe(both);
    expect(sectionCatalogueOf([shared], english).documents.map(({ whole }) => whole.document)).toEqual(['treaty']);
    expect(sectionCatalogueOf([shared, generationOf('server:map')], english)).not.toBe(both);
    expect(sectionCatalogueOf([], english).documents).toEqual([]);
  });

  it('keeps no generation in memory that is superseded, whichever of them it is', async () => {
    const [shared, own] = [generationOf('treaty'), generationOf('server:map')];
    const superseded = (() => {
      const [olderShared, olderOwn] = [generationOf('treaty'), generationOf('server:map')];
      sectionCatalogueOf([shared, olderOwn], english);
      sectionCatalogueOf([olderShared, own], english);
      return [new WeakRef(olderShared), new WeakRef(olderOwn)];
    })();
    const live = sectionCatalogueOf([shared, own], english);
    // What was just looked at stays until the turn is over.
    await nextTurn();
    collectGarbage();
    expect(superseded.map((reference) => reference.deref())).toEqual([undefined, undefined]);
    expect(sectionCatalogueOf([shared, own], english)).toBe(live);
  });
});
