import type { ChatInputCommandInteraction } from 'discord.js';
import { type CollectionName, collectionOfGuild, sharedCollection } from '../../../collections.js';
import type { CorpusDrift } from '../../../corpus-drift.js';
import { GenerationError, ParleyError } from '../../../errors.js';
import { describeError } from '../../../redaction.js';
import type { Generation } from '../../../types.js';
import type { BotParts } from '../../bot-parts.js';
import {
  type ShownJob,
  type ShownLive,
  writeReindexStatus,
} from '../../writing/for-moderators/write-reindex-status.js';
import { respondToModerator } from '../respond-to-moderator.js';
import { collectionsFor } from './plan-reindex.js';
import type { RunningJob } from './reindex-jobs.js';
import { whoseIs } from './which-collection.js';

async function liveOf(collection: CollectionName, { collections, log }: BotParts): Promise<ShownLive> {
  const whose = whoseIs(collection);
  let live: Generation | null;
  try {
    live = await collections.live(collection);
  } catch (error) {
    if (!(error instanceof GenerationError)) throw error;
    log.warn(describeError(error), 'a collection could not be read');
    return { whose, live: 'unreadable' };
  }
  if (live === null) return { whose, live };
  const { createdAt, counts } = live.manifest;
  return { whose, live: { id: live.id, createdAt, documents: counts.documents, chunks: counts.chunks } };
}

/** `null` also when the folder cannot be read, which /reindex run says too: the rest is worth showing. */
async function driftOr({ findDrift, log }: BotParts): Promise<CorpusDrift | null> {
  try {
    return await findDrift();
  } catch (error) {
    if (!(error instanceof ParleyError)) throw error;
    log.warn(describeError(error), 'the folder of the shared documents could not be looked at');
    return null;
  }
}

function shownJob({ kind, guild, by, since, progress }: RunningJob, here: string, now: number): ShownJob {
  return {
    kind,
    ...(progress ?? { stage: null, done: 0, total: 0 }),
    by: guild === here ? by : null,
    forMs: now - since,
  };
}

/** `/reindex status`: what is live, what waits, what is under way. */
export async function showStatus(interaction: ChatInputCommandInteraction, parts: BotParts): Promise<void> {
  await respondToModerator(
    interaction,
    'private',
    async ({ guild }) => {
      const isHome = parts.isHome(guild);
      const own = collectionOfGuild(guild);
      const [collections, staged, drift] = await Promise.all([
        Promise.all([own, sharedCollection].map((collection) => liveOf(collection as CollectionName, parts))),
        parts.state.staging.changes(own),
        isHome ? driftOr(parts) : null,
      ]);
      const jobs = parts.jobs.running(collectionsFor(guild, parts)).map((job) => shownJob(job, guild, parts.now()));
      const message = writeReindexStatus({ collections, staged: staged.length, jobs, drift, isHome });
      return { messages: [message], record: null };
    },
    parts,
  );
}
