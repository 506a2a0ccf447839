import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFileIntake, type FileLimits, usualFileLimits } from '#src/discord/moderating/corpus/file-intake.js';
import { CorpusError } from '#src/errors.js';
import { deferred } from '../../support/deferred.js';
import { type HostileFileServer, startHostileFileServer } from '../../support/hostile-file-server.js';

const truce = 'The truce held for one week in the city of Aleppo.';
const nothingSaid = { title: null, publisher: null, date: null, url: null };

let server: HostileFileServer;
let calling: AbortController;

beforeEach(async () => {
  server = await startHostileFileServer();
  calling = new AbortController();
});
afterEach(() => server.stop());

function intake(limits: Partial<FileLimits> = {}) {
  const all = { ...usualFileLimits, ...limits };
  const files = createFileIntake({ restApi: 'http://127.0.0.1:1/api', limits: all, now: () => 0 });
  const stages: string[] = [];
  return {
    stages,
    take<T>(url: string, keep: () => Promise<T>, guild = 'home'): Promise<T> {
      const sent = { name: 'a.txt', url, size: 10, said: nothingSaid, before: null };
      return files.take(sent, keep, { guild, signal: calling.signal, onStage: (words) => stages.push(words) });
    },
    inTurn: <T>(work: () => Promise<T>, guild = 'home') =>
      files.inTurn('server:old', work, { guild, signal: calling.signal }),
  };
}

const honest = (): string => server.serves((response) => response.end(truce));
const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no failure',
    (error: unknown) => error,
  );

/** A file that comes when it is let. */
function held() {
  const { promise, resolve } = deferred();
  const asked = deferred();
  const url = server.serves((response) => {
    asked.resolve();
    void promise.then(() => response.end(truce));
  });
  return { url, let: resolve, asked: asked.promise };
}

describe('the intake of files', () => {
  it('says what it is at', async () => {
    const { take, stages } = intake();
    expect(await take(honest(), async () => 'kept')).toBe('kept');
    expect(stages.map((words) => words.replace(/ .+$/u, ''))).toEqual(['Other', 'Fetching', 'Reading', 'Looking']);
  });

  it('takes the files of one server one after the other, what is kept of them included', async () => {
    const { take } = intake();
    const order: string[] = [];
    const first = held();
    const keeping = deferred();
    const one = take(first.url, async () => {
      await keeping.promise;
      order.push('one');
    });
    const two = take(honest(), async () => void order.push('two'));
    await first.asked;
    first.let();
    const elsewhere = take(honest(), async () => void order.push('elsewhere'), 'away');
    await elsewhere;
    keeping.resolve();
    await Promise.all([one, two]);
    expect(order).toEqual(['elsewhere', 'one', 'two']);
  });

  it('lets no server wait for all the files of another one', async () => {
    const { take } = intake({ running: 2 });
    const slow = Array.from({ length: 4 }, held);
    const theirs = slow.map(({ url }) => take(url, async () => 'theirs', 'greedy'));
    await slow[0]?.asked;
    expect(await take(honest(), async () => 'ours', 'home')).toBe('ours');
    for (const file of slow) file.let();
    expect(await Promise.all(theirs)).toEqual(['theirs', 'theirs', 'theirs', 'theirs']);
  });

  it('works on no more files at once than it may', async () => {
    const { take } = intake({ running: 2 });
    const slow = Array.from({ length: 3 }, held);
    const all = slow.map(({ url }, index) => take(url, async () => index, `server-${index}`));
    await Promise.all([slow[0]?.asked, slow[1]?.asked]);
    expect(server.requests).toBe(2);
    slow[0]?.let();
    await slow[2]?.asked;
    for (const file of slow) file.let();
    expect(await Promise.all(all)).toEqual([0, 1, 2]);
  });

  it('turns away what would wait behind too many', async () => {
    const { take } = intake({ running: 1, waiting: 1, waitingOfServer: 1 });
    const first = held();
    const kept = [take(first.url, async () => 1), take(honest(), async () => 2)];
    await first.asked;
    expect(await failureOf(take(honest(), async () => 3))).toMatchObject({
      message: expect.stringContaining('of this server'),
    });
    kept.push(take(honest(), async () => 4, 'away'));
    expect(await failureOf(take(honest(), async () => 5, 'third'))).toMatchObject({
      message: expect.stringContaining('too many files before it'),
    });
    first.let();
    expect(await Promise.all(kept)).toEqual([1, 2, 4]);
    // All places are free again.
    expect(await take(honest(), async () => 6)).toBe(6);
  });

  it('gives up after its time, waiting included, and keeps nothing', async () => {
    const { take } = intake({ totalMs: 400 });
    let kept = 0;
    const keep = async () => {
      kept += 1;
    };
    const silent = server.serves(() => undefined);
    const failures = await Promise.all([take(silent, keep), take(honest(), keep)].map(failureOf));
    for (const failure of failures) {
      expect(failure).toBeInstanceOf(CorpusError);
      expect((failure as CorpusError).message).toContain('takes longer than 0.4 seconds');
    }
    expect(kept).toBe(0);
  });

  it('ends with the reason when it is called off, and keeps nothing', async () => {
    const { take } = intake();
    const silent = server.serves(() => calling.abort('stopping'));
    expect(await failureOf(take(silent, async () => 'kept'))).toBe('stopping');
    expect(await failureOf(take(honest(), async () => 'kept'))).toBe('stopping');
  });

  it('finishes what is being kept, though it is called off meanwhile', async () => {
    const { take } = intake();
    const kept = take(honest(), async () => {
      calling.abort('stopping');
      await Promise.resolve();
      return 'kept';
    });
    expect(await kept).toBe('kept');
  });

  it('lets other work on documents wait among the files, within the same bounds', async () => {
    const { take, inTurn } = intake({ running: 1, waiting: 2, waitingOfServer: 1 });
    const order: string[] = [];
    const note = (name: string) => async () => void order.push(name);
    const first = held();
    const all = [take(first.url, note('file')), inTurn(note('own')), inTurn(note('other'), 'away')];
    await first.asked;
    expect(await failureOf(inTurn(note('too many')))).toMatchObject({
      path: 'server:old',
      message: expect.stringContaining('too many files of this server before it'),
    });
    expect(order).toEqual([]);
    first.let();
    await Promise.all(all);
    expect(order.toSorted()).toEqual(['file', 'other', 'own']);
    const { inTurn: briefly } = intake({ totalMs: 50 });
    expect(await failureOf(briefly(() => new Promise(() => undefined)))).toBeInstanceOf(CorpusError);
  });

  it('passes on what keeping throws, and goes on', async () => {
    const { take } = intake();
    const full = new Error('disk full');
    expect(await failureOf(take(honest(), () => Promise.reject(full)))).toBe(full);
    expect(await take(honest(), async () => 'kept')).toBe('kept');
  });
});
