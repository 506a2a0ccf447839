import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attributionOf } from '#src/answering/attribution.js';
import { EncoderError, ParleyError, UsageError } from '#src/errors.js';
import {
  longestFocus,
  pointCounts,
  type SummaryParts,
  type SummaryRequest,
  sectionsOf,
  summarize,
} from '#src/summarize.js';
import type { Generation, ParsedDocument, Summary, SummaryLength } from '#src/types.js';
import { type MadeUpParagraph, madeUpDocument, madeUpDocuments } from './indexing/made-up-documents.js';
import { type ArticleParts, openArticleParts } from './support/article-parts.js';
import { createFakeEncoder } from './support/fake-encoder.js';
import { buildSmallGeneration } from './support/small-generation.js';

let folder: string;
let article: ArticleParts;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley-summarize-'));
  article = await openArticleParts(folder);
});
afterAll(async () => {
  await article.encoder.close();
  await rm(folder, { recursive: true, force: true });
});

const lengths: readonly SummaryLength[] = ['short', 'medium', 'long'];

function ofArticle(request: Partial<SummaryRequest> = {}): Promise<Summary> {
  return summarize({ length: 'medium', ...request }, article.parts);
}

async function partsOver(documents: readonly ParsedDocument[]): Promise<SummaryParts> {
  const generation = await buildSmallGeneration(folder, documents);
  return { generations: [generation], encoder: createFakeEncoder(), words: article.parts.words };
}

function body(...sentences: readonly string[]): MadeUpParagraph {
  return { kind: 'body', sentences };
}

function dated(document: ParsedDocument, date: string | null): ParsedDocument {
  const { metadata } = document.document;
  return { ...document, document: { ...document.document, metadata: { ...metadata, date } } };
}

function paragraphsOf(summary: Summary): readonly number[] {
  return summary.citations.map(({ paragraph }) => paragraph);
}

/** Body paragraphs of the summarised document that a summary may speak for. */
function bodyNumbers(generation: Generation, { document, paragraphs }: Summary): readonly number[] {
  const place = generation.documents.findIndex(({ id }) => id === document);
  return Array.from({ length: generation.paragraphCount }, (_, row) => generation.paragraph(row))
    .filter((row) => row.document === place && row.kind === 'body')
    .map(({ number }) => number)
    .filter((number) => paragraphs === null || (number >= paragraphs[0] && number <= paragraphs[1]));
}

/** What holds of every summary. */
function expectSane(summary: Summary, generation: Generation): void {
  const { points, citations, coverage, document, length } = summary;
  const text = generation.documents.find(({ id }) => id === document)?.text ?? '';
  const numbers = bodyNumbers(generation, summary);
  expect(points.length).toBeLessThanOrEqual(pointCounts[length]);
  expect(citations.map(({ n }) => n)).toEqual(citations.map((_, index) => index + 1));
  expect(points.map((point) => point.citations)).toEqual(citations.map(({ n }) => [n]));
  let before = 0;
  for (const [index, { start, end, quote, paragraph }] of citations.entries()) {
    expect(text.slice(start, end)).toBe(quote);
    expect(points[index]?.text).toBe(quote);
    expect(numbers).toContain(paragraph);
    expect(start).toBeGreaterThanOrEqual(before);
    before = end;
  }
  expect(coverage.represented).toEqual(numbers.filter((number) => paragraphsOf(summary).includes(number)));
  expect([...coverage.represented, ...coverage.missing].toSorted((a, b) => a - b)).toEqual(numbers);
  expect(coverage.ratio).toBe(numbers.length === 0 ? 0 : coverage.represented.length / numbers.length);
}

