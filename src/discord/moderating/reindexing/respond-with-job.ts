import type { ChatInputCommandInteraction } from 'discord.js';
import type { BotParts } from '../../bot-parts.js';
import { writeReindexProgress } from '../../writing/for-moderators/write-reindex-progress.js';
import type { OutgoingMessage } from '../../writing/outgoing-message.js';
import type { Moderator } from '../respond-to-moderator.js';
import { respondWithProgress, type WorkEnd } from '../respond-with-progress.js';
import { asJob } from './as-job.js';
import { collectionsFor } from './plan-reindex.js';
import type { JobClaim, ReindexJob, ReindexProgress } from './reindex-jobs.js';

/** How far a job is, for whoever asks for its status and in its own message, which can stop it. */
export function progressOf(
  kind: JobClaim['kind'],
  job: Pick<ReindexJob, 'note'>,
  show: (write: () => OutgoingMessage) => void,
): (progress: ReindexProgress) => void {
  return (progress) => {
    job.note(progress);
    show(() => writeReindexProgress({ kind, ...progress }, true));
  };
}

/** Answers with what a job over the server's collections comes to; it is of no use once it cannot be shown. */
export async function respondWithJob(
  interaction: ChatInputCommandInteraction,
  kind: JobClaim['kind'],
  work: (moderator: Moderator, job: ReindexJob, onProgress: (progress: ReindexProgress) => void) => Promise<WorkEnd>,
  parts: BotParts,
): Promise<void> {
  let job: ReindexJob | undefined;
  await respondWithProgress(
    interaction,
    'private',
    (moderator, show) => {
      const { guild, user } = moderator;
      const begin = (begun: ReindexJob): Promise<WorkEnd> => {
        job = begun;
        return work(moderator, begun, progressOf(kind, begun, show));
      };
      return asJob({ kind, collections: collectionsFor(guild, parts), guild, by: user }, begin, parts);
    },
    parts,
    { onOverdue: () => job?.stop('overdue') },
  );
}
