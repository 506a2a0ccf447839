import { expect, it } from 'vitest';
import { createOneAtATime } from '#src/discord/one-at-a-time.js';
import { deferred } from '../support/deferred.js';

it('what runs under one name waits for what came before, and for nothing under another name', async () => {
  const turns = createOneAtATime();
  const seen: string[] = [];
  const { promise, resolve } = deferred();
  const first = turns.run('a', async () => {
    await promise;
    seen.push('first');
    return 1;
  });
  const second = turns.run('a', async () => seen.push('second'));
  await turns.run('b', async () => seen.push('other'));
  expect(seen).toEqual(['other']);
  resolve();
  expect(await first).toBe(1);
  await second;
  expect(seen).toEqual(['other', 'first', 'second']);
});

it('goes on after what failed, which fails for whoever began it', async () => {
  const turns = createOneAtATime();
  const failing = turns.run('a', () => Promise.reject(new Error('It failed.')));
  const next = turns.run('a', async () => 2);
  await expect(failing).rejects.toThrow('It failed.');
  expect(await next).toBe(2);
});
