import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type AskedQuestion, clusterQuestions } from '#src/cluster-questions.js';
import { readJsonLines } from '#src/evaluating/judged-set.js';
import { fakeVector } from './support/fake-vector.js';
import { openShippedEncoder } from './support/shipped-encoder.js';

const judged = z.object({ group: z.string(), question: z.string(), split: z.enum(['tuning', 'held-out']) });

interface Judged extends AskedQuestion {
  readonly group: string;
  readonly split: 'tuning' | 'held-out';
}

let questions: readonly Judged[];

beforeAll(async () => {
  const encoder = await openShippedEncoder('data');
  const read: Judged[] = [];
  for (const { group, split, question } of await readJsonLines('golden/same-questions.jsonl', judged))
    read.push({ group, split, text: question, vector: Float32Array.from(await encoder.embedQuery(question)) });
  questions = read;
  await encoder.close();
});

/** Over all pairs: of those put together, which ask the same; of those that ask the same, which were put together. */
async function pairFigures(split: Judged['split']): Promise<{ readonly precision: number; readonly recall: number }> {
  const some = questions.filter((question) => question.split === split);
  const clusters = await clusterQuestions(some);
  const clusterOf = new Map(
    clusters.flatMap(({ members }, index) => members.map((member) => [member, index] as const)),
  );
  const pairs = some.flatMap((one, i) =>
    some.slice(i + 1).map((other, j) => ({
      isSame: one.group === other.group,
      isTogether: clusterOf.get(i) === clusterOf.get(i + 1 + j),
    })),
  );
  const both = pairs.filter(({ isSame, isTogether }) => isSame && isTogether).length;
  return {
    precision: both / pairs.filter(({ isTogether }) => isTogether).length,
    recall: both / pairs.filter(({ isSame }) => isSame).length,
  };
}

/*
 * Measured 0.67/0.78 on the tuning half and 0.66/0.89 on the other. What is wrongly together is about the same thing
 * ("What did the hotel cost?" with "Which hotel was it?"): for a list of what is missing that does little harm.
 */
describe.each([
  { split: 'tuning', precision: 0.64, recall: 0.75 },
  { split: 'held-out', precision: 0.63, recall: 0.86 },
] as const)('the $split questions', ({ split, precision, recall }) => {
  it('that ask the same are put together, and few others with them', async () => {
    const figures = await pairFigures(split);
    expect(figures.precision).toBeGreaterThanOrEqual(precision);
    expect(figures.recall).toBeGreaterThanOrEqual(recall);
  });
});

/** The sizes of the clusters of some of the questions. */
async function sizesOf(...texts: readonly string[]): Promise<readonly number[]> {
  const known = texts.flatMap((text) => questions.find((question) => question.text === text) ?? []);
  expect(known).toHaveLength(texts.length);
  return (await clusterQuestions(known)).map(({ members }) => members.length);
}

describe('clusters', () => {
  it('keep apart what differs in a name alone', async () => {
    expect(await sizesOf('What role did Turkey play in the deal?', 'What role did Iran play in the deal?')).toEqual([
      1, 1,
    ]);
    expect(await sizesOf('What role did Turkey play in the deal?', 'Was Turkey part of the ceasefire deal?')).toEqual([
      2,
    ]);
  });

  it('hold every question once, largest first, with a typical one of their own, the same every time', async () => {
    const texts = fc.array(fc.stringMatching(/^[a-d]{1,2}( [a-d]{1,2}){0,3}$/u), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(texts, async (asked) => {
        const some = asked.map((text) => ({ text, vector: fakeVector(text, 16) }));
        const clusters = await clusterQuestions(some);
        expect(clusters.flatMap(({ members }) => members).toSorted((a, b) => a - b)).toEqual([...asked.keys()]);
        const sizes = clusters.map(({ members }) => members.length);
        expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
        for (const { members, typical } of clusters) expect(members).toContain(typical);
        // The same words are never apart.
        for (const text of new Set(asked)) {
          const holding = clusters.filter(({ members }) => members.some((member) => asked[member] === text));
          expect(holding).toHaveLength(1);
        }
        expect(await clusterQuestions(some)).toEqual(clusters);
      }),
      { numRuns: 50 },
    );
  });

  it('of a thousand questions take seconds, hold nobody up, and can be called off', async () => {
    const many = Array.from({ length: 1000 }, (_, index) => {
      const { text, vector } = questions[index % questions.length] ?? { text: '', vector: new Float32Array(384) };
      return { text, vector };
    });
    let longest = 0;
    let last = performance.now();
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 1);
    const startedAt = performance.now();
    await clusterQuestions(many);
    clearInterval(watch);
    // Measured 0.8 s and 40 ms; others run on this machine too.
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    expect(longest).toBeLessThan(500);
    const calledOff = AbortSignal.abort(new Error('called off'));
    await expect(clusterQuestions(many, calledOff)).rejects.toThrow('called off');
  });
});
