import type { ChatInputCommandInteraction } from 'discord.js';
import { collectionOfGuild } from '../../../collections.js';
import type { BotParts } from '../../bot-parts.js';
import { writeReindexProgress } from '../../writing/for-moderators/write-reindex-progress.js';
import { writeReindexRollback } from '../../writing/for-moderators/write-reindex-rollback.js';
import type { OutgoingMessage } from '../../writing/outgoing-message.js';
import type { Moderator } from '../respond-to-moderator.js';
import { respondWithProgress, type WorkEnd } from '../respond-with-progress.js';
import { compareForServer, withGenerations } from './compare-for-server.js';
import { endWith, lineOfFailure, lookIn } from './ended.js';
import type { ReindexProgress } from './reindex-jobs.js';
import { rollbackTarget } from './rollback-targets.js';
import { changeBetween } from './shown-change.js';
import { whoseIs } from './which-collection.js';
import { whoIsAtIt } from './who-is-at-it.js';
import { withCallOff } from './with-call-off.js';

/** Of each origin, so that the question comes within seconds: about fifty in all. */
const mostQuestions = 17;

async function askWhether(
  wanted: string | null,
  { guild, user }: Moderator,
  show: (write: () => OutgoingMessage) => void,
  signal: AbortSignal,
  parts: BotParts,
): Promise<WorkEnd> {
  const look = lookIn(guild, parts);
  const onProgress = (progress: ReindexProgress): void =>
    show(() => writeReindexProgress({ kind: 'plan', ...progress }, false));
  try {
    const target = await rollbackTarget(guild, wanted, parts);
    if (typeof target === 'string') return endWith([target], look);
    const { collection, generation, live } = target;
    const busy = whoIsAtIt([collection], guild, parts);
    if (busy !== null) return busy;
    const visible = await parts.desk.generations(guild);
    const after = withGenerations(visible, [generation]);
    const comparing = { reader: user, before: visible, after, most: mostQuestions, onProgress, signal };
    const comparison = await compareForServer(guild, comparing, parts);
    const staged = await parts.state.staging.changes(collectionOfGuild(guild));
    const message = writeReindexRollback({
      generation: generation.id,
      live,
      change: changeBetween(await parts.collections.live(collection), generation, whoseIs(collection)),
      comparison,
      staged: staged.length,
      ...look,
    });
    return { reply: { messages: [message], record: null }, told: null };
  } catch (error) {
    const line = lineOfFailure(error, { signal }, 'nothing was rolled back.', parts);
    return endWith([line], { ...look, kind: 'problem' });
  }
}

/** `/reindex rollback`: what another generation would change, and the question whether it shall be live. */
export function askRollback(
  interaction: ChatInputCommandInteraction,
  wanted: string | null,
  parts: BotParts,
): Promise<void> {
  return withCallOff(
    (signal, stop) =>
      respondWithProgress(
        interaction,
        'private',
        (moderator, show) => askWhether(wanted, moderator, show, signal, parts),
        parts,
        { onOverdue: () => stop('overdue') },
      ),
    parts,
  );
}
