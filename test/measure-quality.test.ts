import { describe, expect, it } from 'vitest';
import type { ShippedQuestion } from '#src/golden-questions.js';
import { measureQuality, questionsFor } from '#src/measure-quality.js';
import type { Answer, Generation } from '#src/types.js';
import { madeUpAnswer, madeUpDecline } from './support/made-up-answer.js';

function shipped(id: string, paragraphs: readonly number[], document = 'made-up'): ShippedQuestion {
  return { id, question: id, answerable: paragraphs.length > 0, document, paragraphs };
}

const answers: Readonly<Record<string, Answer>> = {
  right: madeUpAnswer('right', [{ quote: 'So it was.', paragraph: 3 }]),
  wrong: madeUpAnswer('wrong', [{ quote: 'So it was not.', paragraph: 4 }]),
  declined: madeUpDecline('declined'),
};

const ask = async (question: string): Promise<Answer> => answers[question] ?? madeUpDecline(question);
const disputed = (question: string, quote: string, document = 'made-up') => ({ question, wrong: { document, quote } });

describe('the quality of answers', () => {
  it('is the share of golden questions of each kind that end as they should', async () => {
    const questions = [
      shipped('right', [2, 3]),
      shipped('wrong', [3]),
      shipped('declined', [3]),
      shipped('unknown', []),
      shipped('other', [9]),
    ];
    expect(await measureQuality({ shipped: questions, disputed: [] }, ask)).toEqual({
      questions: 5,
      cited: 1 / 4,
      falselyDeclined: 2 / 4,
      declined: 1,
      disputesMended: null,
    });
  });

  it('does not take the same paragraph of another document for the right one', async () => {
    const elsewhere = [shipped('right', [3], 'other-document')];
    expect((await measureQuality({ shipped: elsewhere, disputed: [] }, ask)).cited).toBe(0);
  });

  it('counts a dispute as mended when its passage is no longer quoted, be it that the question is declined', async () => {
    const some = [disputed('right', 'So it was.'), disputed('right', 'So it was.', 'other'), disputed('declined', 'x')];
    expect(await measureQuality({ shipped: [], disputed: some }, ask)).toEqual({
      questions: 3,
      cited: null,
      falselyDeclined: null,
      declined: null,
      disputesMended: 2 / 3,
    });
  });

  it('asks one question at a time, and ends with the first that is called off', async () => {
    let running = 0;
    let asked = 0;
    const calledOff = new Error('called off');
    const slow = async (question: string): Promise<Answer> => {
      running += 1;
      asked += 1;
      expect(running).toBe(1);
      await Promise.resolve();
      running -= 1;
      if (asked === 2) throw calledOff;
      return ask(question);
    };
    const three = ['right', 'wrong', 'declined'].map((id) => shipped(id, [3]));
    await expect(measureQuality({ shipped: three, disputed: [] }, slow)).rejects.toBe(calledOff);
    expect(asked).toBe(2);
  });

  it('is measured with questions about documents that are searched, and with every dispute', () => {
    const generation = { documents: [{ id: 'made-up' }] } as unknown as Generation;
    const all = { shipped: [shipped('a', [1]), shipped('b', [1], 'gone')], disputed: [disputed('q', 'x', 'gone')] };
    const chosen = questionsFor(all, [generation]);
    expect(chosen.shipped.map(({ id }) => id)).toEqual(['a']);
    expect(chosen.disputed).toEqual(all.disputed);
  });
});
