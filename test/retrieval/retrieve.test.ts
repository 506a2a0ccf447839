import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { termsOf } from '#src/language/terms.js';
import { dotProduct } from '#src/retrieval/background.js';
import { type RetrievalRequest, retrieve } from '#src/retrieval/retrieve.js';
import type { Generation, ParagraphKind, Passage } from '#src/types.js';
import { madeUpDocument } from '../indexing/made-up-documents.js';
import { type ArticleParts, openArticleParts } from '../support/article-parts.js';
import { fakeVector } from '../support/fake-vector.js';
import { buildSmallGeneration } from '../support/small-generation.js';

const everyKind: ReadonlySet<ParagraphKind> = new Set(['body', 'caption', 'heading', 'promotion', 'notice']);
const evidenceKinds: ReadonlySet<ParagraphKind> = new Set(['body', 'caption']);

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley-retrieve-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

function requestFor(text: string, generations: readonly Generation[]): RetrievalRequest {
  return {
    terms: [...new Set(termsOf(text))],
    vector: fakeVector(text, 64),
    generations,
    kinds: evidenceKinds,
    limit: 50,
  };
}

const ceasefire = [
  { kind: 'heading', sentences: ['The ceasefire in Geneva'] },
  {
    kind: 'body',
    sentences: ['Kerry flew home.', 'The ceasefire was agreed in Geneva.', 'In Geneva the ceasefire took hours.'],
  },
  { kind: 'promotion', sentences: ['Recommended: the ceasefire of Geneva explained.'] },
  { kind: 'caption', sentences: ['Kerry meets Lavrov in Geneva.'] },
  { kind: 'notice', sentences: ['The ceasefire opinion is that of the author.'] },
  { kind: 'body', sentences: ['Apples ripen in autumn.'] },
] as const;

let collection: Generation;

const kindsOf = (kinds: ReadonlySet<ParagraphKind>): readonly ParagraphKind[] =>
  retrieve({ ...requestFor('the ceasefire of Geneva', [collection]), kinds }).map(
    ({ paragraph }) => collection.paragraph(paragraph).kind,
  );

const shareOf = (question: string): number | undefined =>
  retrieve(requestFor(question, [collection])).find(({ paragraph }) => paragraph === 5)?.scores.lexical;

describe('retrieval', () => {
  beforeAll(async () => {
    collection = await buildSmallGeneration(folder, [madeUpDocument('ceasefire', ceasefire)]);
  });

  it('gives each paragraph once, as its best chunk', () => {
    const request = requestFor('Was the ceasefire agreed in Geneva?', [collection]);
    const passages = retrieve({ ...request, kinds: everyKind });
    const paragraphs = passages.map(({ paragraph }) => paragraph);
    expect(new Set(paragraphs).size).toBe(paragraphs.length);
    for (const { paragraph, chunk, scores } of passages) {
      const { firstChunk, endChunk } = collection.paragraph(paragraph);
      const similarities = Array.from({ length: endChunk - firstChunk }, (_, i) =>
        dotProduct(request.vector, collection.vector(firstChunk + i)),
      );
      expect(scores.similarity).toBeCloseTo(Math.max(...similarities), 4);
      expect(dotProduct(request.vector, collection.vector(chunk))).toBeCloseTo(scores.similarity, 4);
    }
    const [first] = passages;
    const { start, end } = collection.chunk(first?.chunk ?? -1);
    expect(collection.documents[0]?.text.slice(start, end)).toBe('The ceasefire was agreed in Geneva.');
  });

  it('gives only the kinds asked for, and a promotion or a heading for none', () => {
    expect(new Set(kindsOf(everyKind))).toEqual(new Set(['body', 'caption', 'notice']));
    expect(new Set(kindsOf(evidenceKinds))).toEqual(new Set(['body', 'caption']));
    expect(kindsOf(new Set(['notice']))).toEqual(['notice']);
    expect(kindsOf(new Set())).toEqual([]);
  });

  it('orders by the fused score and stops at the limit', () => {
    const request = requestFor('the ceasefire of Geneva', [collection]);
    const all = retrieve(request);
    expect(all).toHaveLength(3);
    expect(all.map(({ scores }) => scores.fused)).toEqual(
      all.map(({ scores }) => scores.fused).toSorted((a, b) => b - a),
    );
    expect(retrieve({ ...request, limit: 2 })).toEqual(all.slice(0, 2));
    expect(retrieve({ ...request, limit: 0 })).toEqual([]);
  });

  it('ranks by similarity alone when the question has no terms', () => {
    const passages = retrieve({ ...requestFor('the ceasefire of Geneva', [collection]), terms: [] });
    expect(passages.length).toBeGreaterThan(0);
    for (const { scores } of passages) {
      expect(scores.lexical).toBe(0);
      expect(scores.fused).toBe(scores.dense);
    }
  });

  it('counts the words that a paragraph has, its heading’s included, as a share of all', () => {
    expect(shareOf('zebras lynxes')).toBe(0);
    expect(shareOf('apples zebras')).toBeGreaterThan(0);
    expect(shareOf('apples zebras')).toBeLessThan(shareOf('apples ripen') ?? 0);
    expect(shareOf('apples ripen autumn')).toBeGreaterThan(0.7);
    expect(shareOf('ceasefire')).toBeGreaterThan(0);
  });

  it('merges several generations into one order', async () => {
    const other = await buildSmallGeneration(folder, [
      madeUpDocument('pears', [
        { kind: 'body', sentences: ['Pears ripen in Geneva in autumn.'] },
        { kind: 'body', sentences: ['Nothing of this matters.'] },
      ]),
    ]);
    const passages = retrieve(requestFor('When do apples and pears ripen?', [collection, other]));
    expect(new Set(passages.map((passage) => passage.generation))).toEqual(new Set([collection, other]));
    expect(
      passages
        .slice(0, 2)
        .map((passage) => passage.generation.documents[0]?.id)
        .toSorted(),
    ).toEqual(['ceasefire', 'pears']);
    const fused = passages.map(({ scores }) => scores.fused);
    expect(fused).toEqual(fused.toSorted((a, b) => b - a));
  });

  it('finds nothing in an empty collection', async () => {
    const empty = await buildSmallGeneration(folder, [
      madeUpDocument('empty', [{ kind: 'promotion', sentences: ['Recommended: the ceasefire.'] }]),
    ]);
    expect(retrieve(requestFor('the ceasefire', []))).toEqual([]);
    expect(retrieve({ ...requestFor('the ceasefire', [empty]), kinds: everyKind })).toEqual([]);
  });
});

