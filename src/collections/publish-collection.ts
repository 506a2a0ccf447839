import type { Published, WorkOptions } from '../collections.js';
import type { IngestReport } from '../ingest.js';
import type { Audited } from '../state/seams/audit.js';
import { actInWords } from './acts.js';
import type { CollectionParts } from './collection-parts.js';
import type { CollectionPlace } from './collection-place.js';
import { listenerOf, orderIndexing } from './order-indexing.js';
import { finishPublication } from './settle-publication.js';
import { settleEarlier, swapGeneration } from './swap-generation.js';

/** What `Collections.publish` does. */
export function publishCollection(
  parts: CollectionParts,
  place: CollectionPlace,
  fingerprint: string,
  entry: Omit<Audited, 'after'>,
  options: WorkOptions,
): Promise<Published | 'changed'> {
  const { staging, index } = parts;
  return parts.act(place, actInWords(entry), async () => {
    await settleEarlier(parts, place);
    const { order, live: before, versions } = await orderIndexing(parts, place, 'publish', { confirmed: fingerprint });
    const publication = { collection: place.name, before, versions, entry };
    const report = await swapGeneration(parts, place, publication, {
      run: () => index(order, listenerOf(parts, options)),
      async finish(done) {
        // With nothing to publish, what was staged to no effect is done with all the same.
        if (done === 'changed' || done.generation === null || !(done.published || versions.length > 0)) {
          await staging.callOff(place.name);
          return false;
        }
        await finishPublication(staging, publication, done.generation, affectedOf(done));
        return done.published;
      },
    });
    return report === 'changed' ? 'changed' : { report, documents: affectedOf(report) };
  });
}

function affectedOf({ change }: IngestReport): readonly string[] {
  const { added, changed, removed } = change.documents;
  return [...added, ...changed, ...removed];
}
