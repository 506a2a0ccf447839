import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createChunkReader } from '#src/answering/chunk-reading.js';
import { type Decline, declineWith } from '#src/answering/decline.js';
import { readingOf } from '#src/answering/question-reading.js';
import { readQuestion } from '#src/language/question.js';
import type { WordVectors } from '#src/language/word-vectors.js';
import { retrieve } from '#src/retrieval/retrieve.js';
import type { DeclineReason, Generation } from '#src/types.js';
import { madeUpDocument } from '../indexing/made-up-documents.js';
import { fakeVector } from '../support/fake-vector.js';
import { buildSmallGeneration } from '../support/small-generation.js';
import { fewWords } from './read-text.js';

let folder: string;
let generation: Generation;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley-decline-'));
  generation = await buildSmallGeneration(folder, [
    madeUpDocument('deal', [
      { kind: 'body', sentences: ['Kerry and Lavrov agreed a ceasefire in Geneva.'] },
      { kind: 'body', sentences: ['The talks were long.'] },
      { kind: 'body', sentences: ['Apples ripen in autumn.'] },
      { kind: 'body', sentences: ['Pears ripen too.'] },
    ]),
  ]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function declined(reason: DeclineReason, text: string, asOf: string | null = '2016-09', words = fewWords): Decline {
  const question = readQuestion(text);
  const reading = readingOf(question, [generation], words);
  const passages = retrieve({
    terms: question.terms,
    vector: fakeVector(text, 64),
    generations: [generation],
    kinds: new Set(['body']),
    limit: 8,
  });
  return declineWith(reason, asOf, reading, passages, createChunkReader(words), words);
}

describe('a decline', () => {
  it.each<[DeclineReason, string]>([
    ['no-evidence', 'Who paid for the hotel?'],
    ['unsupported', 'Who paid for the hotel?'],
    ['after-document-date', 'Did the ceasefire hold?'],
    ['off-topic', 'hello'],
    ['busy', 'Who met?'],
  ])('for %s says what is missing and what to do, in a sentence each', (reason, text) => {
    const decline = declined(reason, text);
    expect(decline.reason).toBe(reason);
    expect(decline.missing).toMatch(/^\p{Lu}.*\.$/u);
    expect(decline.suggestion).toMatch(/^\p{Lu}.*\.$/u);
  });

  it('names the words that nothing near speaks of, as they were written, and no others', () => {
    const { missing, suggestion, lacking } = declined('no-evidence', 'Did Lavrov agree to a Zeppelin in Geneva?');
    expect(lacking).toEqual({ words: ['Zeppelin'], wanted: null });
    expect(missing).toContain('“Zeppelin”');
    expect(missing).not.toMatch(/Lavrov|Geneva|agree/);
    expect(suggestion).toContain('“Zeppelin”');
  });

  it('does not name a word that a text meets with another', () => {
    expect(declined('no-evidence', 'Did Kerry agree a truce?').missing).not.toContain('truce');
  });

  it('names the rarest words first', () => {
    const commonBanana: WordVectors = {
      dimensions: 1,
      rowOf: (term) => (term === 'banana' ? 0 : -1),
      similarity: () => 0,
      rarity: (row) => (row < 0 ? 1 : 0.1),
    };
    const { missing, suggestion } = declined('no-evidence', 'A banana in a Zeppelin?', null, commonBanana);
    expect(missing).toContain('“Zeppelin”, “banana”');
    expect(suggestion).toContain('“Zeppelin”');
    expect(suggestion).not.toContain('banana');
  });

  it.each([
    ['How many Zeppelins were there?', ['Zeppelins'], 'how-many'],
    ['What is a Zeppelin like?', ['Zeppelin'], null],
    ['How many agreed, and did many Zeppelins?', ['many', 'Zeppelins'], 'how-many'],
  ])('names no word that only asks: %s', (text, words, wanted) => {
    const { lacking } = declined('no-evidence', text);
    expect(lacking?.words.toSorted()).toEqual(words.toSorted());
    expect(lacking?.wanted).toBe(wanted);
  });

  it('names three words at most', () => {
    const { missing } = declined('no-evidence', 'Do zebras, okapis, gnus, emus and lynxes vote?');
    expect(missing.match(/“/g)).toHaveLength(3);
  });

  it.each([
    ['When was the ceasefire agreed in Geneva?', 'when'],
    ['How long were the talks?', 'how long'],
    ['Where was the ceasefire agreed by Kerry?', 'where'],
  ])('says which kind of thing the text lacks when all words are met: %s', (text, kind) => {
    const { missing, lacking } = declined('no-evidence', text);
    expect(missing).toContain(`do not say ${kind}`);
    expect(lacking).toEqual({ words: [], wanted: kind.replace(' ', '-') });
  });

  it('says until when the documents know anything', () => {
    expect(declined('after-document-date', 'Did it hold?', '2016-09').missing).toContain('September 2016');
    expect(declined('after-document-date', 'Did it hold?', null).missing).toContain('unknown date');
  });

  it('shows the three nearest passages, as slices of the text', () => {
    const { nearest } = declined('no-evidence', 'Who paid for the ceasefire in Geneva?');
    const text = generation.documents[0]?.text ?? '';
    expect(nearest).toHaveLength(3);
    expect(nearest[0]).toMatchObject({ document: 'deal', title: 'About deal', paragraph: 1 });
    for (const { start, end, quote } of nearest) {
      expect(quote).not.toBe('');
      expect(text.slice(start, end)).toBe(quote);
    }
  });

  it.each<[DeclineReason, string]>([
    ['off-topic', 'hello'],
    ['busy', 'Who met in Geneva?'],
  ])('for %s shows no passages', (reason, text) => {
    expect(declined(reason, text).nearest).toEqual([]);
  });
});
