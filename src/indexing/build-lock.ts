import { randomUUID } from 'node:crypto';
import { mkdir, rm, utimes } from 'node:fs/promises';
import os from 'node:os';
import { GenerationError } from '../errors.js';
import { fileFault } from './file-fault.js';
import { foldersOf } from './generation-folders.js';
import { createLock, type FoundLock, type LockRecord, readLock } from './lock-file.js';
import { isProcessAlive, processStartOf } from './process-identity.js';

export interface BuildLock {
  /** Gives the lock back; leaves a lock alone that somebody else took over meanwhile. */
  release(): Promise<void>;
}

export interface BuildLockInput {
  /** The collection's folder. */
  readonly folder: string;
  readonly owner: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly isAlive?: (pid: number) => boolean;
  readonly onWarning?: (line: string) => void;
}

const heartbeatMs = 60_000;
/** A lock of another host is stale when its heartbeat is older: ten beats missed. */
const foreignStaleMs = 10 * heartbeatMs;
/** A lock file without content is one that is just being written, unless it is older than this. */
const unreadableStaleMs = 10_000;

function ageOf(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return `${Math.max(0, Math.floor(ms / 1000))} s`;
  return minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h`;
}

function describe({ record }: FoundLock, now: number): string {
  if (record === null) return 'somebody who has not signed the lock';
  const age = ageOf(now - Date.parse(record.startedAt));
  return `${record.owner} (process ${record.pid} on ${record.host}) since ${record.startedAt}, ${age} ago`;
}

/** Somebody else holds the lock. */
export class LockHeldError extends GenerationError {
  /** What holds it, for people: `parley index`, `the bot`; `null` when it has not signed. */
  readonly owner: string | null;

  constructor(found: FoundLock, file: string, now: number) {
    super(
      `The index is being built by ${describe(found, now)}.`,
      `Wait until it is done and run the command again, or end that process; if it is surely gone, delete ${file}.`,
    );
    this.owner = found.record?.owner ?? null;
  }
}

/**
 * Takes the right to build and publish in a collection's folder. A lock is stale when its process is gone from this
 * host (or its id belongs to a later process), or when it is of another host and its heartbeat stopped; a stale one is
 * taken over with a warning.
 *
 * @throws LockHeldError that says who holds the lock, since when, and what to do; GenerationError when the disk refuses
 */
export async function acquireBuildLock(input: BuildLockInput): Promise<BuildLock> {
  const { folder, owner, now, isAlive = isProcessAlive, onWarning = () => {} } = input;
  const { lock } = foldersOf(folder);
  const own: LockRecord = {
    token: randomUUID(),
    pid: process.pid,
    host: os.hostname(),
    owner,
    startedAt: new Date(now()).toISOString(),
    processStart: await processStartOf(process.pid),
  };

  const isStale = async ({ record, lastBeatMs: beat }: FoundLock): Promise<boolean> => {
    if (record === null) return now() - beat > unreadableStaleMs;
    if (record.host !== own.host) return now() - beat > foreignStaleMs;
    if (!isAlive(record.pid)) return true;
    const start = await processStartOf(record.pid);
    return record.processStart !== null && start !== null && start !== record.processStart;
  };

  /**
   * Creates `file`, or removes a stale one and tries again. Two processes may find the same stale lock, and the slower
   * must not remove the new lock of the faster: so whoever removes a lock first takes a second one named after the
   * token of the first, looks again under it, and removes only what still has that token.
   */
  const take = async (file: string): Promise<void> => {
    while (!(await createLock(file, own))) {
      const found = await readLock(file);
      if (found === null) continue;
      if (!(await isStale(found))) throw new LockHeldError(found, lock, now());
      const claim = `${file}.${found.token}`;
      await take(claim);
      try {
        if ((await readLock(file))?.token === found.token) {
          await rm(file, { force: true });
          if (file === lock)
            onWarning(`The build lock of ${describe(found, now())} was stale and has been taken over.`);
        }
      } finally {
        await rm(claim, { force: true });
      }
    }
  };

  const isOwn = async (): Promise<boolean> => (await readLock(lock))?.token === own.token;
  try {
    await mkdir(folder, { recursive: true });
    await take(lock);
    await utimes(lock, now() / 1000, now() / 1000);
  } catch (error) {
    throw fileFault(error, lock);
  }

  const beat = async (): Promise<void> => {
    if (await isOwn()) await utimes(lock, now() / 1000, now() / 1000);
  };
  // A missed beat does no harm by itself, and the next one may succeed.
  const timer = setInterval(() => void beat().catch(() => {}), heartbeatMs);
  timer.unref();
  return {
    async release() {
      clearInterval(timer);
      if (await isOwn()) await rm(lock, { force: true });
    },
  };
}
