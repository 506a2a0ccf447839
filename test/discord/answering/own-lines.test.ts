import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOwnLines } from '#src/discord/answering/own-lines.js';
import { deferred } from '../../support/deferred.js';

describe('the lines of members', () => {
  it('let one piece of work of each run at a time, in its order, while nobody waits for anybody else', async () => {
    const lines = createOwnLines(4);
    const log: string[] = [];
    const [first, second] = [deferred(), deferred()];
    const one = lines.run('anna', async () => {
      await first.promise;
      log.push('anna 1');
    });
    const two = lines.run('anna', async () => {
      await second.promise;
      log.push('anna 2');
    });
    await lines.run('ben', async () => void log.push('ben'));
    second.resolve();
    first.resolve();
    await Promise.all([one, two]);
    expect(log).toEqual(['ben', 'anna 1', 'anna 2']);
  });

  it('turn away what would wait too long, whose member only', async () => {
    const lines = createOwnLines(1);
    const { promise, resolve } = deferred();
    const taken = [lines.run('anna', () => promise), lines.run('anna', async () => 'waited')];
    expect(await lines.run('anna', async () => 'late')).toBe('busy');
    expect(await lines.run('ben', async () => 'ben')).toBe('ben');
    resolve();
    expect((await Promise.all(taken))[1]).toBe('waited');
    expect(await lines.run('anna', async () => 'later')).toBe('later');
  });

  it('go on after work that fails or is given up', async () => {
    const lines = createOwnLines(1);
    const giving = new AbortController();
    const hung = lines.run('anna', () => new Promise(() => undefined), giving.signal);
    const failing = lines.run('anna', () => Promise.reject(new Error('broken')));
    giving.abort(new Error('gave up'));
    await expect(hung).rejects.toThrow('gave up');
    await expect(failing).rejects.toThrow('broken');
    expect(lines.owners).toBe(0);
  });

  it('never run two of one member, keep the order of each, and hold nothing once all is done', async () => {
    const pieces = fc.array(
      fc.record({ member: fc.constantFrom('anna', 'ben', 'carla'), steps: fc.nat({ max: 4 }), fails: fc.boolean() }),
      { maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(pieces, fc.nat({ max: 5 }), async (all, waiting) => {
        const lines = createOwnLines(waiting);
        const running = new Set<string>();
        const begun: number[] = [];
        const outcomes = await Promise.allSettled(
          all.map(({ member, steps, fails }, number) =>
            lines.run(member, async () => {
              expect(running.has(member)).toBe(false);
              running.add(member);
              begun.push(number);
              for (let step = 0; step < steps; step += 1) await Promise.resolve();
              running.delete(member);
              if (fails) throw new Error('broken');
              return 'done';
            }),
          ),
        );
        for (const name of ['anna', 'ben', 'carla']) {
          const own = all.flatMap(({ member }, number) => (member === name ? [number] : []));
          // All came at once: the first runs, as many as may wait do, and the others are turned away.
          expect(begun.filter((number) => own.includes(number))).toEqual(own.slice(0, waiting + 1));
          expect(own.slice(waiting + 1).map((number) => outcomes[number])).toEqual(
            own.slice(waiting + 1).map(() => ({ status: 'fulfilled', value: 'busy' })),
          );
        }
        expect(lines.owners).toBe(0);
      }),
    );
  });
});
