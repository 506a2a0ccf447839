import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { createFeedbackQueries } from './feedback-queries.js';
import { createRecordQueries } from './record-queries.js';
import { StateError } from './state-error.js';
import type { StateStore } from './state-store.js';
import type { StateTables } from './state-tables.js';

/** Records that go in one transaction: 3 ms, for which the event loop stands still. */
const forgottenAtOnce = 50;

export interface SqlStateParts {
  /** At the newest version; the store closes it. */
  readonly database: Kysely<StateTables>;
  /** Makes of what the driver throws an error for people. */
  faultOf(error: unknown): unknown;
}

/** A state store over tables, in the SQL that SQLite and Postgres share. */
export function createSqlStateStore({ database, faultOf }: SqlStateParts): StateStore {
  const records = createRecordQueries(database);
  const feedback = createFeedbackQueries(database);
  let isClosed = false;

  async function run<T>(query: () => Promise<T>): Promise<T> {
    if (isClosed) throw new StateError('The state is closed.', 'Start Parley again.');
    try {
      return await query();
    } catch (error) {
      throw faultOf(error);
    }
  }

  async function forgetBefore(time: number): Promise<number> {
    for (let forgotten = 0; ; ) {
      const some = await records.forget(time, forgottenAtOnce);
      forgotten += some;
      if (some < forgottenAtOnce) return forgotten;
      await nextTurn();
      if (isClosed) return forgotten;
    }
  }

  return {
    keep: (record) => run(() => records.keep(record)),
    place: (record, messages) => run(() => records.place(record, messages)),
    find: (record) => run(() => records.find(record)),
    findByMessage: (message) => run(() => records.findByMessage(message)),
    recentTurns: (query) => run(() => records.recentTurns(query)),
    vote: (record, member, vote, at) => run(() => feedback.vote(record, member, vote, at)),
    votes: (record) => run(() => feedback.votes(record)),
    dispute: (dispute) => run(() => feedback.dispute(dispute)),
    disputes: (record) => run(() => feedback.disputes(record)),
    fact: (key) =>
      run(async () => {
        const row = await database.selectFrom('facts').select('value').where('key', '=', key).executeTakeFirst();
        return row?.value ?? null;
      }),
    setFact: (key, value) =>
      run(async () => {
        await database
          .insertInto('facts')
          .values({ key, value })
          .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
          .execute();
      }),
    forgetBefore: (time) => run(() => forgetBefore(time)),
    async close() {
      if (isClosed) return;
      isClosed = true;
      await database.destroy();
    },
  };
}
