import { ParleyError } from '../../../errors.js';
import { describeError } from '../../../redaction.js';
import type { BotParts } from '../../bot-parts.js';
import { type NoticeLook, writeReindexNotice } from '../../writing/for-moderators/write-reindex-notice.js';
import { plainLine } from '../plain-line.js';
import type { WorkEnd } from '../respond-with-progress.js';
import type { StopReason } from './reindex-jobs.js';

const stopped: Readonly<Record<StopReason, string>> = {
  stopped: 'Stopped',
  overdue: 'This took longer than Discord lets me change this message, so I stopped it',
  restart: 'I am being restarted, so I stopped this; please run it again in a moment',
};

/** Lines in the place of what stood there; the log channel is told the same where nobody sees them. */
export function endWith(lines: readonly string[], look: NoticeLook, afterwards?: () => Promise<void>): WorkEnd {
  return {
    reply: { messages: [writeReindexNotice(lines, look)], record: null },
    told: lines.join(' '),
    ...(afterwards === undefined ? {} : { afterwards }),
  };
}

/**
 * How work ended that did not come to its end, in one line: called off, or an error that is for people. Throws again
 * what is a defect.
 *
 * @param job `null` as the signal of what nothing can call off.
 * @param unchanged What is as it was, a full sentence.
 */
export function lineOfFailure(
  error: unknown,
  job: { readonly signal: AbortSignal | null },
  unchanged: string,
  { log }: Pick<BotParts, 'log'>,
): string {
  if (job.signal?.aborted === true) return `${stopped[job.signal.reason as StopReason]}: ${unchanged}`;
  if (!(error instanceof ParleyError)) throw error;
  log.warn(describeError(error), 'work on a collection failed');
  return `${plainLine(error)} Everything is as before: ${unchanged}`;
}

/** How a reply looks in a server: whether its moderators have to be told why the shared documents are read-only. */
export function lookIn(guild: string, { isHome }: Pick<BotParts, 'isHome'>): { readonly isHome: boolean } {
  return { isHome: isHome(guild) };
}
