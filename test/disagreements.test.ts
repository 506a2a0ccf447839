import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ask } from '#src/ask.js';
import { readJsonLines } from '#src/evaluating/judged-set.js';
import type { Answer, Citation, Generation } from '#src/types.js';
import { type ArticleParts, openArticleParts } from './support/article-parts.js';
import { createCollectionBuilder, type MadeUpSource } from './support/made-up-collection.js';

const pairSchema = z.object({
  id: z.string(),
  split: z.enum(['tuning', 'held-out']),
  kind: z.string(),
  disagrees: z.boolean(),
  question: z.string(),
  /** Words of the first and of the second document that contradict one another. */
  sides: z.tuple([z.string(), z.string()]).optional(),
  documents: z.tuple([
    z.object({ title: z.string(), date: z.string(), text: z.string() }),
    z.object({ title: z.string(), date: z.string(), text: z.string() }),
  ]),
});
type Pair = z.infer<typeof pairSchema>;

interface Asked {
  readonly pair: Pair;
  readonly answer: Answer;
}

let folder: string;
let article: ArticleParts;
let collectionOf: (sources: readonly MadeUpSource[]) => Promise<Generation>;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley-disagreements-'));
  article = await openArticleParts(folder);
  collectionOf = createCollectionBuilder(folder, article.encoder);
});
afterAll(async () => {
  await article.encoder.close();
  await rm(folder, { recursive: true, force: true });
});

async function askOf(question: string, ...collections: readonly (readonly MadeUpSource[])[]): Promise<Answer> {
  const generations = await Promise.all(collections.map(collectionOf));
  return ask(question, { ...article.parts, generations });
}

function cited(answer: Answer, marks: readonly number[]): readonly Citation[] {
  return marks.flatMap((mark) => answer.citations.find(({ n }) => n === mark) ?? []);
}

function isFound({ pair, answer }: Asked): boolean {
  return answer.disagreements.some(({ citations }) =>
    pair.sides?.every((words, at) =>
      cited(answer, citations).some(({ document, quote }) => document === `source-${at + 1}` && quote.includes(words)),
    ),
  );
}

function share(asked: readonly Asked[], holds: (one: Asked) => boolean): number {
  return asked.filter(holds).length / asked.length;
}

/** Both sides are quoted as if they were one answer. */
function isBlended(asked: Asked): boolean {
  const { pair, answer } = asked;
  const isQuoted = pair.sides?.every((words, at) =>
    answer.citations.some(({ document, quote }) => document === `source-${at + 1}` && quote.includes(words)),
  );
  return isQuoted === true && !isFound(asked);
}

/**
 * Floors are about four points under what was measured when they were set, and as much over. `found` is of all pairs that
 * disagree, some of whose questions are declined; `foundAnswered` and `blended` of those that are answered.
 */
describe.each([
  { split: 'tuning', found: 0.75, foundAnswered: 0.89, blended: 0.06, falselyMarked: 0.02 },
  { split: 'held-out', found: 0.6, foundAnswered: 0.85, blended: 0.11, falselyMarked: 0.06 },
] as const)('the $split pairs of documents', ({ split, found, foundAnswered, blended, falselyMarked }) => {
  let disagreeing: readonly Asked[];
  let others: readonly Asked[];

  beforeAll(async () => {
    const pairs = (await readJsonLines('golden/disagreements.jsonl', pairSchema)).filter(
      (pair) => pair.split === split,
    );
    const asked: Asked[] = [];
    for (const pair of pairs) asked.push({ pair, answer: await askOf(pair.question, pair.documents) });
    disagreeing = asked.filter(({ pair }) => pair.disagrees);
    others = asked.filter(({ pair }) => !pair.disagrees);
  }, 120_000);

  it('are enough to measure on', () => {
    expect(disagreeing.length).toBeGreaterThanOrEqual(30);
    expect(others.length).toBeGreaterThanOrEqual(30);
  });

  it('are shown side by side when they disagree', () => {
    expect(share(disagreeing, isFound)).toBeGreaterThanOrEqual(found);
    const answered = disagreeing.filter(({ answer }) => answer.outcome === 'answered');
    expect(share(answered, isFound)).toBeGreaterThanOrEqual(foundAnswered);
    expect(share(answered, isBlended)).toBeLessThanOrEqual(blended);
  });

  it('are not said to disagree when they agree or speak of different things', () => {
    expect(share(others, ({ answer }) => answer.disagreements.length > 0)).toBeLessThanOrEqual(falselyMarked);
  });

  it('are told with the older side first, whole quotes, and the words that differ marked', () => {
    for (const { pair, answer } of disagreeing.filter(isFound)) {
      for (const { citations, about } of answer.disagreements) {
        const sides = cited(answer, citations);
        expect(sides).toHaveLength(citations.length);
        expect(new Set(sides.map(({ document }) => document)).size).toBeGreaterThan(1);
        const dates = sides.map(({ date }) => date ?? '~');
        expect(dates).toEqual(dates.toSorted());
        for (const { document, start, end, quote, highlight } of sides) {
          const source = pair.documents[document === 'source-1' ? 0 : 1];
          expect(source.text.slice(start, end)).toBe(quote);
          if (highlight.length === 0) continue;
          expect(about).toContain(source.text.slice(...highlight));
        }
      }
      expect(answer.sentences.map(({ citations }) => citations)).toEqual(answer.citations.map(({ n }) => [n]));
    }
  });
});

