import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openTables, type Tables } from './open-tables.js';

const statementsFile = path.join(path.dirname(fileURLToPath(import.meta.url)), 'version-2.sql');

/** A database as the second version left it, with a row in every table, for as long as the test runs. */
export async function openVersion2(file: string): Promise<Tables> {
  const tables = openTables(file);
  tables.connection.exec(await readFile(statementsFile, 'utf8'));
  return tables;
}
