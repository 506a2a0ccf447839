import { describe, expect, it } from 'vitest';
import { createRecentIds } from '#src/discord/recent-ids.js';

describe('recent ids', () => {
  it('are new once', () => {
    const ids = createRecentIds(10);
    expect([ids.isNew('1'), ids.isNew('2'), ids.isNew('1')]).toEqual([true, true, false]);
  });

  it('are forgotten when much came since, so that memory stays bounded', () => {
    const ids = createRecentIds(2);
    for (const id of ['1', '2', '3']) ids.isNew(id);
    expect([ids.isNew('3'), ids.isNew('2'), ids.isNew('1')]).toEqual([false, false, true]);
  });

  it('are new again when they are to be forgotten', () => {
    const ids = createRecentIds(10);
    ids.isNew('1');
    ids.forget('1');
    expect(ids.isNew('1')).toBe(true);
  });
});