describe('a paragraph that only its words propose', () => {
  it('gets its real similarity, that of its best chunk', async () => {
    // 300 chunks nearer to the question than the vector search looks, and far away the one that has its word.
    const near = Array.from({ length: 300 }, (_, i) => ({
      kind: 'body' as const,
      sentences: [`Nearby number x${i}.`],
    }));
    const far = { kind: 'body' as const, sentences: ['The zebra clause.', 'It was signed.'] };
    const document = madeUpDocument('zebra', [...near, far]);
    const vectors = Float32Array.from([
      ...near.flatMap((_, i) => [Math.cos(i / 1000), Math.sin(i / 1000)]),
      Math.cos(2),
      Math.sin(2),
      Math.cos(1.5),
      Math.sin(1.5),
    ]);
    const generation = await buildSmallGeneration(folder, [document], vectors);
    const request: RetrievalRequest = {
      terms: termsOf('zebra'),
      vector: Float32Array.of(1, 0),
      generations: [generation],
      kinds: evidenceKinds,
      limit: 500,
    };
    const found = retrieve(request).find(({ paragraph }) => paragraph === 300);
    expect(found?.chunk).toBe(301);
    expect(found?.scores.similarity).toBeCloseTo(Math.cos(1.5), 5);
    expect(found?.scores.lexical).toBeGreaterThan(0);
    expect(retrieve({ ...request, terms: [] }).some(({ paragraph }) => paragraph === 300)).toBe(false);
  });
});

/** Scores every paragraph with no candidates, no heap and no index of vectors. */
function scoreEverything({ terms, vector, kinds }: RetrievalRequest, generation: Generation, lexicalWeight: number) {
  const cosines = Array.from({ length: generation.chunkCount }, (_, row) =>
    generation.vector(row).reduce((sum, value, i) => sum + value * (vector[i] ?? 0), 0),
  );
  const mean = cosines.reduce((sum, cosine) => sum + cosine, 0) / cosines.length;
  const deviation = Math.sqrt(cosines.reduce((sum, cosine) => sum + (cosine - mean) ** 2, 0) / cosines.length);
  const ideal = terms.reduce((sum, term) => sum + generation.terms.idf(term), 0);
  const bm25 = [...generation.terms.score(terms).scores];
  return Array.from({ length: generation.paragraphCount }, (_, row) => ({ row, ...generation.paragraph(row) }))
    .filter(({ kind, firstChunk, endChunk }) => kinds.has(kind) && endChunk > firstChunk)
    .map(({ row, firstChunk, endChunk }) => {
      const dense = (Math.max(...cosines.slice(firstChunk, endChunk)) - mean) / deviation;
      return { paragraph: row, fused: dense + (lexicalWeight * (bm25[row] ?? 0)) / ideal };
    })
    .toSorted((a, b) => b.fused - a.fused);
}

function weightOf(passages: readonly Passage[]): number {
  const { scores } = passages.find(({ scores: { lexical } }) => lexical > 0.05) as Passage;
  return (scores.fused - scores.dense) / scores.lexical;
}

describe('retrieval over the article', () => {
  let article: ArticleParts;
  beforeAll(async () => {
    article = await openArticleParts(folder);
  });
  afterAll(() => article.encoder.close());

  it.each([
    'How long did the talks in Geneva last?',
    'Where will the Joint Implementation Center be?',
    'Who voiced the idea that Russians could play a role?',
    'What is the weak link?',
    'Which terrorist organization did the U.S. recognize?',
  ])('ranks as an oracle that scores every paragraph: %s', async (text) => {
    const { generation, encoder } = article;
    const request: RetrievalRequest = {
      terms: [...new Set(termsOf(text))],
      vector: Float32Array.from(await encoder.embedQuery(text)),
      generations: [generation],
      kinds: evidenceKinds,
      limit: 100,
    };
    const passages = retrieve(request);
    const expected = scoreEverything(request, generation, weightOf(passages));
    expect(passages.map(({ paragraph }) => paragraph)).toEqual(expected.map(({ paragraph }) => paragraph));
    for (const [rank, { scores }] of passages.entries())
      expect(scores.fused).toBeCloseTo(expected[rank]?.fused ?? 0, 3);
  });
});
