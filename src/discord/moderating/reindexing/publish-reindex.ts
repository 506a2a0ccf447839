import type { ButtonInteraction } from 'discord.js';
import type { CollectionName, CollectionPlan } from '../../../collections.js';
import type { BotParts } from '../../bot-parts.js';
import { collectionNames } from '../../writing/for-moderators/reindex-change-blocks.js';
import type { OutgoingMessage } from '../../writing/outgoing-message.js';
import { nameOf } from '../name-of.js';
import type { Moderator } from '../respond-to-moderator.js';
import { respondWithProgress, type WorkEnd } from '../respond-with-progress.js';
import { afterSwap } from './after-swap.js';
import { asJob } from './as-job.js';
import { endWith, lineOfFailure, lookIn } from './ended.js';
import { collectionsFor, planReindex } from './plan-reindex.js';
import type { ReindexJob, ReindexProgress } from './reindex-jobs.js';
import { progressOf } from './respond-with-job.js';
import { notRecordedYet, swappedAllTheSame } from './swapped.js';
import { whoseIs } from './which-collection.js';

const changedSince =
  'What is staged or changed is no longer what this message showed, so nothing was published. Use /reindex run again.';

interface Done {
  readonly collection: CollectionName;
  readonly generation: string;
  /** Whether the audit log has it. */
  readonly isRecorded: boolean;
}

/** One line a collection; which one it is only needs saying where there are two. */
function linesOf(done: readonly Done[], isSeveral: boolean): readonly string[] {
  return done.map(({ collection, generation, isRecorded }) => {
    const which = isSeveral ? ` (${collectionNames[whoseIs(collection)].toLowerCase()})` : '';
    return `Done: generation ${generation} is live${which}.${isRecorded ? '' : ` ${notRecordedYet}`}`;
  });
}

async function publishOne(
  { collection, live, fingerprint }: CollectionPlan,
  { guild, user }: Moderator,
  job: ReindexJob,
  onProgress: (progress: ReindexProgress) => void,
  parts: BotParts,
): Promise<Done | 'changed'> {
  const entry = {
    guild,
    actor: user,
    at: parts.now(),
    act: 'reindex run',
    subject: collectionNames[whoseIs(collection)].toLowerCase(),
    before: live,
  };
  const options = { onProgress, signal: job.signal };
  try {
    const published = await parts.collections.publish(collection, fingerprint, entry, options);
    if (published === 'changed') return 'changed';
    return { collection, generation: published.report.generation ?? '', isRecorded: true };
  } catch (error) {
    const { generation, isRecorded } = swappedAllTheSame(error, parts);
    return { collection, generation, isRecorded };
  }
}

async function publishAll(
  confirmed: string,
  moderator: Moderator,
  job: ReindexJob,
  show: (write: () => OutgoingMessage) => void,
  parts: BotParts,
): Promise<WorkEnd> {
  const { guild, user } = moderator;
  const look = lookIn(guild, parts);
  const onProgress = progressOf('publish', job, show);
  const done: Done[] = [];
  let changes: readonly CollectionPlan[] = [];
  let failure: string | null = null;
  try {
    const plan = await planReindex(job.collections, { onProgress, signal: job.signal }, parts);
    if (plan.fingerprint !== confirmed) return endWith([changedSince], { ...look, kind: 'problem' });
    ({ changes } = plan);
    for (const change of changes) {
      const one = await publishOne(change, moderator, job, onProgress, parts);
      if (one === 'changed') {
        failure = changedSince;
        break;
      }
      done.push(one);
    }
  } catch (error) {
    failure = lineOfFailure(
      error,
      job,
      done.length === 0 ? 'nothing was published.' : 'the rest was not published.',
      parts,
    );
  }
  const lines = [...linesOf(done, changes.length > 1), ...(failure === null ? [] : [failure])];
  const end = endWith(lines, { ...look, kind: failure === null ? 'notice' : 'problem' });
  if (done.length === 0) return end;
  const told = `${nameOf(user, parts)} ran a re-index. ${lines.join(' ')}`;
  const collections = done.map(({ collection }) => collection);
  return { ...end, told: null, afterwards: () => afterSwap(guild, told, collections, parts) };
}

/** *Publish*: what was confirmed goes live, and the message that asked says so. */
export async function publishReindex(
  interaction: ButtonInteraction,
  { fingerprint }: { readonly fingerprint: string },
  parts: BotParts,
): Promise<void> {
  const here = interaction.guildId === null ? [] : collectionsFor(interaction.guildId, parts);
  // The message of work that runs is that work's: whoever comes second is told in a message of their own.
  const isTaken = parts.jobs.running(here).length > 0;
  await respondWithProgress(
    interaction,
    isTaken ? 'private' : 'update',
    (moderator, show) => {
      const { guild, user } = moderator;
      const claim = { kind: 'publish', collections: collectionsFor(guild, parts), guild, by: user } as const;
      return asJob(claim, (job) => publishAll(fingerprint, moderator, job, show, parts), parts);
    },
    parts,
  );
}
