import { expect, it } from 'vitest';
import { readOnce } from '#src/discord/read-once.js';
import { deferred } from '../support/deferred.js';

it('what was read is not read again, however many ask, but after a failure', async () => {
  const file = deferred();
  let reads = 0;
  const read = readOnce(async () => {
    reads += 1;
    if (reads === 1) throw new Error('It cannot be read.');
    await file.promise;
    return reads;
  });
  await expect(read()).rejects.toThrow('It cannot be read.');
  const asked = [read(), read()];
  file.resolve();
  expect(await Promise.all([...asked, read()])).toEqual([2, 2, 2]);
});
