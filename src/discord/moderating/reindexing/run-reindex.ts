import type { ChatInputCommandInteraction } from 'discord.js';
import { collectionOfGuild } from '../../../collections.js';
import { screenedAlone } from '../../../preview-change.js';
import type { BotParts } from '../../bot-parts.js';
import { writeReindexRun } from '../../writing/for-moderators/write-reindex-run.js';
import type { Moderator } from '../respond-to-moderator.js';
import type { WorkEnd } from '../respond-with-progress.js';
import { endWith, lineOfFailure, lookIn } from './ended.js';
import { planReindex, type ReindexPlan } from './plan-reindex.js';
import type { ReindexJob, ReindexProgress } from './reindex-jobs.js';
import { respondWithJob } from './respond-with-job.js';
import { changeOfPlan } from './shown-change.js';

type OnProgress = (progress: ReindexProgress) => void;

/** With what could not be read: that is the reason why nothing changed, perhaps. */
export async function nothingToPublish(
  { plans, leftOut }: ReindexPlan,
  { guild }: Pick<Moderator, 'guild'>,
  parts: BotParts,
): Promise<WorkEnd> {
  const skipped = [...leftOut, ...plans.flatMap(({ change }) => change.skipped)];
  const left = skipped.length === 0 ? [] : [`Left out: ${skipped.slice(0, 2).join(' ')}`];
  const staged = await parts.state.staging.changes(collectionOfGuild(guild));
  const nothing =
    staged.length === 0
      ? 'Nothing is staged and nothing has changed, so there is nothing to publish.'
      : 'What is staged would change nothing, so there is nothing to publish: it is as what is live. /corpus discard takes it back.';
  return endWith([nothing, ...left], lookIn(guild, parts));
}

async function askWhether(
  moderator: Moderator,
  job: ReindexJob,
  onProgress: OnProgress,
  parts: BotParts,
): Promise<WorkEnd> {
  const { guild } = moderator;
  const { collections, signal } = job;
  try {
    const plan = await planReindex(collections, { onProgress, signal, isScreened: true }, parts);
    const { changes, fingerprint, leftOut } = plan;
    if (fingerprint === null) return await nothingToPublish(plan, moderator, parts);
    const screened = screenedAlone(changes.flatMap(({ documents }) => documents));
    const shown = await Promise.all(changes.map((change) => changeOfPlan(change, parts)));
    const question = { changes: shown, leftOut, screened, fingerprint, isHome: parts.isHome(guild) };
    return { reply: { messages: [writeReindexRun(question)], record: null }, told: null };
  } catch (error) {
    return endWith([lineOfFailure(error, job, 'nothing was published.', parts)], {
      ...lookIn(guild, parts),
      kind: 'problem',
    });
  }
}

/** `/reindex run`: what would be published, and the question whether it shall. Nothing is embedded for it. */
export function runReindex(interaction: ChatInputCommandInteraction, parts: BotParts): Promise<void> {
  const work = (moderator: Moderator, job: ReindexJob, onProgress: OnProgress): Promise<WorkEnd> =>
    askWhether(moderator, job, onProgress, parts);
  return respondWithJob(interaction, 'plan', work, parts);
}
