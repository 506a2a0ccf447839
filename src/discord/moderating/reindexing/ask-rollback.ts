import type { ChatInputCommandInteraction } from 'discord.js';
import { collectionOfGuild } from '../../../collections.js';
import { GenerationError } from '../../../errors.js';
import type { Generation } from '../../../types.js';
import type { BotParts } from '../../bot-parts.js';
import { writeReindexProgress } from '../../writing/for-moderators/write-reindex-progress.js';
import { writeReindexRollback } from '../../writing/for-moderators/write-reindex-rollback.js';
import type { Moderator } from '../respond-to-moderator.js';
import { respondWithProgress, type WorkEnd } from '../respond-with-progress.js';
import { asJob } from './as-job.js';
import { compareForServer, withGenerations } from './compare-for-server.js';
import { endWith, lineOfFailure, lookIn } from './ended.js';
import type { ReindexJob, ReindexProgress } from './reindex-jobs.js';
import { progressOf } from './respond-with-job.js';
import { type RollbackTarget, rollbackTarget } from './rollback-targets.js';
import { changeBetween } from './shown-change.js';
import { whoseIs } from './which-collection.js';

/** Of each origin, so that the question comes within seconds: about fifty in all. */
const mostQuestions = 17;

function failed(error: unknown, guild: string, signal: AbortSignal | null, parts: BotParts): WorkEnd {
  const line = lineOfFailure(error, { signal }, 'nothing was rolled back.', parts);
  return endWith([line], { ...lookIn(guild, parts), kind: 'problem' });
}

/** Where to, or how it ended because there is no way. */
async function findTarget(wanted: string | null, guild: string, parts: BotParts): Promise<RollbackTarget | WorkEnd> {
  try {
    const target = await rollbackTarget(guild, wanted, parts);
    return typeof target === 'string' ? endWith([target], lookIn(guild, parts)) : target;
  } catch (error) {
    return failed(error, guild, null, parts);
  }
}

/**
 * The generation that would be replaced. Another process may have made it live a moment ago, so that it is not in memory
 * yet; where it cannot be read, what serves in its place.
 */
async function replacedBy(
  { collection, live }: RollbackTarget,
  { collections }: Pick<BotParts, 'collections'>,
): Promise<Generation | null> {
  try {
    return await collections.load(collection, live);
  } catch (error) {
    if (!(error instanceof GenerationError)) throw error;
    return collections.live(collection);
  }
}

async function askWhether(
  target: RollbackTarget,
  { guild, user }: Moderator,
  { signal }: ReindexJob,
  onProgress: (progress: ReindexProgress) => void,
  parts: BotParts,
): Promise<WorkEnd> {
  const { collection, generation, live } = target;
  try {
    const replaced = await replacedBy(target, parts);
    const before = withGenerations(await parts.desk.generations(guild), replaced === null ? [] : [replaced]);
    const after = withGenerations(before, [generation]);
    const comparing = { reader: user, before, after, most: mostQuestions, onProgress, signal };
    const comparison = await compareForServer(guild, comparing, parts);
    const staged = await parts.state.staging.changes(collectionOfGuild(guild));
    const message = writeReindexRollback({
      generation: generation.id,
      live,
      change: changeBetween(replaced, generation, whoseIs(collection)),
      comparison,
      staged: staged.length,
      ...lookIn(guild, parts),
    });
    return { reply: { messages: [message], record: null }, told: null };
  } catch (error) {
    return failed(error, guild, signal, parts);
  }
}

/**
 * `/reindex rollback`: what another generation would change, and the question whether it shall be live. Only the
 * collection that would go back is taken: what is done with another one may take hours, and a rollback be urgent.
 */
export async function askRollback(
  interaction: ChatInputCommandInteraction,
  wanted: string | null,
  parts: BotParts,
): Promise<void> {
  let job: ReindexJob | undefined;
  await respondWithProgress(
    interaction,
    'private',
    async (moderator, show) => {
      const { guild, user } = moderator;
      const target = await findTarget(wanted, guild, parts);
      if ('reply' in target) return target;
      const claim = { kind: 'rollback-question', collections: [target.collection], guild, by: user } as const;
      const begin = (begun: ReindexJob): Promise<WorkEnd> => {
        job = begun;
        // Before the first question is asked there is something to read, and a way to stop it.
        show(() => writeReindexProgress({ kind: claim.kind, stage: null, done: 0, total: 0 }, true));
        return askWhether(target, moderator, begun, progressOf(claim.kind, begun, show), parts);
      };
      return asJob(claim, begin, parts);
    },
    parts,
    { onOverdue: () => job?.stop('overdue') },
  );
}
