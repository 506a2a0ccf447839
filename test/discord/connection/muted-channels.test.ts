import { describe, expect, it } from 'vitest';
import { mutedChannels } from '#src/discord/connection/muted-channels.js';

describe('a muted channel', () => {
  it('is news the first time only', () => {
    const muted = mutedChannels();
    expect(muted.isMuted('1')).toBe(false);
    expect(muted.mute('1')).toBe(true);
    expect(muted.mute('1')).toBe(false);
    expect(muted.isMuted('1')).toBe(true);
    expect(muted.isMuted('2')).toBe(false);
  });

  it('is tried again after a while, since permissions change', () => {
    let now = 0;
    const muted = mutedChannels(() => now, { forgetAfterMs: 60_000, most: 10 });
    muted.mute('1');
    now = 30_000;
    muted.mute('2');
    now = 59_999;
    expect(muted.isMuted('1')).toBe(true);
    now = 60_000;
    expect(muted.isMuted('1')).toBe(false);
    expect(muted.isMuted('2')).toBe(true);
    expect(muted.mute('1')).toBe(true);
  });

  it('gives way to newer ones when there are very many', () => {
    const muted = mutedChannels(() => 0, { forgetAfterMs: 60_000, most: 3 });
    for (const channel of ['1', '2', '3', '4']) muted.mute(channel);
    expect(['1', '2', '3', '4'].map((channel) => muted.isMuted(channel))).toEqual([false, true, true, true]);
  });
});
