import type { BotParts } from '../../bot-parts.js';
import type { WorkEnd } from '../respond-with-progress.js';
import type { JobClaim, ReindexJob } from './reindex-jobs.js';
import { sayWhoIsAtIt } from './who-is-at-it.js';

/** Work that has its collections for itself, or what is said instead. */
export async function asJob(
  claim: JobClaim,
  work: (job: ReindexJob) => Promise<WorkEnd>,
  { jobs }: Pick<BotParts, 'jobs'>,
): Promise<WorkEnd> {
  const begun = jobs.begin(claim);
  if ('inTheWay' in begun) return sayWhoIsAtIt(begun.inTheWay, claim.guild);
  try {
    return await work(begun.job);
  } finally {
    begun.job.end();
  }
}
