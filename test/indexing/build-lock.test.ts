import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { GenerationError } from '#src/errors.js';
import { acquireBuildLock, type BuildLock } from '#src/indexing/build-lock.js';
import { temporaryFolder } from './temporary-folder.js';

const minute = 60_000;
const start = Date.UTC(2026, 10, 24, 15, 0);

const neverAsked = (): never => expect.fail('another host has other processes');

async function clockedFolder() {
  const folder = await temporaryFolder();
  const clock = { now: start };
  const warnings: string[] = [];
  const file = path.join(folder, 'build.lock');
  return {
    folder,
    clock,
    warnings,
    file,
    acquire: async (owner = 'parley index', isAlive?: (pid: number) => boolean): Promise<BuildLock> => {
      const lock = await acquireBuildLock({
        folder,
        owner,
        now: () => clock.now,
        onWarning: (line) => warnings.push(line),
        ...(isAlive === undefined ? {} : { isAlive }),
      });
      onTestFinished(() => lock.release());
      return lock;
    },
    /** Changes what the lock file says, without a beat. */
    async rewrite(changes: object) {
      const record: object = JSON.parse(await readFile(file, 'utf8'));
      await writeFile(file, JSON.stringify({ ...record, ...changes }));
      await utimes(file, clock.now / 1000, clock.now / 1000);
    },
  };
}

async function refusal(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.then(
    () => 'nothing was refused',
    (reason: unknown) => reason,
  );
  if (!(error instanceof GenerationError)) throw new Error(String(error));
  return error.line;
}

/** A process that takes the lock when told to. */
async function otherProcess(folder: string) {
  const child: ChildProcess = spawn(process.execPath, [path.join(import.meta.dirname, 'hold-lock.mjs'), folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  if (child.stdout === null) throw new Error('the child has an output');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const nextLine = async (): Promise<string> => String((await lines.next()).value);
  expect(await nextLine()).toBe('ready');
  return {
    pid: child.pid,
    take(owner: string) {
      child.stdin?.write(`${owner}\n`);
      return nextLine();
    },
    async end(how: 'kill' | 'release') {
      const ended = once(child, 'exit');
      if (how === 'kill') child.kill('SIGKILL');
      else child.stdin?.end();
      await ended;
    },
  };
}

describe('the build lock', () => {
  it('is free again once it was released', async () => {
    const { acquire, folder, warnings } = await clockedFolder();
    await (await acquire()).release();
    await (await acquire()).release();
    expect(await readdir(folder)).toEqual([]);
    expect(warnings).toEqual([]);
  });

  it('tells the second who holds it, where, since when and for how long, and what to do', async () => {
    const { acquire, clock, file } = await clockedFolder();
    await acquire('the bot');
    clock.now += 7 * minute;
    const line = await refusal(acquire());
    for (const fact of ['the bot', String(process.pid), os.hostname(), '2026-11-24T15:00:00.000Z', '7 min ago', file]) {
      expect(line).toContain(fact);
    }
    expect(line).toContain('Wait until it is done');
  });

  it('is held against another process, and passes over when that one is killed', async () => {
    const { folder, acquire, warnings } = await clockedFolder();
    const other = await otherProcess(folder);
    expect(await other.take('the other')).toBe('held');
    expect(await refusal(acquire())).toContain(`the other (process ${other.pid} on ${os.hostname()})`);
    await other.end('kill');
    await acquire();
    expect(warnings).toEqual([expect.stringContaining('stale')]);
    expect(warnings[0]).toContain('the other');
  });

  it('is free when the other process released it', async () => {
    const { folder, acquire, warnings } = await clockedFolder();
    const other = await otherProcess(folder);
    expect(await other.take('the other')).toBe('held');
    await other.end('release');
    await acquire();
    expect(warnings).toEqual([]);
  });

  it('is taken over when its process id belongs to a later process by now', async () => {
    const { acquire, rewrite, warnings } = await clockedFolder();
    await acquire();
    await rewrite({ processStart: 'another-boot:42' });
    if (process.platform === 'linux') {
      await acquire();
      expect(warnings).toHaveLength(1);
    } else {
      expect(await refusal(acquire())).toContain('being built');
    }
  });

  it('of another host counts until it has not been heard of for ten minutes', async () => {
    const { acquire, rewrite, clock, warnings } = await clockedFolder();
    await acquire();
    await rewrite({ host: 'another-host', pid: 1 });
    clock.now += 9 * minute;
    expect(await refusal(acquire('parley index', neverAsked))).toContain('another-host');
    clock.now += 2 * minute;
    await acquire('parley index', neverAsked);
    expect(warnings[0]).toContain('another-host');
  });

  it('is heard of once a minute while it is held, and no more after', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const { acquire, clock, file } = await clockedFolder();
    const lock = await acquire();
    for (let beat = 1; beat <= 3; beat++) {
      clock.now += minute;
      vi.advanceTimersByTime(minute);
      await vi.waitFor(async () => expect((await stat(file)).mtimeMs).toBe(start + beat * minute));
    }
    await lock.release();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('that was taken over is left alone by the one who lost it', async () => {
    const { acquire, file, warnings } = await clockedFolder();
    const first = await acquire('the first');
    await acquire('the second', () => false);
    await first.release();
    expect(await readFile(file, 'utf8')).toContain('the second');
    expect(warnings).toHaveLength(1);
  });

  it('without a signature counts for a moment, for it is just being written, and then no more', async () => {
    const { acquire, file, clock, rewrite } = await clockedFolder();
    await acquire();
    await rewrite({ token: null });
    expect(await refusal(acquire())).toContain('has not signed');
    for (const content of ['', 'null', '{"token"', '[]']) {
      await writeFile(file, content);
      clock.now = Date.now() + minute;
      await (await acquire()).release();
      await expect(access(file)).rejects.toThrow();
    }
  });

  it('goes to exactly one of many that find it stale at the same time', async () => {
    for (let round = 0; round < 25; round++) {
      const { folder, acquire, file } = await clockedFolder();
      await acquire('the dead one');
      const record: object = JSON.parse(await readFile(file, 'utf8'));
      await writeFile(file, JSON.stringify({ ...record, pid: 2 ** 30 }));
      const outcomes = await Promise.allSettled(Array.from({ length: 8 }, (_, place) => acquire(`contender ${place}`)));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(GenerationError);
      }
      expect(await readdir(folder)).toEqual(['build.lock']);
    }
  });

  it('goes to exactly one of several processes that find it stale', async () => {
    const { folder } = await clockedFolder();
    const dead = await otherProcess(folder);
    expect(await dead.take('the dead one')).toBe('held');
    await dead.end('kill');
    const others = await Promise.all(Array.from({ length: 4 }, () => otherProcess(folder)));
    const outcomes = await Promise.all(others.map((other, place) => other.take(`contender ${place}`)));
    expect(outcomes.filter((outcome) => outcome === 'held')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome.startsWith('refused: The index is being built by'))).toHaveLength(3);
  });
});
