import type { QuotaLimit, QuotaScope } from '../../state/seams/quotas.js';
import { aboutDuration, exactDuration } from './plain-duration.js';

export interface RefusedUse {
  /** The limit that was reached, and whose it is. */
  readonly by: QuotaScope;
  readonly limit: QuotaLimit;
  /** Until there is room again, above 0. */
  readonly waitMs: number;
}

const reached: Readonly<Record<QuotaScope, readonly [before: string, after: string]>> = {
  member: ['You have asked me', 'which is as often as one member may'],
  channel: ['In this channel I was asked', 'which is as often as I answer in one channel'],
  server: ['In this server I was asked', 'which is as often as I answer in one server'],
};

/** Why somebody gets no answer just now, and when they will. */
export function quotaText({ by, limit: { count, windowMs }, waitMs }: RefusedUse): string {
  const [before, after] = reached[by];
  const often = count === 1 ? 'once' : `${count.toLocaleString('en')} times`;
  return `${before} ${often} within ${exactDuration(windowMs)}, ${after}. Buttons and menus count too. Please try again in ${aboutDuration(waitMs)}.`;
}

/** Said when too many questions of one member wait for each other. */
export function lineFullText(waiting: number): string {
  const others =
    waiting === 0
      ? 'A question of yours is under way'
      : `A question of yours is under way and ${waiting === 1 ? 'another waits' : `${waiting} more wait`} behind it`;
  return `${others}, so this one was not taken. I answer one question of each member at a time: please wait for an answer, then ask again.`;
}
