import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Dispute } from '../seams/feedback.js';
import type { PersonalData, PersonalStore } from '../seams/personal.js';
import type { ShownRecord } from '../seams/records.js';
import type { StateTables } from '../state-tables.js';
import { entryOf } from './audit-queries.js';
import { idOf } from './key-of.js';
import { recordColumns, recordsOf } from './record-rows.js';
import { spendingOf } from './spending-queries.js';
import { changesBy, publicationsBy } from './staged-by.js';
import { lookingOnce, type Writing } from './transactions.js';

/** Records that are read between two turns of the event loop: about 5 ms. */
const readAtOnce = 50;

async function recordsBy(database: Kysely<StateTables>, member: string): Promise<readonly ShownRecord[]> {
  const records: ShownRecord[] = [];
  let page = database.selectFrom('records').select(recordColumns).where('asker', '=', member);
  for (;;) {
    const rows = await page.orderBy('shown_at').orderBy('id').limit(readAtOnce).execute();
    records.push(...recordsOf(rows));
    const last = rows.at(-1);
    if (last === undefined || rows.length < readAtOnce) return records;
    const { shown_at, id } = last;
    page = database
      .selectFrom('records')
      .select(recordColumns)
      .where('asker', '=', member)
      .where(({ eb, refTuple, tuple }) => eb(refTuple('shown_at', 'id'), '>', tuple(shown_at, id)));
    await nextTurn();
  }
}

async function votesBy(snapshot: Writing, member: string) {
  const cast = snapshot.selectFrom('votes').select(['record', 'vote', 'at']).where('member', '=', member);
  const rows = await cast.orderBy('at').orderBy('record').execute();
  return rows.map((row) => ({ ...row, at: Number(row.at) }));
}

/** Where the record has gone and the words have stayed. */
function inReviewAlone(snapshot: Writing, member: string) {
  return snapshot
    .selectFrom('reviews')
    .where('member', '=', member)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('disputes').select('item').whereRef('disputes.item', '=', 'reviews.number'))),
    );
}

/** At records that are there, and after them in the review where the record has gone and the words have stayed. */
async function disputesBy(snapshot: Writing, member: string): Promise<readonly Dispute[]> {
  const atRecords = await snapshot
    .selectFrom('disputes')
    .select(['record', 'member', 'text', 'at'])
    .where('member', '=', member)
    .orderBy('at')
    .orderBy('record')
    .orderBy('number')
    .execute();
  const inReview = await inReviewAlone(snapshot, member)
    .select(['record', 'text', 'at'])
    .orderBy('at')
    .orderBy('record')
    .orderBy('number')
    .execute();
  return [...atRecords, ...inReview.map((row) => ({ ...row, member }))]
    .map((row) => ({ ...row, at: Number(row.at) }))
    .toSorted(
      (one, other) => one.at - other.at || Number(one.record > other.record) - Number(one.record < other.record),
    );
}

async function usesBy(snapshot: Kysely<StateTables>, member: string): Promise<PersonalData['uses']> {
  const uses = snapshot.selectFrom('uses').select(['guild', 'channel', 'at']).where('member', '=', member);
  const rows = await uses.orderBy('at').execute();
  return rows.map(({ guild, channel, at }) => ({ guild: idOf(guild), channel, at: Number(at) }));
}

async function actsOf(snapshot: Writing, member: string) {
  const acts = snapshot.selectFrom('audit').selectAll().where('actor', '=', member).orderBy('number');
  return (await acts.execute()).map(entryOf);
}

async function shownTo(snapshot: Writing, member: string) {
  return snapshot
    .selectFrom('records')
    .where('asker', '=', member)
    .select(({ fn }) => [
      fn.countAll().filterWhere('kind', '=', 'answer').as('questions'),
      fn.countAll().filterWhere('kind', '=', 'check').as('checks'),
      fn.countAll().filterWhere('kind', '=', 'summary').as('summaries'),
    ])
    .executeTakeFirstOrThrow();
}

async function countOf(
  table: 'votes' | 'disputes' | 'uses' | 'spending' | 'audit',
  column: 'member' | 'actor',
  snapshot: Writing,
  member: string,
): Promise<number> {
  const counting = snapshot.selectFrom(table).where(column, '=', member);
  const { count } = await counting.select(({ fn }) => fn.countAll().as('count')).executeTakeFirstOrThrow();
  // Postgres counts in 64 bits, which its driver hands over as a text.
  return Number(count);
}

/** What is kept about one person, everywhere. */
export function createPersonalQueries(database: Kysely<StateTables>): Omit<PersonalStore, 'forget'> {
  return {
    counts: (member) =>
      lookingOnce(database, async (snapshot) => {
        const { questions, checks, summaries } = await shownTo(snapshot, member);
        const { alone } = await inReviewAlone(snapshot, member)
          .select(({ fn }) => fn.countAll().as('alone'))
          .executeTakeFirstOrThrow();
        return {
          questions: Number(questions),
          checks: Number(checks),
          summaries: Number(summaries),
          votes: await countOf('votes', 'member', snapshot, member),
          disputes: (await countOf('disputes', 'member', snapshot, member)) + Number(alone),
          uses: await countOf('uses', 'member', snapshot, member),
          spending: await countOf('spending', 'member', snapshot, member),
          acts: await countOf('audit', 'actor', snapshot, member),
        };
      }),

    async of(member) {
      const records = await recordsBy(database, member);
      const staged = await changesBy(database, member);
      return lookingOnce(database, async (snapshot) => ({
        records,
        votes: await votesBy(snapshot, member),
        disputes: await disputesBy(snapshot, member),
        uses: await usesBy(snapshot, member),
        spending: await spendingOf(snapshot, member),
        acts: await actsOf(snapshot, member),
        staged,
        publications: await publicationsBy(snapshot, member),
      }));
    },

    uses: (member) => usesBy(database, member),
  };
}
