import { beforeEach, describe, expect, it } from 'vitest';
import { createQuestionQueue } from '#src/discord/answering/question-queue.js';
import { createQuestionVectors, type QuestionVectors } from '#src/discord/learning/question-vectors.js';
import { fakeVector } from '../../support/fake-vector.js';

let embedded: string[];
let vectors: QuestionVectors;
const signal = new AbortController().signal;
const queue = createQuestionQueue({ running: 1, waiting: 1 });

beforeEach(() => {
  embedded = [];
  const embedQuestion = async (text: string): Promise<Float32Array> => {
    embedded.push(text);
    return fakeVector(text, 8);
  };
  vectors = createQuestionVectors({ desk: { embedQuestion } as never, queue });
});

const ignore = (): void => undefined;

describe('vectors of questions', () => {
  it('come in the order of the questions, the same words read once', async () => {
    const asked = ['b', 'a', 'b'].map((text, index) => ({ record: `r${index}`, text }));
    const done: number[] = [];
    const read = await vectors.of(asked, (count) => done.push(count), signal);
    expect(read).toEqual(['b', 'a', 'b'].map((text) => fakeVector(text, 8)));
    expect(embedded).toEqual(['b', 'a']);
    expect(done).toEqual([0, 1, 2]);
  });

  it('are remembered for their records, the latest five thousand', async () => {
    const asked = Array.from({ length: 5001 }, (_, index) => ({ record: `r${index}`, text: `t${index}` }));
    await vectors.of(asked, ignore, signal);
    embedded = [];
    expect(await vectors.of(asked.slice(1), ignore, signal)).toHaveLength(5000);
    expect(embedded).toEqual([]);
    await vectors.of(asked.slice(0, 1), ignore, signal);
    expect(embedded).toEqual(['t0']);
  });

  it('are forgotten at once', async () => {
    const asked = ['a', 'b'].map((text) => ({ record: text, text }));
    await vectors.of(asked, ignore, signal);
    vectors.forget();
    await vectors.of(asked, ignore, signal);
    expect(embedded).toEqual(['a', 'b', 'a', 'b']);
  });

  it('read so far are remembered when the reading is called off', async () => {
    const stopping = new AbortController();
    const asked = ['a', 'b', 'c'].map((text) => ({ record: text, text }));
    const stopAtThird = (done: number): void => {
      if (done === 2) stopping.abort(new Error('called off'));
    };
    await expect(vectors.of(asked, stopAtThird, stopping.signal)).rejects.toThrow('called off');
    await vectors.of(asked, ignore, signal);
    expect(embedded).toEqual(['a', 'b', 'c']);
  });

  it('of endless and of broken text are read as questions are', async () => {
    await vectors.of(
      [
        { record: 'r', text: `${'x'.repeat(3000)}` },
        { record: 's', text: '\uD83D?' },
      ],
      ignore,
      signal,
    );
    expect(embedded.map((text) => text.length)).toEqual([2000, 2]);
    expect(embedded.every((text) => text.isWellFormed())).toBe(true);
  });
});
