import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPacedEdits } from '#src/discord/replying/paced-edits.js';
import { writeNotice } from '#src/discord/writing/write-notice.js';
import { deferred } from '../../support/deferred.js';
import { manualTimers } from '../connection/manual-timers.js';

const says = (text: string) => () => writeNotice(text, 'notice');

function pacing(edit: () => Promise<boolean> = async () => true) {
  const timers = manualTimers();
  const shown: { readonly at: number; readonly text: string }[] = [];
  const edits = createPacedEdits({
    timers,
    edit({ content }) {
      shown.push({ at: timers.now(), text: content });
      return edit();
    },
  });
  return { timers, shown, edits };
}

describe('progress', () => {
  it('is not shown of what is done within a second', async () => {
    const { timers, shown, edits } = pacing();
    edits.show(says('one'));
    await timers.advance(999);
    await edits.end();
    await timers.advance(10_000);
    expect(shown).toEqual([]);
    expect(timers.pending).toBe(0);
  });

  it('is shown after a second, and then every two and a half, the latest alone', async () => {
    const { timers, shown, edits } = pacing();
    edits.show(says('one'));
    edits.show(says('two'));
    await timers.advance(1000);
    edits.show(says('three'));
    edits.show(says('four'));
    await timers.advance(2499);
    expect(shown).toEqual([{ at: 1000, text: 'two' }]);
    await timers.advance(1);
    expect(shown.at(-1)).toEqual({ at: 3500, text: 'four' });
    await timers.advance(60_000);
    expect(shown).toHaveLength(2);
    edits.show(says('five'));
    expect(shown.at(-1)).toEqual({ at: 63_500, text: 'five' });
  });

  it('never comes faster, however often it changes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 3000 }), { maxLength: 40 }), async (pauses) => {
        const { timers, shown, edits } = pacing();
        for (const [index, pause] of pauses.entries()) {
          edits.show(says(String(index)));
          await timers.advance(pause);
        }
        await edits.end();
        const gaps = shown.slice(1).map(({ at }, index) => at - (shown[index]?.at ?? 0));
        expect(shown[0]?.at ?? 1000).toBeGreaterThanOrEqual(1000);
        for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(2500);
      }),
      { numRuns: 50 },
    );
  });

  it('waits for an edit that is under way before the last word', async () => {
    const slow = deferred();
    const { timers, edits } = pacing(() => slow.promise.then(() => true));
    edits.show(says('one'));
    await timers.advance(1000);
    let isEnded = false;
    const ending = edits.end().then(() => {
      isEnded = true;
    });
    await timers.advance(0);
    expect(isEnded).toBe(false);
    slow.resolve();
    await ending;
    expect(timers.pending).toBe(0);
  });

  it('ends by itself where the message cannot be edited any more', async () => {
    const { timers, shown, edits } = pacing(async () => false);
    edits.show(says('one'));
    await timers.advance(1000);
    edits.show(says('two'));
    await timers.advance(60_000);
    expect(shown).toHaveLength(1);
    expect(timers.pending).toBe(0);
  });
});
