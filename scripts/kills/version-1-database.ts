import BetterSqlite3 from 'better-sqlite3';
import { madeUpRecord } from '../../test/state/made-up-record.js';
import { version1Statements, writeAsVersion1 } from '../../test/state/version-1.js';

/** So many that bringing them to the newest version takes a moment in which a process can be killed. */
export const oldRecords = 400;
const guild = '1017654321098765499';

/** A database as the first version left it, with many records; each third was disputed, and so waits in a review after the migration. */
export async function writeVersion1(file: string): Promise<void> {
  const connection = new BetterSqlite3(file);
  connection.exec(await version1Statements());
  const { keep, dispute } = writeAsVersion1({ connection });
  connection.transaction(() => {
    for (let number = 0; number < oldRecords; number++) {
      const record = madeUpRecord(`old-${number}`, { guild, shownAt: number });
      keep(record);
      if (number % 3 === 0) dispute(record.id, 1, 'member', `No, not ${number}.`, number);
    }
  })();
  connection.close();
}

function countIn(connection: BetterSqlite3.Database, query: string): number {
  return Number(connection.prepare(query).pluck().get());
}

/** What is missing in a database that was of the first version and is of the newest. */
export function missingOfVersion1(file: string): readonly string[] {
  const connection = new BetterSqlite3(file, { readonly: true });
  try {
    const counts = {
      records: countIn(connection, "select count(*) from records where id like 'old-%' and outcome = 'answered'"),
      citations: countIn(connection, "select count(*) from citations where record like 'old-%'"),
      reviews: countIn(connection, "select count(*) from reviews where record like 'old-%'"),
    };
    const expected = { records: oldRecords, citations: oldRecords, reviews: Math.ceil(oldRecords / 3) };
    return Object.entries(expected)
      .filter(([what, count]) => counts[what as keyof typeof counts] !== count)
      .map(
        ([what, count]) => `${counts[what as keyof typeof counts]} ${what} of the first version instead of ${count}`,
      );
  } finally {
    connection.close();
  }
}
