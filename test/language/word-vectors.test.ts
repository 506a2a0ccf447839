import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { ParleyError } from '#src/errors.js';
import { termsOf } from '#src/language/terms.js';
import { decodeWordVectors, encodeWordVectors, loadWordVectors, type WordVectors } from '#src/language/word-vectors.js';
import { wordVectorsFile } from '#src/project-files.js';

const small = {
  words: ['war', 'conflict', 'banana', 'naïve'],
  ranks: [0, 10, 1000, 60_000],
  rows: Float32Array.from([1, 0, 0.8, 0.6, 0, 1, -1, 0]),
  dimensions: 2,
};

function decoded(table = small): WordVectors {
  return decodeWordVectors(Buffer.from(encodeWordVectors(table)), 'words.bin');
}

describe('a table of word vectors', () => {
  it('keeps its words and their cosines through a file', () => {
    const words = decoded();
    expect(words.dimensions).toBe(2);
    expect(small.words.map((word) => words.rowOf(word))).toEqual([0, 1, 2, 3]);
    expect(words.similarity(0, 0)).toBeCloseTo(1, 1);
    expect(words.similarity(0, 1)).toBeCloseTo(0.8, 1);
    expect(words.similarity(0, 2)).toBeCloseTo(0, 1);
    expect(words.similarity(0, 3)).toBeCloseTo(-1, 1);
  });

  it('says of a word that it lacks that it is like none and as rare as any', () => {
    const words = decoded();
    expect(words.rowOf('lavrov')).toBe(-1);
    expect(words.similarity(-1, 0)).toBe(0);
    expect(words.similarity(0, -1)).toBe(0);
    expect(words.rarity(-1)).toBe(1);
  });

  it('calls the commonest word 0 and the rarest 1, and the others by their rank', () => {
    const words = decoded();
    expect([0, 1, 2, 3].map((row) => words.rarity(row))).toEqual([
      0,
      expect.closeTo(Math.log(11) / Math.log(60_001)),
      expect.closeTo(Math.log(1001) / Math.log(60_001)),
      1,
    ]);
  });

  it('brings any unit vectors back within the width of a step, symmetric', () => {
    const unitRows = fc
      .array(fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 3, maxLength: 3 }), {
        minLength: 1,
        maxLength: 8,
      })
      .map((rows) => rows.filter((row) => row.some((value) => value !== 0)))
      .filter((rows) => rows.length > 0)
      .map((rows) => rows.map((row) => row.map((value) => value / Math.hypot(...row))));
    fc.assert(
      fc.property(unitRows, (rows) => {
        const words = decoded({
          words: rows.map((_, row) => `w${row}`),
          ranks: rows.map((_, row) => row),
          rows: Float32Array.from(rows.flat()),
          dimensions: 3,
        });
        for (const [a, one] of rows.entries()) {
          for (const [b, other] of rows.entries()) {
            const cosine = one.reduce((sum, value, i) => sum + value * (other[i] ?? 0), 0);
            expect(Math.abs(words.similarity(a, b) - cosine)).toBeLessThan(0.03);
            expect(words.similarity(a, b)).toBe(words.similarity(b, a));
          }
        }
      }),
    );
  });

  it('counts every dimension, however many there are, and exactly', () => {
    const steps = fc.integer({ min: -127, max: 127 });
    const twoRows = fc
      .integer({ min: 1, max: 13 })
      .chain((dimensions) =>
        fc.tuple(...[0, 1].map(() => fc.array(steps, { minLength: dimensions, maxLength: dimensions }))),
      );
    fc.assert(
      fc.property(twoRows, ([one = [], other = []]) => {
        const words = decoded({
          words: ['one', 'other'],
          ranks: [0, 1],
          rows: Float32Array.from([...one, ...other].map((step) => step / 127)),
          dimensions: one.length,
        });
        const sum = one.reduce((total, step, i) => total + step * (other[i] ?? 0), 0);
        expect(words.similarity(0, 1)).toBe(sum / 127 ** 2);
      }),
    );
  });

  const whole = Buffer.from(encodeWordVectors(small));
  it.each<[string, Buffer]>([
    ['an empty one', Buffer.alloc(0)],
    ['one cut inside its header', whole.subarray(0, 10)],
    ['one cut inside its words', whole.subarray(0, 20)],
    ['one that lacks its last byte', whole.subarray(0, -1)],
    ['one with a byte too many', Buffer.concat([whole, Buffer.alloc(1)])],
    ['one of another format', Buffer.concat([Buffer.from('PWV1'), whole.subarray(4)])],
    ['a text', Buffer.from('war 0.1 0.2\nconflict 0.3 0.4\n')],
    [
      'a table without words',
      Buffer.from(encodeWordVectors({ words: [], ranks: [], rows: new Float32Array(), dimensions: 2 })),
    ],
  ])('refuses %s, and says how to get the file back', (_, file) => {
    const decode = (): WordVectors => decodeWordVectors(file, 'models/words.bin');
    expect(decode).toThrow(ParleyError);
    expect(decode).toThrow('models/words.bin');
    expect(decode).toThrow(expect.objectContaining({ remedy: expect.stringContaining('git checkout') }));
  });

  it('names a file that is not there', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'parley-words-'));
    const file = path.join(folder, 'none.bin');
    await expect(loadWordVectors(file)).rejects.toMatchObject({
      name: 'ParleyError',
      message: expect.stringContaining(file),
      remedy: expect.stringContaining('git checkout'),
    });
    await rm(folder, { recursive: true });
  });
});

describe('the shipped word vectors', () => {
  let words: WordVectors;
  const rowOf = (word: string): number => words.rowOf(termsOf(word)[0] ?? '');
  const similarity = (one: string, other: string): number => words.similarity(rowOf(one), rowOf(other));

  beforeAll(async () => {
    words = await loadWordVectors(wordVectorsFile);
  });

  it.each([
    ['truce', 'ceasefire', 'banana'],
    ['soldiers', 'troops', 'banana'],
    ['agreement', 'deal', 'kitchen'],
    ['minister', 'government', 'guitar'],
    ['talks', 'negotiations', 'mountain'],
  ])('know that %s is nearer to %s than to %s', (word, near, far) => {
    expect(rowOf(word)).toBeGreaterThanOrEqual(0);
    expect(rowOf(far)).toBeGreaterThanOrEqual(0);
    expect(similarity(word, near)).toBeGreaterThan(similarity(word, far) + 0.2);
  });

  it('have each word nearest to itself', () => {
    for (const word of ['truce', 'war', 'minister', 'constitution'])
      expect(similarity(word, word)).toBeGreaterThan(0.95);
  });

  it('know common words from rare ones', () => {
    const rarities = ['year', 'war', 'constitution', 'diplomacy', 'ceasefire'].map((word) => words.rarity(rowOf(word)));
    expect(rarities).toEqual(rarities.toSorted((a, b) => a - b));
    expect(rarities.every((rarity) => rarity >= 0 && rarity <= 1)).toBe(true);
  });
});
