import { access, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { StateError } from './state-error.js';

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

async function refuseExisting(target: string): Promise<void> {
  if (await isThere(target)) {
    throw new StateError(`${target} is there already; a backup overwrites nothing.`, 'Name a file that is not there.');
  }
}

/** With the journal of a copy that was interrupted: SQLite would play it back into the next one. */
async function removeAll(partial: string): Promise<void> {
  await rm(`${partial}-journal`, { force: true });
  await rm(partial, { force: true });
}

/** A folder's entries are on the disk only once the folder is. */
async function sync(place: string): Promise<void> {
  const handle = await open(place, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Copies the database as it is at this moment, however much is written meanwhile. */
async function copyDatabase(file: string, copy: string): Promise<void> {
  const connection = new BetterSqlite3(file, { readonly: true });
  try {
    // Holds that moment: without it the copy begins anew whenever another process writes, for ever if that writes often.
    connection.exec('begin');
    connection.prepare('select version from schema_version').all();
    await connection.backup(copy);
  } finally {
    connection.close();
  }
}

/** The failure of a backup, unless it is the database that failed. */
function backupFault(error: unknown, target: string): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  if (!/^E[A-Z]+$|^SQLITE_(?:FULL|IOERR|CANTOPEN|READONLY)/u.test(error.code)) return error;
  return new StateError(
    `The backup ${target} could not be written (${error.code}).`,
    'Name a file in a folder that is there and that this user may write, on a disk with room for it.',
    { cause: error },
  );
}

/**
 * Writes a whole copy of a database that is in use to a new file that only its owner can read. Until the copy is complete
 * and on the disk it is called `target.partial`; what an earlier try left under that name is overwritten.
 *
 * @throws StateError when the file is there, or cannot be written
 */
export async function backUpSqlite(file: string, target: string): Promise<void> {
  const partial = `${target}.partial`;
  await refuseExisting(target);
  try {
    await removeAll(partial);
    await (await open(partial, 'wx', 0o600)).close();
    await copyDatabase(file, partial);
    await sync(partial);
    await refuseExisting(target);
    await rename(partial, target);
    await sync(path.dirname(target));
  } catch (error) {
    await removeAll(partial).catch(() => undefined);
    throw backupFault(error, target);
  }
}
