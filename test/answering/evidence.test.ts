import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createChunkReader } from '#src/answering/chunk-reading.js';
import { type Evidence, evidenceFeatures, gatherEvidence, passagesRead } from '#src/answering/evidence.js';
import { readingOf } from '#src/answering/question-reading.js';
import { readQuestion } from '#src/language/question.js';
import { dotProduct } from '#src/retrieval/background.js';
import { retrieve } from '#src/retrieval/retrieve.js';
import type { Generation } from '#src/types.js';
import { madeUpDocument } from '../indexing/made-up-documents.js';
import { fakeVector } from '../support/fake-vector.js';
import { buildSmallGeneration } from '../support/small-generation.js';
import { fewWords } from './read-text.js';

let folder: string;
let generation: Generation;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley-evidence-'));
  generation = await buildSmallGeneration(folder, [
    madeUpDocument('deal', [
      { kind: 'body', sentences: ['Kerry and Lavrov met in Geneva.', 'The talks lasted 15 hours.', 'Nobody slept.'] },
      { kind: 'caption', sentences: ['Kerry in Geneva, in a photo of the talks.'] },
      { kind: 'body', sentences: ['How does Geneva change Vienna?'] },
      ...Array.from({ length: 10 }, (_, i) => ({ kind: 'body' as const, sentences: [`Talks number ${i} of Geneva.`] })),
    ]),
  ]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function evidenceFor(text: string): readonly Evidence[] {
  const question = readQuestion(text);
  const vector = fakeVector(text, 64);
  const passages = retrieve({
    terms: question.terms,
    vector,
    generations: [generation],
    kinds: new Set(['body', 'caption']),
    limit: 50,
  });
  return gatherEvidence(
    readingOf(question, [generation], fewWords),
    passages,
    (from, chunk) => dotProduct(vector, from.vector(chunk)),
    createChunkReader(fewWords),
    fewWords,
  );
}

function featureOf(evidence: Evidence | undefined, name: string): number | undefined {
  expect(evidenceFeatures).toContain(name);
  return evidence?.features[evidenceFeatures.indexOf(name)];
}

const withText = (evidence: readonly Evidence[], text: string) => evidence.find(({ reading }) => reading.text === text);

describe('the evidence for a question', () => {
  const asked = 'How long did the talks between Kerry and Lavrov last?';
  it('is every chunk of the first passages, each with one finite number a feature', () => {
    const evidence = evidenceFor(asked);
    const paragraphs = new Set(evidence.map(({ passage }) => passage.paragraph));
    expect(paragraphs.size).toBe(passagesRead);
    expect(evidence.filter(({ passage }) => passage.paragraph === 0)).toHaveLength(3);
    for (const { features } of evidence) {
      expect(features).toHaveLength(evidenceFeatures.length);
      expect(features.every(Number.isFinite)).toBe(true);
    }
    expect(new Set(evidenceFeatures).size).toBe(evidenceFeatures.length);
  });

  it('knows which chunk has the kind of thing that is asked for, and which stands beside it', () => {
    const evidence = evidenceFor(asked);
    const answer = withText(evidence, 'The talks lasted 15 hours.');
    const neighbour = withText(evidence, 'Nobody slept.');
    expect([featureOf(answer, 'typeWanted'), featureOf(answer, 'typeHeld')]).toEqual([1, 1]);
    expect([featureOf(neighbour, 'typeHeld'), featureOf(neighbour, 'typeHeldNearby')]).toEqual([0, 1]);
    expect(featureOf(answer, 'wants.duration')).toBe(1);
    expect(featureOf(answer, 'wants.person')).toBe(0);
  });

  it('covers more of the question the wider it looks', () => {
    const answer = withText(evidenceFor(asked), 'The talks lasted 15 hours.');
    const [chunk, window, paragraph] = ['chunk', 'window', 'paragraph'].map((scope) =>
      featureOf(answer, `${scope}.coverage`),
    );
    expect(chunk).toBeGreaterThan(0);
    expect(window).toBeGreaterThan(chunk ?? 0);
    expect(paragraph).toBeGreaterThanOrEqual(window ?? 0);
    expect(featureOf(answer, 'chunk.namesMissing')).toBe(2);
    expect(featureOf(answer, 'window.namesMissing')).toBe(0);
  });

  it('ranks chunks by similarity over all passages, from 0', () => {
    const evidence = evidenceFor(asked);
    const bySimilarity = evidence.toSorted(
      (a, b) => (featureOf(b, 'similarity') ?? 0) - (featureOf(a, 'similarity') ?? 0),
    );
    const ranks = bySimilarity.map((one) => featureOf(one, 'similarityRank') ?? -1);
    expect(ranks.slice(0, 3)).toEqual([0, 1, 2]);
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  });

  it('tells captions, and denials that the question does not make', () => {
    const evidence = evidenceFor(asked);
    expect(featureOf(withText(evidence, 'Kerry in Geneva, in a photo of the talks.'), 'caption')).toBe(1);
    expect(featureOf(withText(evidence, 'The talks lasted 15 hours.'), 'caption')).toBe(0);
    expect(featureOf(withText(evidence, 'Nobody slept.'), 'negationDiffers')).toBe(1);
    expect(
      featureOf(
        withText(evidenceFor('How long did the talks between Kerry and Lavrov not last?'), 'Nobody slept.'),
        'negationDiffers',
      ),
    ).toBe(0);
  });

  it('has a question of the text only where one is asked for', () => {
    const posed = 'How does Geneva change Vienna?';
    expect(withText(evidenceFor('How does Geneva change Vienna?'), posed)).toBeUndefined();
    expect(withText(evidenceFor('What question is asked about Geneva and Vienna?'), posed)).toBeDefined();
  });

  it('is none without passages', () => {
    const question = readingOf(readQuestion('Who?'), [], fewWords);
    expect(gatherEvidence(question, [], () => 0, createChunkReader(fewWords), fewWords)).toEqual([]);
  });
});

describe('the reading of a question', () => {
  it('knows names, numbers and words that no document has', () => {
    const { terms } = readingOf(readQuestion('Did Kerry tell Zeppelin 15 jokes?'), [generation], fewWords);
    expect(terms.map(({ term, isName, isNumber, unknown }) => [term, isName, isNumber, unknown])).toEqual([
      ['kerri', true, false, false],
      ['zeppelin', true, false, true],
      ['15', false, true, false],
      ['joke', false, false, true],
    ]);
  });

  it('weighs rare words above common ones, from 0 to 1, and sums them up', () => {
    const { terms, totalWeight } = readingOf(readQuestion('talks zeppelin'), [generation], fewWords);
    const [common, rare] = terms.map(({ weight }) => weight);
    expect(common).toBeLessThan(rare ?? 0);
    expect(rare).toBe(1);
    expect(totalWeight).toBeCloseTo((common ?? 0) + (rare ?? 0));
  });

  it('knows which terms stand side by side', () => {
    const { pairs } = readingOf(readQuestion('Was the Geneva deal signed?'), [generation], fewWords);
    expect([...pairs]).toEqual(['geneva deal', 'deal sign']);
  });

  it('without any collection weighs by English alone', () => {
    const { terms } = readingOf(readQuestion('truce zeppelin'), [], fewWords);
    expect(terms.map(({ weight }) => weight)).toEqual([0.75, 1]);
  });
});
