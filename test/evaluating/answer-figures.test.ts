import { describe, expect, it } from 'vitest';
import { type AskedQuestion, answerFigures } from '#src/evaluating/answer-figures.js';
import { answersTable } from '#src/evaluating/answers-table.js';
import type { GoldenQuestion } from '#src/evaluating/golden-set.js';
import type { Answer } from '#src/types.js';
import { madeUpAnswer, madeUpDecline } from '../support/made-up-answer.js';
import { madeUpWriting, madeUpWritten } from '../support/made-up-written.js';

function golden(more: Partial<GoldenQuestion> = {}): GoldenQuestion {
  return { id: 'q', question: '?', answerable: true, paragraphs: [9], keyWords: [], document: null, ...more };
}

function asked(answer: Answer, about: Partial<GoldenQuestion> = {}, times: Partial<AskedQuestion> = {}): AskedQuestion {
  return { golden: golden(about), answer, firstMs: 10, totalMs: 20, ...times };
}

const quoting = (...paragraphs: readonly number[]): Answer =>
  madeUpAnswer(
    '?',
    paragraphs.map((paragraph) => ({ quote: `The talks of paragraph ${paragraph} lasted 15 hours.`, paragraph })),
  );
const unanswerable = { answerable: false, paragraphs: [] };

describe('the figures of answers', () => {
  it('count citations of a right paragraph, and questions that have one', () => {
    const figures = answerFigures([
      asked(quoting(9, 4)),
      asked(quoting(4)),
      asked(quoting(9), { document: 'another' }),
      asked(madeUpDecline('?')),
      // What is cited for a question that nothing answers is no citation of a wrong paragraph: it is no refusal.
      asked(quoting(9), unanswerable),
    ]);
    expect(figures.citationPrecision).toBeCloseTo(1 / 4);
    expect(figures.citationRecall).toBeCloseTo(1 / 4);
  });

  it('look for all words of one right answer, in what is said and in what is quoted', () => {
    const written = madeUpWritten('?', [{ text: 'They took fifteen hours.', quote: 'The talks lasted 15 hours.' }]);
    const figures = answerFigures([
      asked(written, { keyWords: [['fifteen', 'HOURS'], ['a day']] }),
      asked(written, { keyWords: [['15'], ['nine hours']] }),
      asked(written, { keyWords: [['15', 'minutes']] }),
      asked(written),
    ]);
    expect(figures.keyWordsShown).toBeCloseTo(1 / 3);
    expect(figures.keyWordsQuoted).toBeCloseTo(1 / 3);
  });

  it('tell refusals that are right from those that are not', () => {
    const figures = answerFigures([
      asked(madeUpDecline('?'), unanswerable),
      asked(quoting(9), unanswerable),
      asked(quoting(9), unanswerable),
      asked(quoting(9)),
      asked(madeUpDecline('?')),
    ]);
    expect(figures.refusalRate).toBeCloseTo(1 / 3);
    expect(figures.falseRefusalRate).toBeCloseTo(1 / 2);
  });

  it('count sentences by what stands behind them, drafts by what became of them, and tokens', () => {
    const usage = { inputTokens: 100, outputTokens: 7 };
    const figures = answerFigures([
      asked(
        madeUpWritten(
          '?',
          [
            { text: 'One.', quote: 'One.' },
            { text: 'Two.', quote: 'Two.', standing: 'partly', caution: 'Not “two”.' },
          ],
          { writing: madeUpWriting({ dropped: 3, usage }) },
        ),
      ),
      asked({ ...quoting(9), writing: madeUpWriting({ fault: 'unsupported', dropped: 2, usage }) }),
      asked({ ...quoting(9), writing: madeUpWriting({ fault: 'slow', usage: null }) }),
      asked(madeUpDecline('?'), unanswerable),
    ]);
    expect(figures.sentences).toEqual({ quoted: 2, supported: 1, partly: 1, dropped: 5 });
    expect(figures.partlyShare).toBeCloseTo(1 / 4);
    expect(figures.writtenShare).toBeCloseTo(1 / 3);
    expect(figures.faults).toEqual({ unavailable: 0, slow: 1, 'over-budget': 0, declined: 0, unsupported: 1 });
    expect(figures.tokens).toEqual({ input: 200, output: 14 });
  });

  it('time what was answered', () => {
    const times = Array.from({ length: 20 }, (_, index) => index + 1);
    const figures = answerFigures([
      ...times.map((ms) => asked(quoting(9), {}, { firstMs: ms, totalMs: 10 * ms })),
      asked(madeUpDecline('?'), {}, { firstMs: 9999, totalMs: 9999 }),
    ]);
    expect(figures.firstSentence).toEqual({ p50: 10, p95: 19 });
    expect(figures.latency).toEqual({ p50: 100, p95: 190 });
  });

  it('of nothing are no shares', () => {
    const { asked: count, sentences, faults, tokens, ...rest } = answerFigures([]);
    expect({ count, sentences, tokens }).toEqual({
      count: 0,
      sentences: { quoted: 0, supported: 0, partly: 0, dropped: 0 },
      tokens: { input: 0, output: 0 },
    });
    expect(Object.values(faults)).toEqual([0, 0, 0, 0, 0]);
    const { latency, firstSentence, ...shares } = rest;
    expect([...Object.values(shares), ...Object.values(latency), ...Object.values(firstSentence)]).toEqual(
      Array.from({ length: 12 }, () => null),
    );
  });
});

describe('the table of answers', () => {
  const figures = answerFigures([asked(quoting(9))]);
  const written = answerFigures([
    asked(
      madeUpWritten('?', [{ text: 'One.', quote: 'One.' }], {
        writing: madeUpWriting({ usage: { inputTokens: 1e6, outputTokens: 0 } }),
      }),
    ),
  ]);
  const report = { questions: 1, answerable: 1, extractive: figures, written: null };

  it('has the quotes beside every model, and a line for each figure', () => {
    const table = answersTable([
      report,
      { ...report, written: { model: 'ollama:a|b', figures: written, dollars: 0.15 } },
      { ...report, written: { model: 'openai:c', figures: written, dollars: null } },
    ]);
    const lines = table.split('\n').map((line) =>
      line
        .split(/(?<!\\)\|/u)
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
    expect(new Set(lines.map((cells) => cells.length))).toEqual(new Set([4]));
    expect(lines[0]).toEqual(['', 'quotes', 'ollama:a\\|b', 'openai:c']);
    expect(lines.find(([what]) => what === 'cost of 1,000 questions')).toEqual([
      'cost of 1,000 questions',
      '–',
      '$150.00',
      'no price set',
    ]);
    expect(lines.find(([what]) => what === 'answers in the words of the model')?.slice(1)).toEqual([
      '0.0 %',
      '100.0 %',
      '100.0 %',
    ]);
  });
});
