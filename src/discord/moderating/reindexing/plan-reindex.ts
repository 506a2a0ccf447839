import { createHash } from 'node:crypto';
import {
  type CollectionName,
  type CollectionPlan,
  collectionOfGuild,
  type PlanOptions,
  sharedCollection,
} from '../../../collections.js';
import { ParleyError } from '../../../errors.js';
import { describeError } from '../../../redaction.js';
import type { BotParts } from '../../bot-parts.js';
import { collectionNames } from '../../writing/for-moderators/reindex-change-blocks.js';
import { plainLine } from '../plain-line.js';
import type { ReindexProgress } from './reindex-jobs.js';
import { whoseIs } from './which-collection.js';

const fingerprintLength = 12;

/** What a server's moderators act on: its own collection, and in home servers the shared one. */
export function collectionsFor(guild: string, { isHome }: Pick<BotParts, 'isHome'>): readonly CollectionName[] {
  return isHome(guild) ? [collectionOfGuild(guild), sharedCollection] : [collectionOfGuild(guild)];
}

/** What a re-index would do to the collections of a server. */
export interface ReindexPlan {
  /** Of every collection that the moderators act on, but for those that could not be looked at. */
  readonly plans: readonly CollectionPlan[];
  /** Why collections are left out, a line each. */
  readonly leftOut: readonly string[];
  /** Those that would be published. */
  readonly changes: readonly CollectionPlan[];
  /** Stands for all of `changes` at once: whoever confirms it confirms them. `null` when nothing would be published. */
  readonly fingerprint: string | null;
}

function fingerprintOf(changes: readonly CollectionPlan[]): string | null {
  if (changes.length === 0) return null;
  const hash = createHash('sha256');
  for (const { collection, fingerprint } of changes) hash.update(`${collection} ${fingerprint}\n`);
  return hash.digest('hex').slice(0, fingerprintLength);
}

/**
 * Reads what changed; embeds nothing and holds no lock. A collection that cannot be looked at is left out: what is wrong
 * with the shared documents keeps nobody from their own.
 *
 * @throws ParleyError when none can be looked at
 */
export async function planReindex(
  collections: readonly CollectionName[],
  options: PlanOptions & { readonly onProgress: (progress: ReindexProgress) => void; readonly signal: AbortSignal },
  { collections: acts, log }: Pick<BotParts, 'collections' | 'log'>,
): Promise<ReindexPlan> {
  const plans: CollectionPlan[] = [];
  const leftOut: string[] = [];
  for (const collection of collections) {
    try {
      plans.push(await acts.plan(collection, options));
    } catch (error) {
      options.signal.throwIfAborted();
      const isLast = leftOut.length === collections.length - 1;
      if (!(error instanceof ParleyError) || isLast) throw error;
      log.warn({ collection, ...describeError(error) }, 'a collection could not be looked at');
      leftOut.push(`${collectionNames[whoseIs(collection)]}: ${plainLine(error)}`);
    }
  }
  const changes = plans.filter(({ isEmpty }) => !isEmpty);
  return { plans, leftOut, changes, fingerprint: fingerprintOf(changes) };
}
