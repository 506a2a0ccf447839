import type { Kysely } from 'kysely';
import { createAskingQueries } from './queries/asking-queries.js';
import { createAuditQueries } from './queries/audit-queries.js';
import { createCitingQuery } from './queries/citing-query.js';
import { createFactQueries } from './queries/fact-queries.js';
import { createFeedbackQueries } from './queries/feedback-queries.js';
import { createPersonalForgetting } from './queries/personal-forgetting.js';
import { createPersonalQueries } from './queries/personal-queries.js';
import { createPublicationQueries } from './queries/publication-queries.js';
import { createQualityQueries } from './queries/quality-queries.js';
import { createQuotaQueries } from './queries/quota-queries.js';
import { createRecordQueries } from './queries/record-queries.js';
import { createRemarkQueries } from './queries/remark-queries.js';
import { createReviewQueries } from './queries/review-queries.js';
import { createServerQueries } from './queries/server-queries.js';
import { createSettingQueries } from './queries/setting-queries.js';
import { createSpendingQueries } from './queries/spending-queries.js';
import { createStagingQueries } from './queries/staging-queries.js';
import { StateError } from './state-error.js';
import type { StateStore } from './state-store.js';
import type { StateTables } from './state-tables.js';

/** What no SQL says that databases share. */
export interface Upkeep {
  /** See StateStore. */
  faults(): Promise<readonly string[]>;
  backUp(file: string): Promise<void>;
}

export interface SqlStateParts {
  /** At the newest version, with transactions that keep each other from writing; the store closes it. */
  readonly database: Kysely<StateTables>;
  readonly upkeep: Upkeep;
  /** Makes of what the driver throws an error for people. */
  faultOf(error: unknown): unknown;
}

type Method = (...given: readonly unknown[]) => Promise<unknown>;

/** A state store over tables, in the SQL that SQLite and Postgres share. */
export function createSqlStateStore({ database, upkeep, faultOf }: SqlStateParts): StateStore {
  let isClosed = false;

  async function run<T>(query: () => Promise<T>): Promise<T> {
    if (isClosed) throw new StateError('The state is closed.', 'Start Parley again.');
    try {
      return await query();
    } catch (error) {
      throw faultOf(error);
    }
  }

  /**
   * The same methods: refused once the store is closed, with errors for people, and with what they are given as it is now:
   * they may have to wait for others.
   */
  function guarded<Group extends object>(group: Group): Group {
    const methods = Object.entries(group as Readonly<Record<string, Method>>).map(([name, method]) => [
      name,
      async (...given: readonly unknown[]) => {
        const kept = structuredClone(given);
        return run(() => method(...kept));
      },
    ]);
    return Object.fromEntries(methods) as Group;
  }

  return {
    records: guarded({
      ...createRecordQueries(database, () => isClosed),
      ...createAskingQueries(database),
      ...createCitingQuery(database),
    }),
    feedback: guarded(createFeedbackQueries(database)),
    reviews: guarded({ ...createReviewQueries(database), ...createRemarkQueries(database) }),
    settings: guarded(createSettingQueries(database)),
    audit: guarded(createAuditQueries(database)),
    quotas: guarded(createQuotaQueries(database)),
    spending: guarded(createSpendingQueries(database)),
    staging: guarded({ ...createStagingQueries(database), ...createPublicationQueries(database) }),
    quality: guarded(createQualityQueries(database)),
    personal: guarded({
      ...createPersonalQueries(database),
      ...createPersonalForgetting(database, () => isClosed),
    }),
    facts: guarded(createFactQueries(database)),
    servers: guarded(createServerQueries(database)),
    ...guarded(upkeep),
    async close() {
      if (isClosed) return;
      isClosed = true;
      await database.destroy();
    },
  };
}
