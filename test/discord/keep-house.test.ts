import { describe, expect, it } from 'vitest';
import { keepHouse } from '#src/discord/keep-house.js';
import type { Generation } from '#src/types.js';
import { deferred } from '../support/deferred.js';
import { manualTimers } from './connection/manual-timers.js';
import { recordingLog } from './connection/recording-log.js';

const second = 1000;
const hour = 3600 * second;
const month = 30 * 24 * hour;
const start = Date.UTC(2026, 10, 24);

const nothing = { forgetBefore: async () => 0 };

/** A house whose parts say what they were asked, and do what a test tells them. */
function house({
  refresh = async () => false,
  forget = async () => 0,
}: {
  readonly refresh?: () => Promise<boolean>;
  readonly forget?: () => Promise<number>;
} = {}) {
  const timers = manualTimers();
  const log = recordingLog();
  const seen = { looks: 0, news: 0, forgottenBefore: [] as number[] };
  const { stop } = keepHouse({
    desk: {
      generation: { id: 'g2' } as Generation,
      refresh() {
        seen.looks += 1;
        return refresh();
      },
    },
    state: {
      records: {
        forgetBefore(time) {
          seen.forgottenBefore.push(time);
          return forget();
        },
      },
      reviews: { forgetSettledBefore: async () => 0 },
      audit: nothing,
      quality: nothing,
      quotas: nothing,
      spending: nothing,
    },
    log,
    onNewGeneration: async () => {
      seen.news += 1;
    },
    timers,
    now: () => start + timers.now(),
  });
  return { timers, log, seen, stop };
}

describe('a running bot', () => {
  it('forgets what is older than thirty days at once, and then every hour', async () => {
    const { timers, log, seen } = house({ forget: async () => 3 });
    expect(seen.forgottenBefore).toEqual([start - month]);
    await timers.advance(0);
    await timers.advance(2 * hour);
    expect(seen.forgottenBefore).toEqual([start - month, start - month + hour, start - month + 2 * hour]);
    expect(log.lines.filter(({ level }) => level === 'info')[0]?.facts).toEqual({
      kind: 'questions',
      forgotten: 3,
      days: 30,
    });
  });

  it('looks for a newer index every ten seconds, and tells of one', async () => {
    let isNewer = false;
    const { timers, log, seen } = house({ refresh: async () => isNewer });
    await timers.advance(10 * second);
    expect([seen.looks, seen.news]).toEqual([1, 0]);
    isNewer = true;
    await timers.advance(10 * second);
    expect([seen.looks, seen.news]).toEqual([2, 1]);
    expect(log.lines.map(({ facts }) => facts)).toEqual([{ generation: 'g2' }]);
  });

  it('does what else there is to do, first after its time', async () => {
    const timers = manualTimers();
    let done = 0;
    const chore = {
      name: 'sweeping',
      everyMs: 60 * second,
      run: async () => {
        done += 1;
      },
    };
    const desk = { generation: { id: 'g' } as Generation, refresh: async () => false };
    keepHouse({
      desk,
      state: {
        records: nothing,
        reviews: { forgetSettledBefore: async () => 0 },
        audit: nothing,
        quality: nothing,
        quotas: nothing,
        spending: nothing,
      },
      log: recordingLog(),
      onNewGeneration: async () => undefined,
      chores: [chore],
      timers,
      now: timers.now,
    });
    await timers.advance(59 * second);
    expect(done).toBe(0);
    await timers.advance(61 * second);
    expect(done).toBe(2);
  });

  it('goes on after a failure, which it logs', async () => {
    const { timers, log, seen } = house({
      refresh: async () => {
        throw new Error('The disk is gone.');
      },
    });
    await timers.advance(30 * second);
    expect(seen.looks).toBe(3);
    expect(log.lines.map(({ level, text }) => [level, text])).toEqual(
      Array.from({ length: 3 }, () => ['error', 'looking for a newer index failed']),
    );
  });

  it('begins nothing again before it has ended', async () => {
    const slow = deferred();
    const { timers, seen } = house({ refresh: () => slow.promise.then(() => false) });
    await timers.advance(60 * second);
    expect(seen.looks).toBe(1);
    slow.resolve();
    await timers.advance(0);
    await timers.advance(10 * second);
    expect(seen.looks).toBe(2);
  });

  it('does nothing more once it is stopped, also when something was under way', async () => {
    const slow = deferred();
    const { timers, seen, stop } = house({ forget: () => slow.promise.then(() => 0) });
    stop();
    slow.resolve();
    await timers.advance(2 * hour);
    expect(seen).toMatchObject({ looks: 0, forgottenBefore: [start - month] });
    expect(timers.pending).toBe(0);
  });
});
