import { open, readFile, rm, stat } from 'node:fs/promises';
import { codeOf } from './file-fault.js';

/** What a lock file says about who holds it. */
export interface LockRecord {
  /** Different for every lock that was ever taken. */
  readonly token: string;
  readonly pid: number;
  readonly host: string;
  /** What the process is, for people: `parley index`, `the bot`. */
  readonly owner: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly processStart: string | null;
}

export interface FoundLock {
  /** `null` when the file cannot be read as a lock. */
  readonly record: LockRecord | null;
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly lastBeatMs: number;
}

function recordIn(text: string): LockRecord | null {
  try {
    const value = JSON.parse(text) as Partial<LockRecord> | null;
    return typeof value?.token === 'string' && typeof value.pid === 'number' ? (value as LockRecord) : null;
  } catch {
    return null;
  }
}

/** The lock in a file; `null` when there is none. */
export async function readLock(file: string): Promise<FoundLock | null> {
  try {
    const [text, { mtimeMs, ino }] = await Promise.all([readFile(file, 'utf8'), stat(file)]);
    const record = recordIn(text);
    return { record, token: record?.token ?? `unreadable-${ino}-${Math.floor(mtimeMs)}`, lastBeatMs: mtimeMs };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Creates the file only if there is none; says whether it did. */
export async function createLock(file: string, record: LockRecord): Promise<boolean> {
  try {
    const handle = await open(file, 'wx');
    try {
      await handle.writeFile(`${JSON.stringify(record)}\n`);
    } catch (error) {
      await rm(file, { force: true });
      throw error;
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}
