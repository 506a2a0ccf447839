import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Answerable } from '#src/discord/replying/answerable.js';
import { withProgress } from '#src/discord/replying/with-progress.js';
import { deferred } from '../../support/deferred.js';
import { recordingLog } from '../connection/recording-log.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function acting(edit: (words: string) => Promise<void> = async () => undefined) {
  const shown: { readonly words: string; readonly at: number }[] = [];
  const from = performance.now();
  const interaction = {
    async editReply({ content }: { readonly content: string }) {
      shown.push({ words: content, at: performance.now() - from });
      await edit(content);
    },
  } as unknown as Answerable;
  return { shown, interaction };
}
const parts = { log: recordingLog() };

/** Work that says one thing, and is done when it is let. */
function reading(ended: Promise<void>): (say: (words: string) => void) => Promise<string> {
  return async (say) => {
    say('Reading …');
    await ended;
    return 'done';
  };
}

describe('progress', () => {
  it('is not shown of what is soon done', async () => {
    const { shown, interaction } = acting();
    const { promise, resolve } = deferred();
    const work = withProgress(interaction, reading(promise), parts);
    await vi.advanceTimersByTimeAsync(3_900);
    resolve();
    await work;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(shown).toEqual([]);
  });

  it('is shown when it changes, at most every 2.5 seconds', async () => {
    const { shown, interaction } = acting();
    const { promise, resolve } = deferred();
    const work = withProgress(
      interaction,
      async (say) => {
        let count = 0;
        const counting = setInterval(() => say(`${++count} …`), 100);
        await promise;
        clearInterval(counting);
        return 'done';
      },
      parts,
    );
    await vi.advanceTimersByTimeAsync(30_000);
    resolve();
    expect(await work).toBe('done');
    expect(shown.length).toBeGreaterThan(8);
    expect(shown[0]?.at).toBeGreaterThanOrEqual(4_000);
    const gaps = shown.slice(1).map(({ at }, index) => at - (shown[index]?.at ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(2_500);
    const words = shown.map((each) => each.words);
    expect(new Set(words).size).toBe(words.length);
  });

  it('never comes after the reply, however slow Discord is', async () => {
    const slow = deferred();
    const { shown, interaction } = acting(() => slow.promise);
    const { promise, resolve } = deferred();
    let isDone = false;
    const work = withProgress(interaction, reading(promise), parts).then(() => {
      isDone = true;
    });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(shown).toHaveLength(1);
    resolve();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(isDone).toBe(false);
    slow.resolve();
    await work;
    expect(shown).toHaveLength(1);
  });

  it('that cannot be shown stops nothing', async () => {
    const { shown, interaction } = acting(() => Promise.reject(new Error('Unknown Message')));
    const { promise, resolve } = deferred();
    const work = withProgress(interaction, reading(promise), parts);
    await vi.advanceTimersByTimeAsync(5_000);
    resolve();
    expect(await work).toBe('done');
    expect(shown.length).toBeLessThanOrEqual(1);
  });
});
