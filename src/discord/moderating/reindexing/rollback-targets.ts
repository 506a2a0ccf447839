import type { CollectionName, Collections } from '../../../collections.js';
import { GenerationError } from '../../../errors.js';
import type { Generation } from '../../../types.js';
import type { BotParts } from '../../bot-parts.js';
import { collectionNames } from '../../writing/for-moderators/reindex-change-blocks.js';
import { collectionsFor } from './plan-reindex.js';
import { whoseIs } from './which-collection.js';

type Kept = Awaited<ReturnType<Collections['history']>>[number];
type TargetParts = Pick<BotParts, 'collections' | 'isHome' | 'log'>;

export interface KeptGenerations {
  readonly collection: CollectionName;
  /** Newest first. */
  readonly generations: readonly Kept[];
  /** The id of the live one; `null` before the first. */
  readonly live: string | null;
}

/** The generation to go to, loaded, and the one that is live now. */
export interface RollbackTarget {
  readonly collection: CollectionName;
  readonly generation: Generation;
  readonly live: string;
}

const mostListed = 12;

export async function keptIn(
  collection: CollectionName,
  { collections }: Pick<BotParts, 'collections'>,
): Promise<KeptGenerations> {
  const generations = await collections.history(collection);
  return { collection, generations, live: generations.find(({ live }) => live)?.id ?? null };
}

/** Of the collections that a server's moderators act on, its own first. */
export function keptFor(guild: string, parts: TargetParts): Promise<readonly KeptGenerations[]> {
  return Promise.all(collectionsFor(guild, parts).map((collection) => keptIn(collection, parts)));
}

const takingAway = 'Without a rollback, /corpus remove and then /reindex run take away what is live.';

function idsOf({ generations }: KeptGenerations): string {
  const ids = generations.map(({ id, live }) => (live ? `${id} (live)` : id));
  const more = ids.length > mostListed ? ` and ${ids.length - mostListed} older` : '';
  return `${ids.slice(0, mostListed).join(', ')}${more}`;
}

/** Which there are; whose they are only needs saying where there are two collections. */
function listOf(kept: readonly KeptGenerations[]): string {
  const published = kept.filter(({ generations }) => generations.length > 0);
  const [only] = published;
  if (only === undefined) return 'Nothing was published here yet.';
  if (published.length === 1) return `There are: ${idsOf(only)}.`;
  const lists = published.map(
    (one) => `${idsOf(one)} of the ${collectionNames[whoseIs(one.collection)].toLowerCase()}`,
  );
  return `There are: ${lists.join('; ')}.`;
}

async function named(
  wanted: string,
  kept: readonly KeptGenerations[],
  { collections }: TargetParts,
): Promise<RollbackTarget | string> {
  const found = kept.find(({ generations }) => generations.some(({ id }) => id === wanted));
  if (found === undefined) return `There is no generation “${wanted}” here. ${listOf(kept)}`;
  const { collection, live, generations } = found;
  if (wanted === live) return `Generation ${wanted} is live already: choose another one. ${listOf(kept)}`;
  if (live === null || generations.some(({ id, sound }) => id === wanted && !sound))
    return `Generation ${wanted} is damaged: choose another one. ${listOf(kept)}`;
  return { collection, live, generation: await collections.load(collection, wanted) };
}

/** The newest sound one before the live one, of the first collection that has one. */
async function usual(
  kept: readonly KeptGenerations[],
  { collections, log }: TargetParts,
): Promise<RollbackTarget | string> {
  for (const { collection, generations, live } of kept) {
    if (live === null) continue;
    for (const { id } of generations.filter((one) => one.sound && one.id < live)) {
      try {
        return { collection, live, generation: await collections.load(collection, id) };
      } catch (error) {
        if (!(error instanceof GenerationError)) throw error;
        log.warn({ generation: id, because: error.message }, 'a generation is passed over for a rollback');
      }
    }
  }
  const hasOwn = kept.some(({ collection, live }) => whoseIs(collection) === 'own' && live !== null);
  const otherwise = hasOwn ? ` ${takingAway}` : '';
  return `There is no generation before the live one to go back to. ${listOf(kept)}${otherwise}`;
}

/**
 * What to roll back to: the one that was named, or the one before the live one. A sentence for the moderator where there
 * is none: ids of other servers are as unknown as those that never were.
 *
 * @throws GenerationError when the named one cannot be loaded
 */
export async function rollbackTarget(
  guild: string,
  wanted: string | null,
  parts: TargetParts,
): Promise<RollbackTarget | string> {
  const kept = await keptFor(guild, parts);
  if (wanted === null) return usual(kept, parts);
  // What was chosen from the list may come back with what stood beside it.
  const [id = ''] = wanted.trim().split(/\s/u);
  return named(id, kept, parts);
}
