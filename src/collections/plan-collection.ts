import type { Candidate, CollectionPlan, PlanOptions, WorkOptions } from '../collections.js';
import { GenerationError } from '../errors.js';
import type { IngestPlan } from '../ingesting/plan.js';
import type { CollectionParts } from './collection-parts.js';
import type { CollectionPlace } from './collection-place.js';
import { listenerOf, orderIndexing } from './order-indexing.js';

const attempts = 3;

function planFor({ name }: CollectionPlace, plan: IngestPlan): CollectionPlan {
  return { ...plan, collection: name };
}

/** What `Collections.plan` does. Without a lock somebody may publish meanwhile; then it is made anew. */
export async function planCollection(
  parts: CollectionParts,
  place: CollectionPlace,
  { isScreened: screens = false, ...options }: PlanOptions,
): Promise<CollectionPlan> {
  for (let attempt = 1; ; attempt++) {
    const { order, live } = await orderIndexing(parts, place, 'plan', { screens });
    const isLast = attempt === attempts;
    try {
      const plan = await parts.index(order, listenerOf(parts, options));
      if (plan.live === live || isLast) return planFor(place, plan);
    } catch (error) {
      const isOvertaken = error instanceof GenerationError && (await place.store.live()) !== live;
      if (!isOvertaken || isLast) throw error;
    }
  }
}

/** What `Collections.prepare` does. The build is loaded whole, so that nothing is missed when somebody clears it away. */
export function prepareCollection(
  parts: CollectionParts,
  place: CollectionPlace,
  options: WorkOptions,
): Promise<Candidate | null> {
  return parts.act(place, 'a preview is being built', async () => {
    const startedAt = performance.now();
    const { order } = await orderIndexing(parts, place, 'build', { screens: true });
    const built = await parts.index(order, listenerOf(parts, options));
    if (built === null) return null;
    const { id, embedded, plan } = built;
    try {
      options.signal?.throwIfAborted();
      const generation = await place.store.loadBuild(id, { model: await parts.model });
      return {
        plan: planFor(place, plan),
        generation,
        embedded,
        elapsedMs: performance.now() - startedAt,
        discard: () => place.store.discardBuild(id),
      };
    } catch (error) {
      await place.store.discardBuild(id);
      throw error;
    }
  });
}
