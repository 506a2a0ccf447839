import { describe, expect, it } from 'vitest';
import { inTime } from '#src/discord/in-time.js';
import { deferred } from '../support/deferred.js';

describe('work that is waited for', () => {
  it('gives what it gives', async () => {
    expect(await inTime(Promise.resolve('a'), 10_000)).toBe('a');
  });

  it('is nothing when it fails, or takes too long', async () => {
    expect(await inTime(Promise.reject(new Error('No.')), 10_000)).toBeNull();
    expect(await inTime(deferred().promise, 1)).toBeNull();
  });
});
