import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Encoder } from '#src/embedding/encoder.js';
import { createLocalEncoder } from '#src/embedding/local-encoder.js';
import { openVectorCache } from '#src/embedding/vector-cache.js';
import { verifyPairs } from '#src/evaluating/passage-support.js';
import { loadWordVectors } from '#src/language/word-vectors.js';
import { wordVectorsFile } from '#src/project-files.js';
import { shippedPassageModel } from '#src/verifying/passage-model.js';
import { rememberWords } from '#src/verifying/remember-words.js';
import { shippedSupportModel } from '#src/verifying/support-model.js';
import { createFakeEncoder } from '../support/fake-encoder.js';

const modelFolder = fileURLToPath(new URL('../../models/e5-small-v2', import.meta.url));
const words = await loadWordVectors(wordVectorsFile);
const models = { sentences: shippedSupportModel, passages: shippedPassageModel };
const passage =
  'The city opened two libraries in spring. Both lend tools as well as books. The mayor thanked the volunteers, who had sorted 9,000 volumes.';
const claims = [
  'In spring two libraries were opened by the city, and both lend tools and books.',
  'Volunteers sorted 9,000 books.',
  'The city closed two libraries, although the mayor refused to thank anybody.',
  'Ferries to the island are expensive.',
];
const pairs = claims.map((claim, i) => ({ id: `${i}`, passage, claim, supported: i < 2 }));

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley-support-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function verified(encoder: Encoder) {
  const cache = await openVectorCache({ folder, identity: encoder.identity });
  return verifyPairs(pairs, models, { encoder, cache, words, onProgress: () => {} });
}

describe('pairs of a claim and a passage', () => {
  it('are scored by words in context, what the passage says above what it does not', async () => {
    const encoder = await createLocalEncoder({ folder: modelFolder, threads: 1 });
    const { verified: decided, threshold } = await verified(encoder);
    await encoder.close();
    expect(threshold).toBe(shippedPassageModel.threshold);
    const scores = decided.map(({ score }) => score);
    expect(Math.min(...scores.slice(0, 2))).toBeGreaterThan(Math.max(...scores.slice(2)));
  });

  it('are scored by words alone where the encoder gives only whole texts', async () => {
    const { verified: decided, threshold } = await verified(createFakeEncoder());
    expect(threshold).toBe(shippedSupportModel.threshold);
    for (const { score } of decided) expect(score).toBeGreaterThan(0);
  });
});

describe('words that are remembered', () => {
  it('are asked for once, and come back in the order of the texts', async () => {
    const asked: (readonly string[])[] = [];
    const embed = rememberWords(async (texts) => {
      asked.push(...texts);
      return texts.map((text) => Float32Array.of(text.length));
    });
    expect(await embed([['one'], ['one', 'two'], ['one']])).toEqual([1, 2, 1].map((n) => Float32Array.of(n)));
    expect(
      await embed([
        ['one', 'two'],
        ['a', 'b', 'c'],
      ]),
    ).toEqual([2, 3].map((n) => Float32Array.of(n)));
    expect(asked).toEqual([['one'], ['one', 'two'], ['a', 'b', 'c']]);
  });

  it('are forgotten, the oldest first, before they fill the memory', async () => {
    let asked = 0;
    const embed = rememberWords(async (texts) => {
      asked += texts.length;
      return texts.map(() => new Float32Array(1));
    });
    for (let i = 0; i <= 1000; i++) await embed([[`${i}`]]);
    await embed([['1000']]);
    expect(asked).toBe(1001);
    await embed([['0']]);
    expect(asked).toBe(1002);
  });
});
