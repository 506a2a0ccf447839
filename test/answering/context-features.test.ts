import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createChunkReader } from '#src/answering/chunk-reading.js';
import { contextFeatures, weighWords, withContext } from '#src/answering/context-features.js';
import { type ContextWords, contextWordsOf } from '#src/answering/context-words.js';
import { type Evidence, evidenceFeatures, gatherEvidence } from '#src/answering/evidence.js';
import { readingOf } from '#src/answering/question-reading.js';
import { pieceText } from '#src/language/pieced-text.js';
import { readQuestion } from '#src/language/question.js';
import { retrieve } from '#src/retrieval/retrieve.js';
import type { Generation } from '#src/types.js';
import { madeUpDocument } from '../indexing/made-up-documents.js';
import { fakeVector } from '../support/fake-vector.js';
import { buildSmallGeneration } from '../support/small-generation.js';
import { fewWords } from './read-text.js';

const dimensions = 64;
const centre = Array.from({ length: dimensions }, () => 0);
let folder: string;
let generation: Generation;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley-context-'));
  generation = await buildSmallGeneration(folder, [
    madeUpDocument('deal', [
      { kind: 'body', sentences: ['Kerry and Lavrov met in Geneva.', 'The talks lasted 15 hours.', 'Nobody slept.'] },
      { kind: 'body', sentences: ['Vienna has a center.', 'Geneva has none.'] },
    ]),
  ]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The same words, each of another thing. */
function elsewhere({ reading }: Evidence): ContextWords {
  const pieced = pieceText(reading.text);
  const states = pieced.pieces.flatMap((piece) => [...fakeVector(`${piece} elsewhere`, dimensions)]);
  return contextWordsOf(pieced, Float32Array.from(states), centre);
}

/** Words that are the same are near, others are not. */
function wordsIn(text: string): ContextWords {
  const pieced = pieceText(text);
  const states = Float32Array.from(pieced.pieces.flatMap((piece) => [...fakeVector(piece, dimensions)]));
  return contextWordsOf(pieced, states, centre);
}

function evidenceFor(text: string, wordsOf = ({ reading }: Evidence) => wordsIn(reading.text)): readonly Evidence[] {
  const question = readQuestion(text);
  const vector = fakeVector(text, dimensions);
  const reading = readingOf(question, [generation], fewWords);
  const kinds = new Set(['body'] as const);
  const passages = retrieve({ terms: question.terms, vector, generations: [generation], kinds, limit: 8 });
  const evidence = gatherEvidence(reading, passages, () => 0, createChunkReader(fewWords), fewWords);
  return withContext(evidence, weighWords(reading, wordsIn(text)), wordsOf);
}

function featureOf(evidence: Evidence | undefined, name: string): number {
  expect(contextFeatures).toContain(`context.${name}`);
  return evidence?.features[evidenceFeatures.length + contextFeatures.indexOf(`context.${name}`)] ?? Number.NaN;
}

const withText = (evidence: readonly Evidence[], text: string) => evidence.find(({ reading }) => reading.text === text);

describe('how words meet in context', () => {
  it('is told by one finite number a feature, after the features of the evidence itself', () => {
    const evidence = evidenceFor('How long did the talks in Geneva last?');
    expect(evidence).toHaveLength(5);
    for (const { features } of evidence) {
      expect(features).toHaveLength(evidenceFeatures.length + contextFeatures.length);
      expect(features.every(Number.isFinite)).toBe(true);
    }
    expect(new Set(contextFeatures).size).toBe(contextFeatures.length);
  });

  it('is best for the sentence that has the words of the question', () => {
    const evidence = evidenceFor('Did Kerry and Lavrov meet: met in Geneva?');
    const right = withText(evidence, 'Kerry and Lavrov met in Geneva.');
    expect(featureOf(right, 'weightedRank')).toBe(0);
    expect(featureOf(right, 'weightedBehindBest')).toBe(0);
    for (const other of evidence.filter((one) => one !== right)) {
      expect(featureOf(other, 'weighted')).toBeLessThan(featureOf(right, 'weighted'));
      expect(featureOf(other, 'weightedBehindBest')).toBeGreaterThan(0);
    }
  });

  it('counts what stands in the sentence before, and in the paragraph', () => {
    const evidence = evidenceFor('Did the talks in Geneva with Kerry last?');
    const [first, second, third] = [
      'Kerry and Lavrov met in Geneva.',
      'The talks lasted 15 hours.',
      'Nobody slept.',
    ].map((text) => withText(evidence, text));
    expect(featureOf(second, 'window.weighted')).toBeGreaterThan(featureOf(second, 'weighted'));
    expect(featureOf(first, 'window.weighted')).toBe(featureOf(first, 'weighted'));
    for (const one of [first, second, third]) {
      expect(featureOf(one, 'paragraph.weighted')).toBeCloseTo(featureOf(second, 'paragraph.weighted'), 9);
      expect(featureOf(one, 'paragraph.weakest')).toBeGreaterThanOrEqual(featureOf(one, 'window.weakest'));
    }
  });

  it('tells the same word of another thing from one of the same', () => {
    const question = 'Who met in Geneva?';
    const text = 'Kerry and Lavrov met in Geneva.';
    expect(featureOf(withText(evidenceFor(question), text), 'same.mean')).toBeCloseTo(1, 2);
    expect(featureOf(withText(evidenceFor(question, elsewhere), text), 'same.mean')).toBeLessThan(0.9);
  });

  it('is nothing where there are no words', () => {
    const none: ContextWords = { words: [], states: new Int8Array(), scales: new Float32Array() };
    for (const evidence of evidenceFor('Who met in Geneva?', () => none)) {
      expect([featureOf(evidence, 'weighted'), featureOf(evidence, 'weakest'), featureOf(evidence, 'all')]).toEqual([
        0, 0, 0,
      ]);
    }
    expect(evidenceFor('?').every(({ features }) => features.every(Number.isFinite))).toBe(true);
  });
});
