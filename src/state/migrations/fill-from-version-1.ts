import type { Kysely } from 'kysely';
import { z } from 'zod';

/** The tables as the second version made them; what later ones did to them is no concern of this step. */
interface Version2 {
  records: {
    id: string;
    guild: string | null;
    shown_at: number;
    is_private: number;
    result: string;
    outcome: string | null;
    total_ms: number | null;
  };
  citations: { record: string; document: string; guild: string | null; shown_at: number };
  votes: { record: string; member: string; vote: string; at: number };
  disputes: { record: string; number: number; member: string; text: string; at: number; item: number | null };
  reviews: {
    number: number;
    guild: string;
    kind: string;
    record: string;
    member: string | null;
    text: string;
    at: number;
    state: string;
    settled_at: number | null;
  };
  counters: { kind: string; last: number };
}

/** So few that a page of them is small, and so many that there are few pages. */
const recordsOfPage = 200;

const cited = z.array(z.object({ document: z.string() }));
/** As much of a result as the new columns want; the first version wrote all of it. */
const result = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('answer'),
    answer: z.object({
      outcome: z.enum(['answered', 'declined']),
      citations: cited,
      nearest: cited,
      timings: z.object({ totalMs: z.number() }),
    }),
  }),
  z.object({
    kind: z.literal('check'),
    check: z.object({ claims: z.array(z.object({ citations: cited })) }),
  }),
  z.object({ kind: z.literal('summary'), summary: z.object({ citations: cited }) }),
]);

/** `null` for what is not the JSON it should be: no button could show it either. */
function readResult(json: string): z.infer<typeof result> | null {
  try {
    return result.parse(JSON.parse(json));
  } catch {
    return null;
  }
}

function citedIn(read: z.infer<typeof result>): ReadonlySet<string> {
  const quotes = (() => {
    switch (read.kind) {
      case 'answer':
        return [...read.answer.citations, ...read.answer.nearest];
      case 'check':
        return read.check.claims.flatMap(({ citations }) => citations);
      case 'summary':
        return read.summary.citations;
    }
  })();
  return new Set(quotes.map(({ document }) => document));
}

async function fillRecords(database: Kysely<Version2>): Promise<void> {
  for (let last = ''; ; ) {
    const page = await database
      .selectFrom('records')
      .select(['id', 'guild', 'shown_at', 'result'])
      .where('id', '>', last)
      .orderBy('id')
      .limit(recordsOfPage)
      .execute();
    for (const { id, guild, shown_at, result: json } of page) {
      const read = readResult(json);
      if (read?.kind === 'answer') {
        const { outcome, timings } = read.answer;
        const columns = { outcome, total_ms: timings.totalMs };
        await database.updateTable('records').set(columns).where('id', '=', id).execute();
      }
      for (const document of read === null ? [] : citedIn(read)) {
        await database.insertInto('citations').values({ record: id, document, guild, shown_at }).execute();
      }
    }
    const end = page.at(-1);
    if (end === undefined || page.length < recordsOfPage) return;
    last = end.id;
  }
}

/** What members said before there was a review waits in it now: disputes, and the first 👎 on what everybody saw. */
async function fillReviews(database: Kysely<Version2>): Promise<void> {
  const disputes = await database
    .selectFrom('disputes')
    .innerJoin('records', 'records.id', 'disputes.record')
    .where('records.guild', 'is not', null)
    .select(['disputes.record', 'disputes.number', 'disputes.member', 'disputes.text', 'disputes.at', 'records.guild'])
    .execute();
  const votes = await database
    .selectFrom('votes')
    .innerJoin('records', 'records.id', 'votes.record')
    .where('records.guild', 'is not', null)
    .where('records.is_private', '=', 0)
    .where('votes.vote', '=', 'down')
    .groupBy(['votes.record', 'records.guild'])
    .select(({ fn }) => ['votes.record', 'records.guild', fn.min('votes.at').as('at')])
    .execute();
  const items = [
    ...disputes.map(({ number, ...dispute }) => ({ kind: 'dispute', inRecord: number, ...dispute })),
    ...votes.map((vote) => ({ kind: 'vote', inRecord: null, member: null, text: '', ...vote })),
  ].toSorted((one, other) => Number(one.at) - Number(other.at));
  for (const [index, { guild, inRecord, ...item }] of items.entries()) {
    if (guild === null) continue;
    const number = index + 1;
    await database
      .insertInto('reviews')
      .values({ number, guild, ...item, state: 'open', settled_at: null })
      .execute();
    if (inRecord === null) continue;
    await database
      .updateTable('disputes')
      .set({ item: number })
      .where('record', '=', item.record)
      .where('number', '=', inRecord)
      .execute();
  }
  if (items.length > 0) await database.insertInto('counters').values({ kind: 'review', last: items.length }).execute();
}

/** Fills what the second version added from what the first one kept, so that the new queries find the old rows. */
export async function fillFromVersion1(database: Kysely<unknown>): Promise<void> {
  await fillRecords(database as Kysely<Version2>);
  await fillReviews(database as Kysely<Version2>);
}
