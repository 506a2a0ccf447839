import type { ButtonInteraction } from 'discord.js';
import { type Collections, sharedCollection } from '../../../collections.js';
import type { BotParts } from '../../bot-parts.js';
import { readOnlyNote } from '../../writing/for-moderators/read-only-note.js';
import type { RollbackChoice } from '../../writing/for-moderators/reindex-buttons.js';
import { collectionNames } from '../../writing/for-moderators/reindex-change-blocks.js';
import { writeReindexProgress } from '../../writing/for-moderators/write-reindex-progress.js';
import { nameOf } from '../name-of.js';
import type { Moderator } from '../respond-to-moderator.js';
import { respondWithProgress, type WorkEnd } from '../respond-with-progress.js';
import { afterSwap } from './after-swap.js';
import { asJob } from './as-job.js';
import { noteDriftAsTold } from './drift.js';
import { endWith, lineOfFailure, lookIn } from './ended.js';
import type { ReindexJob } from './reindex-jobs.js';
import { keptIn } from './rollback-targets.js';
import { notRecordedYet, swappedAllTheSame } from './swapped.js';
import { collectionNamed } from './which-collection.js';

const liveChanged =
  'Another generation is live than when this was asked, so nothing was rolled back. Use /reindex rollback again.';

/** Whether the audit log has it. */
async function swapOne(
  given: Parameters<Collections['rollback']>,
  { collections, log }: Pick<BotParts, 'collections' | 'log'>,
): Promise<boolean> {
  try {
    await collections.rollback(...given);
    return true;
  } catch (error) {
    return swappedAllTheSame(error, { log }).isRecorded;
  }
}

async function swap(
  { collection: whose, generation, live }: RollbackChoice,
  { guild, user }: Moderator,
  job: ReindexJob,
  parts: BotParts,
): Promise<WorkEnd> {
  const look = lookIn(guild, parts);
  const collection = collectionNamed(whose, guild);
  let isRecorded: boolean;
  try {
    const kept = await keptIn(collection, parts);
    if ((kept.live ?? 'none') !== live) return endWith([liveChanged], { ...look, kind: 'problem' });
    job.signal.throwIfAborted();
    const entry = { guild, actor: user, at: parts.now(), act: 'reindex rollback', before: kept.live };
    const subject = collectionNames[whose].toLowerCase();
    isRecorded = await swapOne([collection, generation, { ...entry, subject }, kept.live], parts);
    // The files are newer than what is live now, and whoever rolled back knows.
    if (collection === sharedCollection) await noteDriftAsTold(parts);
  } catch (error) {
    return endWith([lineOfFailure(error, job, 'nothing was rolled back.', parts)], { ...look, kind: 'problem' });
  }
  const done = `Done: generation ${generation} is live.${isRecorded ? '' : ` ${notRecordedYet}`}`;
  const told = `${nameOf(user, parts)} rolled back the ${collectionNames[whose].toLowerCase()} from ${live}. ${done}`;
  return { ...endWith([done], look, () => afterSwap(guild, told, [collection], parts)), told: null };
}

/** *Roll back*: the generation that was confirmed goes live, if the one that was live then still is. */
export async function rollBack(interaction: ButtonInteraction, choice: RollbackChoice, parts: BotParts): Promise<void> {
  const { guildId } = interaction;
  const isTaken = guildId !== null && parts.jobs.running([collectionNamed(choice.collection, guildId)]).length > 0;
  await respondWithProgress(
    interaction,
    isTaken ? 'private' : 'update',
    async (moderator, show) => {
      const { guild, user } = moderator;
      // A forged press, or the server was a home server when this was asked.
      if (choice.collection === 'shared' && !parts.isHome(guild))
        return endWith([`Nothing was rolled back. ${readOnlyNote}`], { isHome: true, kind: 'problem' });
      const collections = [collectionNamed(choice.collection, guild)];
      const claim = { kind: 'rollback', collections, guild, by: user } as const;
      const work = (job: ReindexJob): Promise<WorkEnd> => {
        show(() => writeReindexProgress({ kind: 'rollback', stage: null, done: 0, total: 0 }, false));
        return swap(choice, moderator, job, parts);
      };
      return asJob(claim, work, parts);
    },
    parts,
  );
}
