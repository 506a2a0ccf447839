import type { Published } from '../collections.js';
import { GenerationError } from '../errors.js';
import { type CorpusChange, chunkTextsOf, compareChunks, compareDocuments } from '../ingesting/change.js';
import type { Audited } from '../state/seams/audit.js';
import type { Generation } from '../types.js';
import { actInWords } from './acts.js';
import type { CollectionParts } from './collection-parts.js';
import type { CollectionPlace } from './collection-place.js';
import { readLive } from './order-indexing.js';
import { finishPublication } from './settle-publication.js';
import { settleEarlier, swapGeneration } from './swap-generation.js';

/** The live generation, `null` when nobody can say any more what it was made of. */
async function presentOf(parts: CollectionParts, place: CollectionPlace): Promise<Generation | null> {
  try {
    return await readLive(parts, place);
  } catch (error) {
    if (error instanceof GenerationError) return null;
    throw error;
  }
}

async function changeBetween(before: Generation | null, after: Generation): Promise<CorpusChange> {
  return {
    documents: compareDocuments(before?.documents ?? [], after.documents),
    chunks: await compareChunks(before === null ? [] : chunkTextsOf(before), chunkTextsOf(after)),
    skipped: [],
    otherModel: null,
  };
}

/** What `Collections.rollback` does. */
export function rollBackCollection(
  parts: CollectionParts,
  place: CollectionPlace,
  generation: string,
  entry: Omit<Audited, 'after'>,
  confirmed?: string | null,
): Promise<Published> {
  const { staging, model } = parts;
  const { name: collection, store } = place;
  return parts.act(place, actInWords(entry), async () => {
    const startedAt = performance.now();
    await settleEarlier(parts, place);
    const before = await store.live();
    if (confirmed !== undefined && before !== confirmed) {
      throw new GenerationError(
        `Another generation is live than the one that was to be rolled back: ${before ?? 'none'}.`,
        'Look at what is live, then try again.',
      );
    }
    if (before === generation) {
      throw new GenerationError(`Generation ${generation} is live already.`, 'Choose another one of the history.');
    }
    const target = await store.load(generation, { model: await model });
    const present = await presentOf(parts, place);
    const change = await changeBetween(present, target);
    const { added, changed, removed } = change.documents;
    // Of an unknown past, everything may be different.
    const documents = [...added, ...changed, ...removed];
    const publication = { collection, before, versions: [], entry };
    await swapGeneration(parts, place, publication, {
      run: () => store.rollback(generation),
      async finish() {
        await finishPublication(staging, publication, generation, documents);
        return true;
      },
    });
    const elapsedMs = performance.now() - startedAt;
    return { report: { collection, generation, published: true, change, embedded: 0, elapsedMs }, documents };
  });
}
