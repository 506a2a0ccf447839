import { describe, expect, it } from 'vitest';
import { pause } from '#src/discord/connection/pause.js';
import { manualTimers } from './manual-timers.js';

describe('a pause', () => {
  it('lasts as long as it was to', async () => {
    const timers = manualTimers();
    let isOver = false;
    const pausing = pause(100, timers, new AbortController().signal).then(() => {
      isOver = true;
    });
    await timers.advance(99);
    expect(isOver).toBe(false);
    await timers.advance(1);
    await pausing;
    expect(isOver).toBe(true);
  });

  it('ends when it is no longer wanted, and leaves no timer behind', async () => {
    const timers = manualTimers();
    const stop = new AbortController();
    const pausing = pause(100, timers, stop.signal);
    stop.abort(new Error('stopped'));
    await expect(pausing).rejects.toThrow('stopped');
    expect(timers.pending).toBe(0);
  });

  it('does not begin when it was not wanted in the first place', async () => {
    const timers = manualTimers();
    await expect(pause(100, timers, AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped');
    expect(timers.waits).toEqual([]);
  });
});
