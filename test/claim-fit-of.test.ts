import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClaimFit } from '#src/answering/claim-fit.js';
import type { Evidence } from '#src/answering/evidence.js';
import { claimFitOf, claimIn } from '#src/claim-fit-of.js';
import { loadWordVectors, type WordVectors } from '#src/language/word-vectors.js';
import { wordVectorsFile } from '#src/project-files.js';
import type { Generation } from '#src/types.js';
import { madeUpDocument } from './indexing/made-up-documents.js';
import { buildSmallGeneration } from './support/small-generation.js';

let folder: string;
let generation: Generation;
let words: WordVectors;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley-claim-fit-'));
  words = await loadWordVectors(wordVectorsFile);
  generation = await buildSmallGeneration(folder, [
    madeUpDocument('deal', [
      { kind: 'body', sentences: ['The talks in Geneva lasted 15 hours.', 'Kerry trusted Lavrov.'] },
    ]),
  ]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function fitWith(question: string, chunk: number): ClaimFit {
  return claimFitOf(question, words)({ generation, chunk } as Evidence);
}

describe('what a question claims', () => {
  it.each([
    ['Why did Kerry veto the center?', 'Kerry veto the center'],
    ['so in which city is the center', 'city is the center'],
    ['how many hours did the talks last', 'hours did the talks last'],
    ["who's in the photo?", 'in the photo'],
    ['Kerry met Lavrov', 'Kerry met Lavrov'],
    ['', ''],
  ])('of %j is %j', (question, claim) => {
    expect(claimIn(question)).toBe(claim);
  });
});

describe('how a sentence meets it', () => {
  it('is better for the sentence that says it than for one that does not', () => {
    const said = fitWith('how long did the talks in Geneva last?', 0);
    const unsaid = fitWith('how long did the talks in Geneva last?', 1);
    expect(said.exact).toBeGreaterThan(unsaid.exact);
    expect(said.own).toBeGreaterThan(unsaid.own);
  });

  it('tells a premise that the sentence contradicts from the one it states', () => {
    expect(fitWith('why did the talks last 15 hours', 0).number).toBe(0);
    const wrong = fitWith('why did the talks last 3 hours', 0);
    expect(wrong.number).toBe(1);
    expect(wrong.conflicts).toBe(1);
  });

  it('is made of finite numbers, whatever is asked', () => {
    for (const question of ['', '???', '\ud800', 'why '.repeat(2000), '❤️']) {
      for (const value of Object.values(fitWith(question, 0))) expect(Number.isFinite(value)).toBe(true);
    }
  });
});
