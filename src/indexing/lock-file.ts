import { randomUUID } from 'node:crypto';
import { link, open, readFile, rm, stat } from 'node:fs/promises';
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

/** File systems without a second name for a file: the lock is then made first and signed after. */
const noLinks: ReadonlySet<string | undefined> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EXDEV']);

async function createUnsigned(file: string, content: string): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(content);
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

async function nameLock(fresh: string, file: string, content: string): Promise<boolean> {
  try {
    await link(fresh, file);
    return true;
  } catch (error) {
    const code = codeOf(error);
    // Somebody who clears up may have taken the fresh file for a dead process's: whoever wants the lock tries again.
    if (code === 'EEXIST' || code === 'ENOENT') return false;
    if (!noLinks.has(code)) throw error;
  }
  try {
    await createUnsigned(file, content);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Creates the file only if there is none; says whether it did. It appears with its content: a process that is killed
 * meanwhile leaves a `.fresh` file, and not a lock that nobody has signed.
 */
export async function createLock(file: string, record: LockRecord): Promise<boolean> {
  const content = `${JSON.stringify(record)}\n`;
  const fresh = `${file}.${randomUUID()}.fresh`;
  try {
    await createUnsigned(fresh, content);
    return await nameLock(fresh, file, content);
  } finally {
    await rm(fresh, { force: true });
  }
}
