import { describe, expect, it } from 'vitest';
import { identifyBudget, identifyLimits } from '#src/discord/connection/identify-budget.js';
import { manualTimers } from './manual-timers.js';

const never = new AbortController().signal;

describe('the budget of new sessions', () => {
  it('lets a few through at once, and then one after another', async () => {
    const timers = manualTimers();
    const budget = identifyBudget(timers.now, timers, { burst: 3, everyMs: 1_000 });
    const taken: number[] = [];
    const taking = (async () => {
      for (let count = 0; count < 5; count += 1) {
        await budget.take(never);
        taken.push(timers.now());
      }
    })();
    await timers.advance(0);
    expect(taken).toEqual([0, 0, 0]);
    await timers.advance(2_000);
    await taking;
    expect(taken).toEqual([0, 0, 0, 1_000, 2_000]);
  });

  it('recovers in quiet times, up to where it began', async () => {
    const timers = manualTimers();
    const budget = identifyBudget(timers.now, timers, { burst: 2, everyMs: 1_000 });
    await budget.take(never);
    await budget.take(never);
    await timers.advance(60_000);
    await budget.take(never);
    await budget.take(never);
    expect(timers.waits).toEqual([]);
    const third = budget.take(never);
    expect(timers.waits).toEqual([1_000]);
    await timers.advance(1_000);
    await third;
  });

  it('spends nothing on a connection that broke while it waited', async () => {
    const timers = manualTimers();
    const budget = identifyBudget(timers.now, timers, { burst: 1, everyMs: 1_000 });
    await budget.take(never);
    const broken = new AbortController();
    const waiting = budget.take(broken.signal);
    broken.abort(new Error('closed'));
    await expect(waiting).rejects.toThrow('closed');
    await timers.advance(1_000);
    await budget.take(never);
    expect(timers.now()).toBe(1_000);
  });

  it.each([
    [1_000, 30],
    [300, 30],
    [120, 12],
    [15, 1],
    [1, 1],
  ])('of a day with %i left is %i at once', (remaining, burst) => {
    expect(identifyLimits(remaining).burst).toBe(burst);
  });

  it('stays under the 1,000 a day after which the token is reset', () => {
    const { burst, everyMs } = identifyLimits(1_000);
    expect(burst + 86_400_000 / everyMs).toBeLessThan(1_000);
  });
});
