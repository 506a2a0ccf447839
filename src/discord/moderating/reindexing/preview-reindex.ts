import type { ChatInputCommandInteraction } from 'discord.js';
import type { Candidate, CollectionPlan } from '../../../collections.js';
import { type ScreenedDocument, screenedBeside } from '../../../preview-change.js';
import { describeError } from '../../../redaction.js';
import type { BotParts } from '../../bot-parts.js';
import { writePreview } from '../../writing/for-moderators/write-preview.js';
import type { OutgoingMessage } from '../../writing/outgoing-message.js';
import type { Moderator } from '../respond-to-moderator.js';
import type { WorkEnd } from '../respond-with-progress.js';
import { compareForServer, withGenerations } from './compare-for-server.js';
import { endWith, lineOfFailure, lookIn } from './ended.js';
import { planReindex } from './plan-reindex.js';
import type { ReindexJob, ReindexProgress } from './reindex-jobs.js';
import { respondWithJob } from './respond-with-job.js';
import { nothingToPublish } from './run-reindex.js';
import { changeOfPlan } from './shown-change.js';

/** Of each origin: enough to see what changes, and asked within a minute. */
const mostQuestions = 200;

type OnProgress = (progress: ReindexProgress) => void;

/** A remote encoder's name has the address of whoever charges for it, and the model after a `#`. */
function isLocal({ generation }: Candidate): boolean {
  return !generation.manifest.model.id.includes('#');
}

async function build(
  changes: readonly CollectionPlan[],
  candidates: Candidate[],
  options: { readonly onProgress: OnProgress; readonly signal: AbortSignal },
  parts: BotParts,
): Promise<void> {
  for (const { collection } of changes) {
    const candidate = await parts.collections.prepare(collection, options);
    if (candidate !== null) candidates.push(candidate);
  }
}

async function lookInto(
  { guild, user }: Moderator,
  leftOut: readonly string[],
  candidates: readonly Candidate[],
  { onProgress, signal }: { readonly onProgress: OnProgress; readonly signal: AbortSignal },
  parts: BotParts,
): Promise<readonly OutgoingMessage[]> {
  const visible = await parts.desk.generations(guild);
  const built = candidates.map(({ generation }) => generation);
  const screened: ScreenedDocument[] = [];
  for (const { plan, generation } of candidates) {
    const onScreened = (done: number, total: number): void => onProgress({ stage: 'screen', done, total });
    // What comes with it is compared too: of two that alter each other, neither may be there yet.
    const looking = { beside: [...visible, ...built], onProgress: onScreened, signal };
    screened.push(...(await screenedBeside(plan.documents, generation, looking)));
  }
  const after = withGenerations(visible, built);
  const comparing = { reader: user, before: visible, after, most: mostQuestions, onProgress, signal };
  const comparison = await compareForServer(guild, comparing, parts);
  return writePreview({
    changes: await Promise.all(candidates.map(({ plan }) => changeOfPlan(plan, parts))),
    leftOut,
    screened,
    comparison,
    cost: {
      embedded: candidates.reduce((sum, { embedded }) => sum + embedded, 0),
      elapsedMs: candidates.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0),
      isLocal: candidates.every(isLocal),
    },
    isHome: parts.isHome(guild),
  });
}

async function discardAll(candidates: readonly Candidate[], { log }: Pick<BotParts, 'log'>): Promise<void> {
  for (const candidate of candidates) {
    try {
      await candidate.discard();
    } catch (error) {
      // The next build or the next start removes it.
      log.warn(describeError(error), 'what was built for a preview could not be removed');
    }
  }
}

async function preview(
  moderator: Moderator,
  job: ReindexJob,
  onProgress: OnProgress,
  parts: BotParts,
): Promise<WorkEnd> {
  const { guild } = moderator;
  const options = { onProgress, signal: job.signal };
  const candidates: Candidate[] = [];
  try {
    const plan = await planReindex(job.collections, options, parts);
    if (plan.fingerprint === null) return await nothingToPublish(plan, moderator, parts);
    await build(plan.changes, candidates, options, parts);
    // What was to be built may have been taken back meanwhile.
    if (candidates.length === 0) return await nothingToPublish(plan, moderator, parts);
    return {
      reply: { messages: await lookInto(moderator, plan.leftOut, candidates, options, parts), record: null },
      told: null,
    };
  } catch (error) {
    const line = lineOfFailure(error, job, 'nothing was published.', parts);
    return endWith([line], { ...lookIn(guild, parts), kind: 'problem' });
  } finally {
    await discardAll(candidates, parts);
  }
}

/** `/reindex preview`: builds what would go live, looks at it from all sides, and throws it away. */
export function previewReindex(interaction: ChatInputCommandInteraction, parts: BotParts): Promise<void> {
  const work = (moderator: Moderator, job: ReindexJob, onProgress: OnProgress): Promise<WorkEnd> =>
    preview(moderator, job, onProgress, parts);
  return respondWithJob(interaction, 'preview', work, parts);
}
