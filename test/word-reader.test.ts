import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EncoderError } from '#src/errors.js';
import type { Generation } from '#src/types.js';
import { createWordReader, wordReaderOf } from '#src/word-reader.js';
import { madeUpDocument } from './indexing/made-up-documents.js';
import { createFakeEncoder } from './support/fake-encoder.js';
import { fakeVector } from './support/fake-vector.js';
import { buildSmallGeneration } from './support/small-generation.js';

const dimensions = 64;
const centre = Array.from({ length: dimensions }, () => 0);
const sentences = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `Talks number ${i} were held in Geneva.`);

let folder: string;
let few: Generation;
let many: Generation;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley-word-reader-'));
  few = await buildSmallGeneration(folder, [madeUpDocument('few', [{ kind: 'body', sentences: sentences(40) }])]);
  many = await buildSmallGeneration(folder, [madeUpDocument('many', [{ kind: 'body', sentences: sentences(380) }])]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function statesOf(words: readonly string[]): Float32Array {
  return Float32Array.from(words.flatMap((word) => (word === '' ? centre : [...fakeVector(word, dimensions)])));
}

/** Reads each word by its spelling; `outages` is how often it fails first. */
function readingEncoder({ outages = 0, isReadable = true } = {}) {
  const read: string[] = [];
  let left = outages;
  return {
    read,
    async embedWords(texts: readonly (readonly string[])[]) {
      if (left > 0) {
        left -= 1;
        throw new EncoderError('The encoder does not answer.', 'Start it.');
      }
      read.push(...texts.map((words) => words.filter((word) => word !== '').join(' ')));
      return texts.map(statesOf);
    },
    async embedQuestion(question: string, words: readonly string[]) {
      const states = statesOf(words);
      return { vector: fakeVector(question, dimensions), states: isReadable ? states : states.map(() => 0) };
    },
  };
}

function readerOf(encoder: ReturnType<typeof readingEncoder>) {
  const reader = createWordReader(encoder, centre);
  if (reader === undefined) throw new Error('This encoder reads words.');
  return reader;
}

describe('the words of small collections', () => {
  it('are read once, chunk by chunk, whoever asks and however often', async () => {
    const encoder = readingEncoder();
    const reader = readerOf(encoder);
    const [one, again] = await Promise.all([reader.readGenerations([few]), reader.readGenerations([few])]);
    expect(encoder.read).toHaveLength(few.chunkCount);
    expect(new Set(encoder.read).size).toBe(few.chunkCount);
    expect(one?.get(few)).toHaveLength(few.chunkCount);
    expect(again?.get(few)).toBe(one?.get(few));
    expect(one?.get(few)?.[7]?.words.map(({ lower }) => lower)).toContain('geneva');
  });

  it('are not read of more than 400 chunks together', async () => {
    const encoder = readingEncoder();
    const reader = readerOf(encoder);
    expect(await reader.readGenerations([few, many])).toBeUndefined();
    expect(encoder.read).toEqual([]);
    expect(await reader.readGenerations([many])).toBeDefined();
  });

  it('are read after an outage as if there had been none', async () => {
    const reader = readerOf(readingEncoder({ outages: 1 }));
    await expect(reader.readGenerations([few])).rejects.toThrow(EncoderError);
    expect((await reader.readGenerations([few]))?.get(few)).toHaveLength(few.chunkCount);
  });
});

describe('the words of a question', () => {
  it('come with its vector', async () => {
    const { vector, words } = await readerOf(readingEncoder()).readQuestion('Who met in Geneva?');
    expect(vector).toEqual(fakeVector('Who met in Geneva?', dimensions));
    expect(words?.words.map(({ lower }) => lower)).toEqual(['who', 'met', 'in', 'geneva']);
  });

  it('are left out where the encoder reads others', async () => {
    const { vector, words } = await readerOf(readingEncoder({ isReadable: false })).readQuestion('Who met?');
    expect([vector, words]).toEqual([fakeVector('Who met?', dimensions), undefined]);
  });
});

describe('a reader of words', () => {
  it('is not to be had of an encoder of whole texts, nor of one that was not calibrated', () => {
    expect(createWordReader({}, centre)).toBeUndefined();
    expect(wordReaderOf({ ...createFakeEncoder(), ...readingEncoder() })).toBeUndefined();
  });
});
