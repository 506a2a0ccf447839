import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RankedEvidence } from '#src/answering/assess.js';
import { type ChosenChunk, chooseSentences } from '#src/answering/choose-sentences.js';
import { createChunkReader, type ReadChunk } from '#src/answering/chunk-reading.js';
import { quote } from '#src/answering/citations.js';
import { readQuestion } from '#src/language/question.js';
import type { Generation } from '#src/types.js';
import { madeUpDocument } from '../indexing/made-up-documents.js';
import { buildSmallGeneration } from '../support/small-generation.js';
import { quotedStanding } from '../support/standing.js';
import { fewWords } from './read-text.js';

const sentences = [
  'The Center in Vienna acknowledges Russia as a key player.',
  'This brings Moscow one step closer to its goal.',
  'It can be assumed that the U.S. attitude shifted.',
  'The talks lasted 15 hours.',
  'They ended at night.',
  'According to one of the versions, Kerry succeeded.',
  'Nobody knows.',
];

let folder: string;
let generation: Generation;
let other: Generation;
let readChunk: ReadChunk;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley-choose-'));
  generation = await buildSmallGeneration(folder, [
    madeUpDocument(
      'center',
      sentences.map((sentence) => ({ kind: 'body' as const, sentences: [sentence] })),
    ),
  ]);
  other = await buildSmallGeneration(folder, [
    madeUpDocument('other', [{ kind: 'body', sentences: ['Apples ripen in autumn.'] }]),
  ]);
  readChunk = createChunkReader(fewWords);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Ranked evidence from chunks and the probability that each answers, highest first. */
function evidenceOf(...likelihoods: readonly (readonly [chunk: number, probability: number, from?: Generation])[]) {
  return likelihoods
    .map(
      ([chunk, p, from = generation]) => ({ generation: from, chunk, odds: Math.log(p / (1 - p)) }) as RankedEvidence,
    )
    .toSorted((a, b) => b.odds - a.odds);
}

function chunksOf(chosen: readonly ChosenChunk[]): readonly number[] {
  return chosen.map(({ chunk }) => chunk);
}

describe('the sentences of an answer', () => {
  it('are the best one alone when the others are far less likely', () => {
    expect(chunksOf(chooseSentences(evidenceOf([3, 0.9], [0, 0.05], [6, 0.01]), readChunk))).toEqual([3]);
  });

  it('are joined by those about as likely, in reading order, three at most', () => {
    const ranked = evidenceOf([6, 0.9], [3, 0.85], [0, 0.8], [5, 0.75]);
    expect(chunksOf(chooseSentences(ranked, readChunk))).toEqual([0, 3, 6]);
  });

  it('bring the sentence before one that points back, as context', () => {
    const chosen = chooseSentences(evidenceOf([1, 0.9]), readChunk);
    expect(chunksOf(chosen)).toEqual([0, 1]);
    expect(chosen.map(({ evidence }) => evidence !== undefined)).toEqual([false, true]);
  });

  it('bring nothing before an "it" that stands for what follows', () => {
    expect(chunksOf(chooseSentences(evidenceOf([2, 0.9]), readChunk))).toEqual([2]);
  });

  it('count a sentence once that is context and evidence, and as evidence', () => {
    const chosen = chooseSentences(evidenceOf([1, 0.9], [0, 0.8]), readChunk);
    expect(chunksOf(chosen)).toEqual([0, 1]);
    expect(chosen.every(({ evidence }) => evidence !== undefined)).toBe(true);
    expect(chunksOf(chooseSentences(evidenceOf([0, 0.9], [1, 0.8]), readChunk))).toEqual([0, 1]);
  });

  it('leave out a sentence whose context would be one too many, and take the next that fits', () => {
    expect(chunksOf(chooseSentences(evidenceOf([6, 0.9], [5, 0.8], [1, 0.7], [3, 0.6]), readChunk))).toEqual([3, 5, 6]);
  });

  it('come generation by generation, the best one’s first', () => {
    const chosen = chooseSentences(evidenceOf([0, 0.9, other], [3, 0.8], [0, 0.7]), readChunk);
    expect(chosen.map((one) => [one.generation === other ? 'other' : 'center', one.chunk])).toEqual([
      ['other', 0],
      ['center', 0],
      ['center', 3],
    ]);
  });

  it('are none without evidence', () => {
    expect(chooseSentences([], readChunk)).toEqual([]);
  });

  it('are one to three, each once, in order and with the best among them, whatever the likelihoods', () => {
    const likelihoods = fc.uniqueArray(fc.tuple(fc.nat(6), fc.double({ min: 0.001, max: 0.999, noNaN: true })), {
      minLength: 1,
      selector: ([chunk]) => chunk,
    });
    fc.assert(
      fc.property(likelihoods, (pairs) => {
        const ranked = evidenceOf(...pairs);
        const chosen = chunksOf(chooseSentences(ranked, readChunk));
        expect(chosen.length).toBeGreaterThanOrEqual(1);
        expect(chosen.length).toBeLessThanOrEqual(3);
        expect(chosen).toEqual([...new Set(chosen)].toSorted((a, b) => a - b));
        expect(chosen).toContain(ranked[0]?.chunk);
      }),
    );
  });
});

describe('a quoted answer', () => {
  it('has a citation for each sentence, numbered in reading order, a slice of the text', () => {
    const question = readQuestion('How long did the talks last?');
    const chosen = chooseSentences(evidenceOf([3, 0.9], [5, 0.8]), readChunk);
    const { sentences: quoted, citations } = quote(question, chosen, readChunk);
    const text = generation.documents[0]?.text ?? '';
    expect(citations.map(({ n, paragraph, document }) => [n, paragraph, document])).toEqual([
      [1, 4, 'center'],
      [2, 6, 'center'],
    ]);
    for (const { start, end, quote: words } of citations) expect(text.slice(start, end)).toBe(words);
    expect(quoted).toEqual([
      { text: sentences[3], citations: [1], attribution: null, ...quotedStanding },
      { text: sentences[5], citations: [2], attribution: 'reported', ...quotedStanding },
    ]);
    const [from, to] = citations[0]?.highlight ?? [];
    expect(text.slice(from, to)).toBe('15 hours');
  });

  it('carries what is known of its document, and nothing invented', () => {
    const { citations } = quote(readQuestion('Who?'), chooseSentences(evidenceOf([6, 0.9]), readChunk), readChunk);
    expect(citations[0]).toMatchObject({
      title: 'About center',
      publisher: null,
      date: '2016-09',
      url: null,
      highlight: [],
    });
  });

  it('highlights nothing in a sentence that is only context', () => {
    const question = readQuestion('Where is the Center?');
    const context = quote(question, chooseSentences(evidenceOf([1, 0.9]), readChunk), readChunk);
    expect(context.citations.map(({ highlight }) => highlight)).toEqual([[], expect.anything()]);
    const evidence = quote(question, chooseSentences(evidenceOf([0, 0.9]), readChunk), readChunk);
    expect(evidence.citations[0]?.highlight).toHaveLength(2);
  });

  it('is empty for nothing chosen', () => {
    expect(quote(readQuestion('Who?'), [], readChunk)).toEqual({ sentences: [], citations: [] });
  });
});
