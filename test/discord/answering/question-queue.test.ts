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

describe('a place in the queue', () => {
  it('may be left before the work is done, once', async () => {
    const log: string[] = [];
    const queue = createQuestionQueue({ running: 1, waiting: 5 });
    const [a, b, c] = [held(log, 'a'), held(log, 'b'), held(log, 'c')] as const;
    const first = queue.run((leavePlace) => {
      const done = a.work();
      leavePlace();
      leavePlace();
      return done;
    });
    const [second, third] = [queue.run(b.work), queue.run(c.work)];
    expect(log).toEqual(['a begins', 'b begins']);
    a.finish();
    expect(await first).toBe('a');
    expect(log).toEqual(['a begins', 'b begins', 'a ends']);
    b.finish();
    c.finish();
    expect([await second, await third]).toEqual(['b', 'c']);
    await queue.whenQuiet();
  });

  it('is free again when nobody waits for it any more, in the line and among those that run', async () => {
    const log: string[] = [];
    const queue = createQuestionQueue({ running: 1, waiting: 1 });
    const [hung, given, next] = [held(log, 'hung'), held(log, 'given'), held(log, 'next')] as const;
    const [atHung, atGiven] = [new AbortController(), new AbortController()];
    const hanging = queue.run(hung.work, atHung.signal);
    const waiting = queue.run(given.work, atGiven.signal);
    atGiven.abort(new Error('left the line'));
    await expect(waiting).rejects.toThrow('left the line');
    const third = queue.run(next.work);
    atHung.abort(new Error('gave up'));
    await expect(hanging).rejects.toThrow('gave up');
    next.finish();
    expect(await third).toBe('next');
    expect(log).not.toContain('given begins');
  });

  it('is not taken by what was given up before it came', async () => {
    const queue = createQuestionQueue({ running: 1, waiting: 1 });
    await expect(queue.run(async () => 'late', AbortSignal.abort(new Error('too late')))).rejects.toThrow('too late');
    expect(await queue.run(async () => 'on time')).toBe('on time');
  });
});

describe('what nobody waits for', () => {
  it('comes when there is room and nobody waits', async () => {
    const queue = createQuestionQueue({ running: 1, waiting: 5 });
    const order: string[] = [];
    const [first, second] = [deferred(), deferred()];
    const members = [
      queue.run(() => first.promise.then(() => order.push('first'))),
      queue.run(() => second.promise.then(() => order.push('second'))),
    ];
    const quiet = queue.whenQuiet().then(() => order.push('quiet'));
    first.resolve();
    await members[0];
    second.resolve();
    await Promise.all([...members, quiet]);
    expect(order).toEqual(['first', 'second', 'quiet']);
    await queue.whenQuiet();
  });

  it('is called off while it waits', async () => {
    const queue = createQuestionQueue({ running: 1, waiting: 5 });
    const slow = deferred();
    const member = queue.run(() => slow.promise);
    const stop = new AbortController();
    const quiet = queue.whenQuiet(stop.signal);
    stop.abort('stopped');
    await expect(quiet).rejects.toBe('stopped');
    slow.resolve();
    await member;
  });
});
