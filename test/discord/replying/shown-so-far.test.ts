import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createShownSoFar, usualGrowthPace } from '#src/discord/replying/shown-so-far.js';
import { writeNotice } from '#src/discord/writing/write-notice.js';
import { deferred } from '../../support/deferred.js';
import { manualTimers } from '../connection/manual-timers.js';

function growing(edit: () => Promise<boolean> = async () => true) {
  const timers = manualTimers();
  const edits: { readonly at: number; readonly text: string }[] = [];
  const shown = createShownSoFar({
    timers,
    pace: usualGrowthPace,
    edit({ content }) {
      edits.push({ at: timers.now(), text: content });
      return edit();
    },
  });
  return { timers, edits, end: shown.end, show: (text: string) => shown.show(writeNotice(text, 'notice')) };
}

describe('a reply that grows', () => {
  it('shows soon after the first part what there is by then, and no sooner than 1.2 seconds later the next', async () => {
    const { timers, edits, show } = growing();
    await timers.advance(20_000);
    show('one');
    await timers.advance(100);
    show('one, two');
    await timers.advance(10_000);
    expect(edits).toEqual([{ at: 20_300, text: 'one, two' }]);
    show('one, two, three');
    await timers.advance(0);
    show('one, two, three, four');
    await timers.advance(1_199);
    show('all');
    await timers.advance(1);
    expect(edits.slice(1)).toEqual([
      { at: 30_100, text: 'one, two, three' },
      { at: 31_300, text: 'all' },
    ]);
  });

  it('shows nothing of what is whole at once, and nothing once it has ended', async () => {
    const { timers, edits, show, end } = growing();
    show('one');
    await timers.advance(299);
    await end();
    show('two');
    await timers.advance(60_000);
    expect(edits).toEqual([]);
    expect(timers.pending).toBe(0);
  });

  it('shows nothing that comes after its end, where nothing came before', async () => {
    const { timers, edits, show, end } = growing();
    await end();
    show('one');
    await timers.advance(60_000);
    expect(edits).toEqual([]);
  });

  it('ends when what is under way has ended', async () => {
    const slow = deferred();
    const { timers, show, end } = growing(() => slow.promise.then(() => true));
    show('one');
    await timers.advance(300);
    let isEnded = false;
    const ending = end().then(() => {
      isEnded = true;
    });
    await timers.advance(0);
    expect(isEnded).toBe(false);
    slow.resolve();
    await ending;
    expect(timers.pending).toBe(0);
  });

  it('is never edited faster, however fast it grows', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 1500 }), { maxLength: 30 }), async (pauses) => {
        const { timers, edits, show, end } = growing();
        for (const [index, pause] of pauses.entries()) {
          show(String(index));
          await timers.advance(pause);
        }
        await end();
        expect(edits[0]?.at ?? 300).toBe(300);
        for (const [index, { at }] of edits.slice(1).entries())
          expect(at - (edits[index]?.at ?? 0)).toBeGreaterThanOrEqual(1_200);
      }),
      { numRuns: 40 },
    );
  });
});
