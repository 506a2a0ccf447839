import { describe, expect, it } from 'vitest';
import { createQuestionQueue } from '#src/discord/answering/question-queue.js';
import { deferred } from '../../support/deferred.js';

/** Work that ends when it is told to. */
function held(log: string[], name: string) {
  const { promise: end, resolve: finish } = deferred();
  return {
    finish,
    work: async () => {
      log.push(`${name} begins`);
      await end;
      log.push(`${name} ends`);
      return name;
    },
  };
}

describe('the queue of questions', () => {
  it('runs a few at once and the others in the order in which they came', async () => {
    const log: string[] = [];
    const queue = createQuestionQueue({ running: 2, waiting: 5 });
    const [a, b, c, d] = [held(log, 'a'), held(log, 'b'), held(log, 'c'), held(log, 'd')] as const;
    const results = [a, b, c, d].map(({ work }) => queue.run(work));
    expect(log).toEqual(['a begins', 'b begins']);
    b.finish();
    await results[1];
    a.finish();
    await results[0];
    c.finish();
    d.finish();
    expect(await Promise.all(results)).toEqual(['a', 'b', 'c', 'd']);
    expect(log.filter((line) => line.endsWith('begins'))).toEqual(['a begins', 'b begins', 'c begins', 'd begins']);
  });

  it('says at once that it is busy when too many wait, and never begins that work', async () => {
    const log: string[] = [];
    const queue = createQuestionQueue({ running: 1, waiting: 1 });
    const [a, b, c] = [held(log, 'a'), held(log, 'b'), held(log, 'c')] as const;
    const running = queue.run(a.work);
    const waiting = queue.run(b.work);
    expect(await queue.run(c.work)).toBe('busy');
    a.finish();
    b.finish();
    await Promise.all([running, waiting]);
    expect(log).not.toContain('c begins');
  });

  it('goes on after work that fails', async () => {
    const queue = createQuestionQueue({ running: 1, waiting: 1 });
    const failing = queue.run(() => Promise.reject(new Error('broken')));
    const next = queue.run(async () => 'next');
    await expect(failing).rejects.toThrow('broken');
    expect(await next).toBe('next');
    expect(await queue.run(async () => 'later')).toBe('later');
  });
});
