import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createWorkTracker } from '#src/discord/connection/work-tracker.js';
import { manualTimers } from './manual-timers.js';

/** A promise that a test settles. */
function deferred<T>() {
  const settled = new EventEmitter();
  const promise = new Promise<T>((resolve, reject) => settled.once('kept', resolve).once('broken', reject));
  return {
    promise,
    resolve: (value: T) => settled.emit('kept', value),
    reject: (error: Error) => settled.emit('broken', error),
  };
}

describe('the work under way', () => {
  it('is counted until it ends, well or badly, and is given back as it is', async () => {
    const work = createWorkTracker();
    const good = deferred<string>();
    const bad = deferred<string>();
    const [first, second] = [work.track(good.promise), work.track(bad.promise)];
    expect(work.count).toBe(2);
    good.resolve('done');
    await expect(first).resolves.toBe('done');
    expect(work.count).toBe(1);
    bad.reject(new Error('broken'));
    await expect(second).rejects.toThrow('broken');
    expect(work.count).toBe(0);
  });

  it('is taken until somebody says stop', () => {
    const work = createWorkTracker();
    expect(work.isTaking).toBe(true);
    work.stopTaking();
    expect(work.isTaking).toBe(false);
  });

  it('has drained at once when there is none', async () => {
    const timers = manualTimers();
    await expect(createWorkTracker().drained(1_000, timers)).resolves.toBe('drained');
    expect(timers.waits).toEqual([]);
  });

  it('has drained when the last of it ends, and leaves no timer behind', async () => {
    const timers = manualTimers();
    const work = createWorkTracker();
    const [one, other] = [deferred<undefined>(), deferred<undefined>()];
    void work.track(one.promise);
    void work.track(other.promise);
    let outcome: string | undefined;
    const drained = work.drained(1_000, timers).then((how) => {
      outcome = how;
    });
    one.resolve(undefined);
    await timers.advance(999);
    expect(outcome).toBeUndefined();
    other.resolve(undefined);
    await drained;
    expect(outcome).toBe('drained');
    expect(timers.pending).toBe(0);
  });

  it('is not awaited longer than was said', async () => {
    const timers = manualTimers();
    const work = createWorkTracker();
    void work.track(new Promise(() => {}));
    const drained = work.drained(1_000, timers);
    await timers.advance(1_000);
    await expect(drained).resolves.toBe('timed-out');
  });
});
