import type { QuotaLimit, QuotaScope } from '../../state/seams/quotas.js';
import type { Words } from '../wording/words.js';
import { aboutDuration, exactDuration } from './plain-duration.js';

export interface RefusedUse {
  /** The limit that was reached, and whose it is. */
  readonly by: QuotaScope;
  readonly limit: QuotaLimit;
  /** Until there is room again, above 0. */
  readonly waitMs: number;
}

/** Why somebody gets no answer just now, and when they will. */
export function quotaText({ by, limit: { count, windowMs }, waitMs }: RefusedUse, words: Words): string {
  const { refused } = words.notices.quota;
  return refused(by, count, exactDuration(windowMs, words), aboutDuration(waitMs, words));
}
