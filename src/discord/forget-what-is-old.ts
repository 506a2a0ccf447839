import type { Logger } from 'pino';
import { describeError } from '../redaction.js';
import type { StateStore } from '../state/state-store.js';
import type { KeptDays } from './kept-days.js';

const day = 24 * 3_600_000;

/** What forgets. */
export interface Forgetting {
  readonly records: Pick<StateStore['records'], 'forgetBefore'>;
  readonly reviews: Pick<StateStore['reviews'], 'forgetSettledBefore'>;
  readonly audit: Pick<StateStore['audit'], 'forgetBefore'>;
  readonly quality: Pick<StateStore['quality'], 'forgetBefore'>;
  readonly quotas: Pick<StateStore['quotas'], 'forgetBefore'>;
  readonly spending: Pick<StateStore['spending'], 'forgetBefore'>;
}

/** Deletes what is older than the table says. A kind that cannot be deleted is logged, and keeps no other. */
export async function forgetWhatIsOld(
  { records, reviews, audit, quality, quotas, spending }: Forgetting,
  days: KeptDays,
  now: number,
  log: Pick<Logger, 'info' | 'error'>,
): Promise<void> {
  const kinds: Readonly<Record<keyof KeptDays, (time: number) => Promise<number>>> = {
    questions: records.forgetBefore,
    settledReviews: reviews.forgetSettledBefore,
    acts: audit.forgetBefore,
    quality: quality.forgetBefore,
    uses: quotas.forgetBefore,
    spending: spending.forgetBefore,
  };
  for (const kind of Object.keys(kinds) as (keyof KeptDays)[]) {
    try {
      const forgotten = await kinds[kind](now - days[kind] * day);
      if (forgotten > 0) log.info({ kind, forgotten, days: days[kind] }, 'forgot what was older than it is kept');
    } catch (error) {
      log.error({ kind, ...describeError(error) }, 'what is old could not be forgotten; it is tried again in an hour');
    }
  }
}
