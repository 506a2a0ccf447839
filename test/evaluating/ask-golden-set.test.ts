import { describe, expect, it } from 'vitest';
import { type AskGolden, askGoldenSet } from '#src/evaluating/ask-golden-set.js';
import { madeUpAnswer } from '../support/made-up-answer.js';
import { madeUpWriting, madeUpWritten } from '../support/made-up-written.js';

const questions = ['a', 'b', 'c'].map((id) => ({
  id,
  question: `${id}?`,
  answerable: true,
  paragraphs: [9],
  keyWords: [],
  document: null,
}));

function order(ask: AskGolden, more: { readonly signal?: AbortSignal; readonly now?: { ms: number } } = {}) {
  const { signal = new AbortController().signal, now = { ms: 0 } } = more;
  const progress: string[] = [];
  const asking = askGoldenSet(questions, {
    ask,
    clock: () => now.ms,
    onProgress: (done, total) => progress.push(`${done}/${total}`),
    signal,
  });
  return { asking, progress };
}

describe('asking a golden set', () => {
  it('times until the first sentence that stays on the screen, and until the end', async () => {
    const now = { ms: 0 };
    const { asking, progress } = order(
      async (question, onPart) => {
        now.ms += 100;
        if (question !== 'c?') onPart();
        now.ms += 100;
        onPart();
        now.ms += 100;
        if (question === 'b?')
          return madeUpAnswer(question, [{ quote: 'One.' }], { writing: madeUpWriting({ fault: 'unsupported' }) });
        return madeUpWritten(question, [{ text: 'One.', quote: 'One.' }]);
      },
      { now },
    );
    const asked = await asking;
    expect(asked.map(({ firstMs, totalMs }) => [firstMs, totalMs])).toEqual([
      [100, 300],
      [300, 300],
      [200, 300],
    ]);
    expect(progress).toEqual(['1/3', '2/3', '3/3']);
  });

  it.each(['between two questions', 'in the midst of one'])(
    'keeps what was measured when it is stopped %s',
    async (when) => {
      const stopping = new AbortController();
      const { asking } = order(
        async (question) => {
          if (question === 'b?') {
            stopping.abort(new Error('enough'));
            if (when.startsWith('in')) stopping.signal.throwIfAborted();
          }
          return madeUpAnswer(question, [{ quote: 'One.' }]);
        },
        { signal: stopping.signal },
      );
      const ids = (await asking).map(({ golden }) => golden.id);
      expect(ids).toEqual(when.startsWith('in') ? ['a'] : ['a', 'b']);
    },
  );

  it('does not take a failure for an end', async () => {
    const { asking } = order(() => Promise.reject(new Error('the encoder is gone')));
    await expect(asking).rejects.toThrow('the encoder is gone');
  });
});