const lasted = 'How long did the talks in Lisk last?';
const fifteen = {
  title: 'Talks in Lisk',
  date: '2011-03-14',
  text: 'The talks in Lisk lasted 15 hours. Arven and Dorvia agreed on a truce.',
};
const nine = {
  title: 'What happened in Lisk',
  date: '2011-03-16',
  text: 'The talks in Lisk lasted nine hours. Nobody in Arven or Dorvia had expected a truce.',
};

function campIn(year: number, people: string): MadeUpSource {
  return {
    title: `The camp of Esker in ${year}`,
    date: `${year}-12`,
    text: `In May ${year} the camp of Esker held ${people} people. The Red Cross runs it.`,
  };
}

describe('an answer from documents that disagree', () => {
  it('tells both and what differs, and says nothing else of it', async () => {
    const answer = await askOf(lasted, [fifteen, nine]);
    expect(answer.outcome).toBe('answered');
    expect(answer.disagreements).toEqual([
      {
        citations: expect.anything(),
        about: '“15 hours” in one, “nine hours” in the other.',
        difference: { words: ['15 hours', 'nine hours'], documents: 2 },
      },
    ]);
    const marks = answer.disagreements.flatMap(({ citations }) => citations);
    const apart = answer.sentences.filter(({ citations: [mark = 0] }) => !marks.includes(mark));
    for (const { text } of apart) expect(text).not.toMatch(/hours/u);
  });

  it('puts the document without a date last', async () => {
    const answer = await askOf(lasted, [{ ...fifteen, date: null }, nine]);
    expect(answer.disagreements.map(({ about }) => about)).toEqual(['“nine hours” in one, “15 hours” in the other.']);
  });

  it('is the same when the documents are of two collections, even under one id', async () => {
    const answer = await askOf(lasted, [fifteen], [nine]);
    expect(new Set(answer.citations.map(({ document }) => document)).size).toBe(1);
    expect(answer.disagreements.map(({ about }) => about)).toEqual(['“15 hours” in one, “nine hours” in the other.']);
  });

  it('tells three documents as one disagreement', async () => {
    const twelve = { ...nine, title: 'A night in Lisk', date: '2012', text: nine.text.replace('nine', 'twelve') };
    const answer = await askOf(lasted, [twelve, fifteen, nine]);
    expect(answer.disagreements.map(({ about }) => about)).toEqual([
      '“15 hours”, “nine hours” and “twelve hours”, in 3 documents.',
    ]);
  });

  it('shows two states of two years side by side, unless the question asks for one of them', async () => {
    const sources = [campIn(2015, '3,000'), campIn(2016, '5,000')];
    const open = await askOf('How many people did the camp of Esker hold?', sources);
    expect(open.disagreements.map(({ about }) => about)).toEqual(['“3,000” in one, “5,000” in the other.']);
    const dated = await askOf('How many people did the camp of Esker hold in May 2015?', sources);
    expect(dated.disagreements).toEqual([]);
  });

  it('marks nothing when the second document says the same in other words, or in a copy', async () => {
    expect(
      (await askOf(lasted, [fifteen, { ...nine, text: nine.text.replace('nine', 'fifteen') }])).disagreements,
    ).toEqual([]);
    expect((await askOf(lasted, [fifteen, { ...fifteen, date: '2019' }])).disagreements).toEqual([]);
  });

  it('marks nothing within one document', async () => {
    const both = { ...fifteen, text: `${fifteen.text}\n\n${nine.text}` };
    expect((await askOf(lasted, [both])).disagreements).toEqual([]);
  });

  it('marks nothing between talks in two places', async () => {
    const elsewhere = { ...nine, title: 'What happened in Hamra', text: nine.text.replace('Lisk', 'Hamra') };
    expect((await askOf('How long did the talks last?', [fifteen, elsewhere])).disagreements).toEqual([]);
  });
});
