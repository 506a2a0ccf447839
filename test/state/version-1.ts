import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ShownRecord } from '#src/state/seams/records.js';
import { openTables, type Tables } from './open-tables.js';

const statementsFile = path.join(path.dirname(fileURLToPath(import.meta.url)), 'version-1.sql');

/** What makes a database as the first version left it, with one of everything in it. */
export function version1Statements(): Promise<string> {
  return readFile(statementsFile, 'utf8');
}

/** Such a database, for as long as the test runs. */
export async function openVersion1(file: string): Promise<Tables> {
  const tables = openTables(file);
  tables.connection.exec(await version1Statements());
  return tables;
}

export interface Version1 {
  keep(record: ShownRecord, json?: string): void;
  vote(record: string, member: string, vote: 'up' | 'down', at: number): void;
  dispute(record: string, number: number, member: string, text: string, at: number): void;
}

/** What the first version wrote for what it was told. */
export function writeAsVersion1({ connection }: Pick<Tables, 'connection'>): Version1 {
  const record = connection.prepare('insert into records values (?, ?, ?, ?, ?, ?, ?, ?)');
  const vote = connection.prepare('insert into votes values (?, ?, ?, ?)');
  const dispute = connection.prepare('insert into disputes values (?, ?, ?, ?, ?)');
  return {
    keep({ id, result, guild, channel, asker, isPrivate, shownAt }, json = JSON.stringify(result)) {
      record.run(id, result.kind, guild, channel, asker, isPrivate ? 1 : 0, shownAt, json);
    },
    vote: (...row) => void vote.run(...row),
    dispute: (...row) => void dispute.run(...row),
  };
}
