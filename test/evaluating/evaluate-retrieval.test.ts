import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openVectorCache } from '#src/embedding/vector-cache.js';
import { buildJudgedIndex } from '#src/evaluating/build-judged-index.js';
import { evaluateRetrieval } from '#src/evaluating/evaluate-retrieval.js';
import type { JudgedSet } from '#src/evaluating/judged-set.js';
import { rankDocuments } from '#src/evaluating/rank-documents.js';
import { termsOf } from '#src/language/terms.js';
import type { Generation } from '#src/types.js';
import { createFakeEncoder } from '../support/fake-encoder.js';
import { fakeVector } from '../support/fake-vector.js';

const set: JudgedSet = {
  documents: [
    { id: 'talks', title: 'Talks', text: 'Kerry and Lavrov agreed on a ceasefire.\n\nThey spoke for fifteen hours.' },
    { id: 'fruit', title: '', text: 'Apples ripen in autumn.\n\nPears ripen in autumn, too.' },
    { id: 'zoo', title: 'Zebras of Vienna', text: 'Some animals live there.' },
  ],
  questions: [
    { id: 'q1', text: 'Who agreed on a ceasefire?' },
    { id: 'q2', text: 'When do pears ripen?' },
    { id: 'q3', text: 'Nobody judged this' },
  ],
  judgements: new Map([
    ['q1', new Map([['talks', 1]])],
    ['q2', new Map([['zoo', 1]])],
    ['q9', new Map([['zoo', 1]])],
  ]),
};

const encoder = createFakeEncoder();
const progress: [number, number][] = [];
let folder: string;
let generation: Generation;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley-evaluate-'));
  generation = await buildJudgedIndex({
    documents: set.documents,
    folder,
    encoder,
    cache: await openVectorCache({ folder: path.join(folder, 'vectors'), identity: encoder.identity }),
    now: Date.now,
    onProgress: (done, total) => progress.push([done, total]),
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function rank(text: string) {
  return rankDocuments(generation, [...new Set(termsOf(text))], fakeVector(text, encoder.identity.dimensions));
}

describe('the index of an evaluation set', () => {
  it('holds the documents in order, their titles as text', () => {
    expect(generation.documents.map(({ id }) => id)).toEqual(['talks', 'fruit', 'zoo']);
    expect(generation.documents.map(({ text }) => text)).toEqual([
      `Talks\n\n${set.documents[0]?.text}`,
      set.documents[1]?.text,
      'Zebras of Vienna\n\nSome animals live there.',
    ]);
    expect(generation.documents.map(({ metadata }) => metadata.title)).toEqual(['Talks', 'fruit', 'Zebras of Vienna']);
  });

  it('tells how far the embedding is', () => {
    const [done, total] = progress.at(-1) ?? [];
    expect(done).toBe(total);
    expect(total).toBeGreaterThan(0);
  });
});

describe('the ranking of documents', () => {
  it('names each document once, by its best passage, in all three ways', () => {
    for (const ranked of Object.values(rank('pears ripen in autumn'))) {
      expect(ranked[0]).toBe('fruit');
      expect(new Set(ranked).size).toBe(ranked.length);
    }
  });

  it('by words alone leaves out documents without any', () => {
    const { lexical, dense } = rank('ceasefire');
    expect(lexical).toEqual(['talks']);
    expect([...dense].toSorted()).toEqual(['fruit', 'talks', 'zoo']);
  });

  it('finds a document by a word of its title', () => {
    expect(rank('zebras').lexical).toEqual(['zoo']);
  });
});

describe('the evaluation of retrieval', () => {
  it('reports means over the questions that were judged', async () => {
    const told: string[] = [];
    const report = await evaluateRetrieval(set, generation, encoder, (done, total) => told.push(`${done}/${total}`));
    expect(report).toMatchObject({ documents: 3, queries: 2 });
    expect(told).toEqual(['1/2', '2/2']);
    // One question finds its document first; the document judged for the other has none of its words.
    expect(report.lexical).toEqual({ 'nDCG@10': 0.5, 'recall@5': 0.5, 'hit@1': 0.5 });
    expect(report.fused['hit@1']).toBe(0.5);
    expect(report.fused['recall@5']).toBe(1);
  });

  it('of a set without judgements reports zeros, not what is no number', async () => {
    const report = await evaluateRetrieval({ ...set, judgements: new Map() }, generation, encoder, () => {});
    expect(report).toMatchObject({ queries: 0, fused: { 'nDCG@10': 0, 'recall@5': 0, 'hit@1': 0 } });
  });
});
