import type { Encoder } from '../embedding/encoder.js';
import { openVectorCache } from '../embedding/vector-cache.js';
import { openGenerationStore } from '../indexing/generation-store.js';
import { buildCandidate, ingest } from '../ingest.js';
import type { IndexingAim, IndexingOrder, IndexingResults } from './messages.js';
import { type IngestProgress, type PlanParts, planIngest } from './plan.js';
import { openSource } from './source.js';

export interface CarryOutParts {
  /** Called when vectors are needed, or nobody knows the encoder; it is closed at the end. */
  readonly openEncoder: () => Promise<Encoder>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onProgress: (progress: IngestProgress) => void;
  readonly onWarning: (line: string) => void;
  readonly signal: AbortSignal | undefined;
}

async function carryOutWith(
  encoder: Encoder,
  { aim, vectorsFolder, collectionFolder, owner, confirmed }: IndexingOrder,
  parts: Omit<PlanParts, 'model'>,
): Promise<IndexingResults[IndexingAim]> {
  if (aim === 'plan') return planIngest({ ...parts, model: encoder.identity });
  const { onWarning } = parts;
  const cache = await openVectorCache({ folder: vectorsFolder, identity: encoder.identity, onWarning });
  const more = { ...parts, collectionFolder, encoder, cache, owner };
  return aim === 'build' ? buildCandidate(more) : ingest(more, confirmed);
}

/** Opens the parts that one run over a collection takes, and runs it. @throws what the stories of ingest.ts throw */
export async function carryOut(
  order: IndexingOrder,
  { openEncoder, ...listening }: CarryOutParts,
): Promise<IndexingResults[IndexingAim]> {
  const { collection, collectionFolder: folder, screens } = order;
  const store = openGenerationStore({ folder, onWarning: listening.onWarning });
  const parts = { ...listening, collection, store, source: openSource(order.source), screens };
  if (order.aim === 'plan' && order.model !== null) return planIngest({ ...parts, model: order.model });
  const encoder = await openEncoder();
  try {
    return await carryOutWith(encoder, order, parts);
  } finally {
    await encoder.close();
  }
}
