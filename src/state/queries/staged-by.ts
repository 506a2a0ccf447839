import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Publication, StagedChange } from '../seams/staging.js';
import type { StateTables } from '../state-tables.js';
import { publicationOf } from './publication-queries.js';
import { changeOf } from './staging-queries.js';
import type { Writing } from './transactions.js';

/**
 * Staged changes that are looked at between two turns of the event loop. All are looked at: a moderator asks for this once
 * in a long while, and an index of who staged would be written with every change.
 */
const lookedAtOnce = 200;

/** What a moderator staged and nobody published or discarded, in the order in which it was staged. */
export async function changesBy(database: Kysely<StateTables>, member: string): Promise<readonly StagedChange[]> {
  const changes: StagedChange[] = [];
  for (let behind = 0; ; ) {
    const rows = await database
      .selectFrom('staged')
      .selectAll()
      .where('number', '>', behind)
      .orderBy('number')
      .limit(lookedAtOnce)
      .execute();
    changes.push(...rows.filter(({ by }) => by === member).map(changeOf));
    const last = rows.at(-1);
    if (last === undefined || rows.length < lookedAtOnce) return changes;
    behind = Number(last.number);
    await nextTurn();
  }
}

/** What a moderator began to publish, and nobody finished or called off. */
export async function publicationsBy(snapshot: Writing, member: string): Promise<readonly Publication[]> {
  const begun = snapshot.selectFrom('publications').selectAll().where('actor', '=', member).orderBy('number');
  return (await begun.execute()).map(publicationOf);
}