describe('a summary of the article', () => {
  it.each(lengths)(
    'of length %s has its points in reading order, cited, each from a paragraph of its own',
    async (length) => {
      const summary = await ofArticle({ length });
      expectSane(summary, article.generation);
      expect(summary).toMatchObject({
        document: 'syria-ceasefire-2016',
        length,
        mode: 'extractive',
        paragraphs: null,
        focus: null,
        asOf: '2016-09',
        generation: article.generation.id,
      });
      expect(summary.points).toHaveLength(pointCounts[length]);
      expect(new Set(paragraphsOf(summary)).size).toBe(summary.points.length);
      expect(bodyNumbers(article.generation, summary)).toHaveLength(17);
    },
  );

  it('has points that read alone, and none that asks or is a caption, promotion or notice', async () => {
    const { points } = await ofArticle({ length: 'long' });
    for (const { text } of points) {
      expect(text).not.toMatch(/^(?:This|That|It remains|They|However|Moreover|Meanwhile|Thus|Previously|If this)\b/u);
      expect(text).not.toMatch(/\?$|Photo: AP|^Recommended|^Also read|opinion of the author/u);
    }
  });

  it('says whose words a point gives', async () => {
    const { points } = await ofArticle({ length: 'long' });
    expect(points.map(({ attribution }) => attribution)).toEqual(points.map(({ text }) => attributionOf(text)));
    expect(points.some(({ attribution }) => attribution === 'reported')).toBe(true);
  });

  it('of a stretch of paragraphs stays inside it', async () => {
    const summary = await ofArticle({ paragraphs: [14, 20], length: 'short' });
    expectSane(summary, article.generation);
    expect(summary.paragraphs).toEqual([14, 20]);
    expect(summary.points).toHaveLength(3);
  });

  it('of one paragraph has at most half of its sentences', async () => {
    const summary = await ofArticle({ paragraphs: [9, 9], length: 'long' });
    expectSane(summary, article.generation);
    expect(summary.points.length).toBeGreaterThan(0);
    expect(summary.points.length).toBeLessThanOrEqual(3);
    expect(summary.coverage).toEqual({ represented: [9], missing: [], ratio: 1 });
  });

  it.each([
    ['the opposition', /opposition/u, 3],
    ['Donald Trump', /Trump/u, 2],
    ['the Turkish military', /Turkish military/u, 1],
    ['ISIS and terrorism', /ISIS|terrorist/u, 3],
  ])('about %s tells of it', async (focus, told, atLeast) => {
    const summary = await ofArticle({ focus });
    expectSane(summary, article.generation);
    expect(summary.focus).toBe(focus);
    expect(summary.points.filter(({ text }) => told.test(text)).length).toBeGreaterThanOrEqual(atLeast);
    const plain = await ofArticle();
    expect(plain.points.filter(({ text }) => told.test(text)).length).toBeLessThan(
      summary.points.filter(({ text }) => told.test(text)).length,
    );
  });

  it.each(['penguins', 'chocolate cake recipe', 'quantum computing'])(
    'about %s says nothing, and that nothing is covered',
    async (focus) => {
      const summary = await ofArticle({ focus });
      expectSane(summary, article.generation);
      expect(summary).toMatchObject({ points: [], citations: [], focus });
      expect(summary.coverage.missing).toHaveLength(17);
    },
  );

  it('is the same whenever it is asked for', async () => {
    for (const request of [{}, { focus: 'the opposition' }, { paragraphs: [3, 9] }] as Partial<SummaryRequest>[]) {
      expect(await ofArticle(request)).toEqual(await ofArticle(request));
    }
  });

  it('offers parts of the document that hold all its body paragraphs', () => {
    const sections = sectionsOf(article.generation, 'syria-ceasefire-2016');
    expect(sections.length).toBeGreaterThanOrEqual(4);
    expect(sections.length).toBeLessThanOrEqual(6);
    expect(sections[0]?.name).toMatch(/^¶ 1–5: From Russia's standpoint, the Syrian ceasefire/u);
    expect(sections.at(-1)?.paragraphs[1]).toBe(20);
    expect(sectionsOf(article.generation, 'nothing-like-it')).toEqual([]);
  });
});

describe('a focus', () => {
  const refusing: Pick<SummaryParts, 'encoder'> = {
    encoder: {
      embedQuery: () => Promise.reject(new EncoderError('The encoder does not answer.', 'Start it.')),
    },
  };

  it.each(['', ' \n\t', '\u0000\u0007', '???', '💥'])('of nothing readable (%j) is none', async (focus) => {
    const summary = await summarize({ length: 'short', focus }, { ...article.parts, ...refusing });
    expect(summary).toEqual(await ofArticle({ length: 'short' }));
  });

  it('is the only thing that needs the encoder, and fails when that does', async () => {
    const parts = { ...article.parts, ...refusing };
    expect((await summarize({ length: 'short' }, parts)).points).toHaveLength(3);
    await expect(summarize({ length: 'short', focus: 'Kerry' }, parts)).rejects.toThrow(EncoderError);
  });

  it('may be huge and hostile: what is shown and embedded of it is short and clean', async () => {
    const parts = { ...article.parts, encoder: createFakeEncoder({ dimensions: 384 }) };
    const focus = `\u001B[31m\u0000\uD800 the opposition ${'x '.repeat(200_000)}`;
    const summary = await summarize({ length: 'short', focus }, parts);
    expectSane(summary, article.generation);
    expect(summary.focus?.length).toBeLessThanOrEqual(longestFocus);
    expect(summary.focus).not.toMatch(/\p{Cc}|\p{Surrogate}/u);
    expect(parts.encoder.calls.questions).toEqual([summary.focus]);
  });
});

describe('what is to be summarised', () => {
  const one = madeUpDocument('one', [body('The first document says this much about boats.')]);
  const two = madeUpDocument('two', [body('The second document says this much about trains.')]);
  const three = madeUpDocument('three', [body('The third document says this much about roads.')]);
  const empty = madeUpDocument('empty', [{ kind: 'heading', sentences: ['Nothing below'] }]);

  /** The document that is summarised when the three are dated so. */
  async function namedByDates(...dates: readonly (string | null)[]): Promise<string> {
    const documents = [one, two, three].map((document, index) => dated(document, dates[index] ?? null));
    return (await summarize({ length: 'short' }, await partsOver(documents))).document;
  }

  it('is the most recently dated document when none is named, the first of equals', async () => {
    expect(await namedByDates('2015', '2016-03', '2016-02-28')).toBe('two');
    expect(await namedByDates(null, '2014', '2014')).toBe('two');
    expect(await namedByDates(null, null, null)).toBe('one');
    expect(await namedByDates('2016-03-01', '2016', '2016-04')).toBe('two');
  });

  it('is never a document without sentences unless it is named', async () => {
    const parts = await partsOver([dated(empty, '2020'), dated(one, '2010')]);
    expect((await summarize({ length: 'short' }, parts)).document).toBe('one');
    const summary = await summarize({ length: 'short', document: 'empty' }, parts);
    expect(summary).toMatchObject({
      document: 'empty',
      points: [],
      coverage: { represented: [], missing: [], ratio: 0 },
    });
  });

  it('is found in any of the collections', async () => {
    const [first, second] = await Promise.all([partsOver([one]), partsOver([two])]);
    const parts = { ...first, generations: [...first.generations, ...second.generations] };
    const summary = await summarize({ length: 'short', document: 'two' }, parts);
    expect(summary).toMatchObject({ document: 'two', generation: second.generations[0]?.id });
    expect(summary.points).toHaveLength(1);
  });

  it('must exist: an unknown name lists those that do', async () => {
    const parts = await partsOver([one, two]);
    const asked = summarize({ length: 'short', document: 'tow' }, parts);
    await expect(asked).rejects.toThrow(UsageError);
    await expect(asked).rejects.toMatchObject({ line: 'There is no document “tow”. There are: one, two.' });
    const huge = summarize({ length: 'short', document: 'x'.repeat(100_000) }, parts);
    await expect(huge).rejects.toSatisfy((error) => error instanceof UsageError && error.line.length < 500);
  });

  it('must exist: a collection without documents says so', async () => {
    const asked = summarize({ length: 'short' }, await partsOver([]));
    await expect(asked).rejects.toThrow(ParleyError);
    await expect(asked).rejects.toThrow('There are no documents to summarise.');
  });

  it.each([
    [[0, 3], 'There are no paragraphs 0 to 3.'],
    [[3, 99], 'There are no paragraphs 3 to 99.'],
    [[-4, 2], 'There are no paragraphs -4 to 2.'],
    [[9, 3], 'Paragraphs 9 to 3 run backwards.'],
    [[1.5, 3], 'The paragraphs are not two whole numbers.'],
    [[Number.NaN, 3], 'The paragraphs are not two whole numbers.'],
    [[1, Number.POSITIVE_INFINITY], 'The paragraphs are not two whole numbers.'],
  ] as const)('must be a range of paragraphs, unlike %j', async (paragraphs, message) => {
    const asked = ofArticle({ paragraphs });
    await expect(asked).rejects.toThrow(UsageError);
    await expect(asked).rejects.toMatchObject({
      message,
      remedy: '“syria-ceasefire-2016” has paragraphs 1 to 21; give two of them, the smaller first.',
    });
  });

  it('may hold no body sentence: then there are no points, and nothing is missing', async () => {
    const summary = await ofArticle({ paragraphs: [2, 2] });
    expectSane(summary, article.generation);
    expect(summary).toMatchObject({ points: [], coverage: { represented: [], missing: [], ratio: 0 } });
  });
});

describe('a summary of any document', () => {
  it('never says the same twice', async () => {
    const same = 'The two ministers agreed on a ceasefire in Geneva on Friday.';
    const parts = await partsOver([
      madeUpDocument('made-up', [
        body(same),
        body(same),
        body('The two ministers on Friday in Geneva agreed on a ceasefire, again.'),
        body('Fishermen along the coast complained about the price of diesel.'),
        body('A dentist opened her practice beside the old railway station.'),
      ]),
    ]);
    const { points } = await summarize({ length: 'long' }, parts);
    expect(points.filter(({ text }) => text.includes('ceasefire'))).toHaveLength(1);
    expect(points).toHaveLength(3);
  });

  it('takes a sentence that leans on others only where its paragraph has no better one', async () => {
    const parts = await partsOver([
      madeUpDocument('made-up', [
        body('However, the delegates rejected the second draft of the treaty.'),
        body(
          'They returned to the table on Monday with a new map.',
          'The map showed nine disputed villages in the north.',
        ),
      ]),
    ]);
    const { points } = await summarize({ length: 'long' }, parts);
    expect(points.map(({ text }) => text)).toEqual([
      'However, the delegates rejected the second draft of the treaty.',
      'The map showed nine disputed villages in the north.',
    ]);
  });

  it('is at most half as long as its text', async () => {
    const sentences = [
      'The delegates met in a hotel above the harbour.',
      'A storm had closed the airport for two days.',
      'Nobody expected the miners to accept the offer.',
      'The bank promised a loan of nine million crowns.',
    ];
    const parts = await partsOver([madeUpDocument('made-up', [body(...sentences)])]);
    expect((await summarize({ length: 'long' }, parts)).points).toHaveLength(2);
  });

  it('has no points where the text only asks', async () => {
    const parts = await partsOver([madeUpDocument('made-up', [body('Who signed it?', 'And why so late?')])]);
    const summary = await summarize({ length: 'short' }, parts);
    expect(summary).toMatchObject({ points: [], coverage: { represented: [], missing: [1], ratio: 0 } });
  });

  it('never begins or ends a point inside a sentence while there are whole ones', async () => {
    const whole = 'The report of the commission names four causes of the fire.';
    const endless = `${'The inspectors noted cracked beams and missing bolts, '.repeat(30)}and left.`;
    const half = Math.floor(endless.length / 2);
    const made = madeUpDocument('made-up', [body(endless, whole)]);
    const [sentence, second] = made.chunks as [ParsedDocument['chunks'][number], ParsedDocument['chunks'][number]];
    const parts = await partsOver([
      {
        ...made,
        chunks: [
          { ...sentence, end: sentence.start + half, text: endless.slice(0, half) },
          { ...sentence, start: sentence.start + half, text: endless.slice(half) },
          second,
        ],
      },
    ]);
    expect((await summarize({ length: 'long' }, parts)).points.map(({ text }) => text)).toEqual([whole]);
  });

  it('keeps all promises, whatever the document and the request', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 9_999 }),
        fc.constantFrom(...lengths),
        fc.option(fc.string({ unit: 'grapheme', maxLength: 40 }), { nil: undefined }),
        fc.option(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 })), { nil: undefined }),
        async (count, seed, length, focus, range) => {
          const parts = await partsOver(madeUpDocuments(1, count, seed));
          const [first, last] = range?.map((number) => Math.min(number, count)).toSorted((a, b) => a - b) ?? [];
          const request: SummaryRequest = {
            length,
            ...(focus === undefined ? {} : { focus }),
            ...(first === undefined || last === undefined ? {} : { paragraphs: [first, last] }),
          };
          const summary = await summarize(request, parts);
          expectSane(summary, parts.generations[0] as Generation);
          expect(await summarize(request, parts)).toEqual(summary);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('of 5,000 paragraphs lets others in all the time', async () => {
    const parts = await partsOver(madeUpDocuments(1, 5_000, 3));
    let longestHeld = 0;
    let turns = 0;
    let lastTurn = performance.now();
    let isDone = false;
    const watch = (): void => {
      longestHeld = Math.max(longestHeld, performance.now() - lastTurn);
      lastTurn = performance.now();
      turns += 1;
      if (!isDone) setImmediate(watch);
    };
    setImmediate(watch);
    const startedAt = performance.now();
    const summary = await summarize({ length: 'long' }, parts);
    const took = performance.now() - startedAt;
    isDone = true;
    expect(summary.points).toHaveLength(12);
    expectSane(summary, parts.generations[0] as Generation);
    expect(turns).toBeGreaterThan(10);
    // 25 to 130 ms on two idle cores; a busy machine gets more.
    expect(longestHeld).toBeLessThan(400);
    // Comparing each with each would take minutes.
    expect(took).toBeLessThan(5_000);
  });
});
