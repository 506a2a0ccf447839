import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDraftPlaces } from '#src/discord/answering/draft-places.js';
import { manualTimers } from '../connection/manual-timers.js';

const limits = { drafting: 2, draftWaitMs: 5_000 };
const never = new AbortController().signal;

async function settled<T>(promise: Promise<T>): Promise<T | 'waiting'> {
  return Promise.race([promise, new Promise<'waiting'>((resolve) => setImmediate(() => resolve('waiting')))]);
}

describe('places to write in', () => {
  it('are given to a few at once, and the next is whose turn it is', async () => {
    const timers = manualTimers();
    const places = createDraftPlaces(limits, timers);
    const [first, second] = [await places.take(never), await places.take(never)];
    const [third, fourth] = [places.take(never), places.take(never)];
    expect(await settled(third)).toBe('waiting');
    second?.();
    second?.();
    expect(await settled(third)).toBeTypeOf('function');
    expect(await settled(fourth)).toBe('waiting');
    first?.();
    expect(await settled(fourth)).toBeTypeOf('function');
    expect(timers.pending).toBe(0);
  });

  it('are waited for a little, and no longer', async () => {
    const timers = manualTimers();
    const places = createDraftPlaces({ drafting: 1, draftWaitMs: 5_000 }, timers);
    const leave = await places.take(never);
    const late = places.take(never);
    await timers.advance(4_999);
    expect(await settled(late)).toBe('waiting');
    await timers.advance(1);
    expect(await settled(late)).toBeNull();
    leave?.();
    expect(await settled(places.take(never))).toBeTypeOf('function');
  });

  it('are not waited for by whoever has gone', async () => {
    const timers = manualTimers();
    const places = createDraftPlaces({ drafting: 1, draftWaitMs: 5_000 }, timers);
    const gone = new AbortController();
    const leave = await places.take(gone.signal);
    const waiting = places.take(gone.signal);
    gone.abort();
    expect(await settled(waiting)).toBeNull();
    expect(await places.take(gone.signal)).toBeNull();
    leave?.();
    expect(await settled(places.take(never))).toBeTypeOf('function');
    expect(timers.pending).toBe(0);
  });

  it('are never more than there are, and none is lost', async () => {
    const acts = fc.array(fc.constantFrom('take', 'leave', 'wait', 'go'), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(acts, async (list) => {
        const timers = manualTimers();
        const places = createDraftPlaces(limits, timers);
        const held: (() => void)[] = [];
        const waiting: AbortController[] = [];
        for (const act of list) {
          if (act === 'take') {
            const mine = new AbortController();
            waiting.push(mine);
            void places.take(mine.signal).then((leave) => leave !== null && held.push(leave));
          } else if (act === 'leave') held.shift()?.();
          else if (act === 'go') waiting.shift()?.abort();
          else await timers.advance(2_000);
          await timers.advance(0);
          expect(held.length).toBeLessThanOrEqual(limits.drafting);
        }
        for (const leave of held) leave();
        await timers.advance(10_000);
        for (const leave of held.splice(0)) leave();
        await timers.advance(10_000);
        expect(await settled(places.take(never))).toBeTypeOf('function');
      }),
      { numRuns: 100 },
    );
  });
});
