import { describe, expect, it } from 'vitest';
import { createSeenBefore } from '#src/discord/seen-before.js';

describe('what came before', () => {
  it('is known the second time', () => {
    const cameBefore = createSeenBefore(10);
    expect([cameBefore('1'), cameBefore('2'), cameBefore('1')]).toEqual([false, false, true]);
  });

  it('is forgotten when much came since, so that memory stays bounded', () => {
    const cameBefore = createSeenBefore(2);
    for (const id of ['1', '2', '3']) cameBefore(id);
    expect([cameBefore('3'), cameBefore('2'), cameBefore('1')]).toEqual([true, true, false]);
  });
});
