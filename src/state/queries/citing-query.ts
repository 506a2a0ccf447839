import type { Kysely } from 'kysely';
import type { CitingQuery, PlacedRecord, RecordStore, ShownRecord } from '../seams/records.js';
import type { StateTables } from '../state-tables.js';
import { recordColumns, recordOf } from './record-rows.js';
import { lookingOnce, type Writing } from './transactions.js';

type Position = Pick<ShownRecord, 'id' | 'shownAt'>;

function inOrder(one: Position, other: Position): number {
  if (one.shownAt !== other.shownAt) return one.shownAt - other.shownAt;
  if (one.id === other.id) return 0;
  return one.id < other.id ? -1 : 1;
}

/** The first `limit` records that cite one document. */
async function citingOne(document: string, { guild, since, after, limit }: CitingQuery, snapshot: Writing) {
  let cited = snapshot.selectFrom('citations').select(['record', 'shown_at']).where('document', '=', document);
  if (guild !== undefined) cited = cited.where('guild', '=', guild);
  cited =
    after === undefined || after.shownAt < since
      ? cited.where('shown_at', '>=', since)
      : cited.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('shown_at', 'record'), '>', tuple(after.shownAt, after.id)),
        );
  const rows = await cited.orderBy('shown_at').orderBy('record').limit(limit).execute();
  return rows.map(({ record, shown_at }): Position => ({ id: record, shownAt: Number(shown_at) }));
}

/**
 * The first `limit` records that cite any of the documents. Each document is looked up for itself and the lists are
 * merged: one query for all of them would sort everything that cites them, once a page.
 */
async function citingAny(query: CitingQuery, snapshot: Writing): Promise<readonly Position[]> {
  const found = new Map<string, Position>();
  for (const document of new Set(query.documents)) {
    for (const position of await citingOne(document, query, snapshot)) found.set(position.id, position);
  }
  return [...found.values()].toSorted(inOrder).slice(0, query.limit);
}

async function placed(id: string, snapshot: Writing): Promise<PlacedRecord | null> {
  const row = await snapshot.selectFrom('records').select(recordColumns).where('id', '=', id).executeTakeFirst();
  const record = recordOf(row);
  if (record === null) return null;
  const messages = await snapshot.selectFrom('placements').select('message').where('record', '=', id).execute();
  // Ids are numbers: a longer one is the greater.
  const inTime = messages
    .map(({ message }) => message)
    .toSorted((one, other) => one.length - other.length || (one < other ? -1 : 1));
  return { record, messages: inTime };
}

/** Records by the documents that they cite. */
export function createCitingQuery(database: Kysely<StateTables>): Pick<RecordStore, 'citing'> {
  return {
    citing: (query) =>
      lookingOnce(database, async (snapshot) => {
        const found: PlacedRecord[] = [];
        let { after } = query;
        // What cannot be shown again is passed over: a page that is short for it would look like the last one.
        while (found.length < query.limit) {
          const rest: CitingQuery = { ...query, limit: query.limit - found.length, ...(after && { after }) };
          const positions = await citingAny(rest, snapshot);
          for (const { id } of positions) {
            const record = await placed(id, snapshot);
            if (record !== null) found.push(record);
          }
          after = positions.at(-1);
          if (after === undefined || positions.length < rest.limit) break;
        }
        return found;
      }),
  };
}
