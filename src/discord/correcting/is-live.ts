import { isCollectionName } from '../../collections.js';
import { GenerationError } from '../../errors.js';
import type { Correcting } from '../../state/seams/staging.js';
import type { CorrectingParts } from './correcting-parts.js';

/** What answers are corrected to. */
export type CorrectedTo = Pick<Correcting, 'collection' | 'generation'>;

async function liveId(
  collection: string,
  { collections }: Pick<CorrectingParts, 'collections'>,
): Promise<string | null> {
  if (!isCollectionName(collection)) return null;
  try {
    return (await collections.live(collection))?.id ?? null;
  } catch (error) {
    // It cannot be read: nothing is known of it.
    if (error instanceof GenerationError) return null;
    throw error;
  }
}

/**
 * Whether a generation is the live one of its collection. One without documents is live too, though nobody is answered
 * from it: what was said from the documents that it no longer has must be corrected.
 */
export async function isLive(
  { collection, generation }: CorrectedTo,
  parts: Pick<CorrectingParts, 'collections'>,
): Promise<boolean> {
  return (await liveId(collection, parts)) === generation;
}

/** The same documents, to be corrected to what came after. */
export async function toWhatIsLive(
  correcting: Correcting,
  parts: Pick<CorrectingParts, 'collections'>,
): Promise<Correcting> {
  return { ...correcting, generation: (await liveId(correcting.collection, parts)) ?? correcting.generation };
}
