import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import BetterSqlite3 from 'better-sqlite3';

/** Every row of every table, by the table's name. */
export function everyRow(database: string): Readonly<Record<string, readonly unknown[]>> {
  const connection = new BetterSqlite3(database, { readonly: true });
  try {
    const tables = connection.prepare("select name from sqlite_master where type = 'table' order by name").all() as {
      name: string;
    }[];
    return Object.fromEntries(tables.map(({ name }) => [name, connection.prepare(`select * from "${name}"`).all()]));
  } finally {
    connection.close();
  }
}

/** SHA-256 of every file under a folder, by its path there, besides those that SQLite writes. */
export async function everyFile(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && !/\.sqlite(?:-shm|-wal)?$/u.test(entry.name))
    .map(({ parentPath, name }) => path.join(parentPath, name))
    .toSorted();
  const hashes = files.map(async (file) => {
    const hash = createHash('sha256').update(await readFile(file));
    return [path.relative(folder, file), hash.digest('hex')] as const;
  });
  return Object.fromEntries(await Promise.all(hashes));
}
