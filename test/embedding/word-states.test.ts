import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Encoder } from '#src/embedding/encoder.js';
import { createLocalEncoder } from '#src/embedding/local-encoder.js';
import { createRemoteEncoder } from '#src/embedding/remote-encoder.js';
import { createThreadedEncoder } from '#src/embedding/threaded-encoder.js';
import { joined, joinWords, parted } from '#src/embedding/word-states.js';
import { EncoderError } from '#src/errors.js';
import { startEmbeddingServer } from '../support/embedding-server.js';

const folder = fileURLToPath(new URL('../../models/e5-small-v2', import.meta.url));
const river = ['They', 'sat', 'on', 'the', 'bank', 'of', 'the', 'river', '.'];
const money = ['She', 'opened', 'an', 'account', 'at', 'the', 'bank', '.'];

let local: Encoder;
let threaded: Encoder;

beforeAll(async () => {
  local = await createLocalEncoder({ folder, threads: 1 });
  threaded = await createThreadedEncoder({ folder, threads: 1 });
});
afterAll(async () => {
  await Promise.all([local.close(), threaded.close()]);
});

async function statesOf(encoder: Encoder, ...texts: readonly (readonly string[])[]): Promise<readonly Float32Array[]> {
  if (encoder.embedWords === undefined) throw new Error('The encoder knows no words.');
  return encoder.embedWords(texts);
}

/** The state of one word of a text, found by its place. */
function wordOf(matrix: Float32Array | undefined, at: number): Float32Array {
  const { dimensions } = local.identity;
  return matrix?.subarray(at * dimensions, (at + 1) * dimensions) ?? new Float32Array();
}

function cosine(one: Float32Array, other: Float32Array): number {
  return one.reduce((sum, value, i) => sum + value * (other[i] ?? 0), 0);
}

describe('the states of words', () => {
  it('are unit vectors, one a word, and depend on the words around it', async () => {
    const [one, other, again] = await statesOf(local, river, money, river);
    expect(one).toHaveLength(river.length * local.identity.dimensions);
    const [bank, otherBank] = [wordOf(one, 4), wordOf(other, 6)];
    expect(cosine(bank, bank)).toBeCloseTo(1, 5);
    expect(cosine(bank, otherBank)).toBeLessThan(0.95);
    expect(again).toEqual(one);
  });

  it('are the same out of a thread, whole texts and questions between them', async () => {
    const [there] = await Promise.all([statesOf(threaded, river, [], money), threaded.embedQuery('Which bank?')]);
    expect(there).toEqual(await statesOf(local, river, [], money));
  });

  it('are zeros where a word is blank or lies beyond what the model reads', async () => {
    const [matrix] = await statesOf(local, ['truce', ' ', ...Array.from({ length: 700 }, () => 'ceasefire')]);
    const length = (at: number): number => cosine(wordOf(matrix, at), wordOf(matrix, at));
    expect(length(0)).toBeCloseTo(1, 5);
    expect(length(1)).toBe(0);
    expect(length(701)).toBe(0);
  });

  it('are not to be had of a closed encoder, nor of a server', async () => {
    const closed = await createLocalEncoder({ folder, threads: 1 });
    await closed.close();
    await expect(statesOf(closed, river)).rejects.toThrow(EncoderError);
    const server = await startEmbeddingServer();
    const remote = await createRemoteEncoder({ base: server.base, model: 'test-model' });
    expect([remote.embedWords, remote.embedQuestion]).toEqual([undefined, undefined]);
    await remote.close();
    await server.close();
  });
});

describe('a question and its words', () => {
  const question = 'Who sat on the bank, of the river?';
  const words = ['Who', 'sat', 'on', 'the', 'bank', ',', 'of', 'the', '', 'river', '?'];

  it('come out of one pass: the vector that the question gets by itself, and a state a word', async () => {
    for (const encoder of [local, threaded]) {
      const read = await encoder.embedQuestion?.(question, words);
      expect(read?.vector).toEqual(Float32Array.from(await encoder.embedQuery(question)));
      const states = words.map((_, at) => wordOf(read?.states, at));
      expect(states.map((state) => Math.round(cosine(state, state) * 1000) / 1000)).toEqual(
        words.map((word) => (word === '' ? 0 : 1)),
      );
      expect(await encoder.embedQuestion?.(question, words)).toEqual(read);
    }
  });

  it('are the same in a thread', async () => {
    expect(await threaded.embedQuestion?.(question, words)).toEqual(await local.embedQuestion?.(question, words));
  });

  it('have no states where the words are not those of the question', async () => {
    const read = await local.embedQuestion?.(question, ['Who', 'sat']);
    expect(read?.vector).toEqual(Float32Array.from(await local.embedQuery(question)));
    expect(read?.states).toEqual(new Float32Array(2 * local.identity.dimensions));
  });

  it('have no states beyond what the model reads', async () => {
    const long = Array.from({ length: 700 }, () => 'truce');
    const read = await local.embedQuestion?.(long.join(' '), long);
    expect(read?.vector).toEqual(Float32Array.from(await local.embedQuery(long.join(' '))));
    const { dimensions } = local.identity;
    expect(read?.states.slice(600 * dimensions)).toEqual(new Float32Array(100 * dimensions));
  });

  it('are not to be had of a closed encoder', async () => {
    const closed = await createLocalEncoder({ folder, threads: 1 });
    await closed.close();
    await expect(closed.embedQuestion?.(question, words)).rejects.toThrow(EncoderError);
  });
});

describe('words put together', () => {
  it('fill what the model reads and no more, whole words only, each found at its place', () => {
    const anyWord = fc.array(fc.nat({ max: 999 }), { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(anyWord, { maxLength: 40 }), fc.integer({ min: 4, max: 60 }), (words, maximum) => {
        const { tokens, places } = joinWords([-1, -2, -3], words, maximum);
        expect(tokens.length).toBeLessThanOrEqual(maximum);
        expect([tokens.slice(0, 2), tokens.at(-1)]).toEqual([[-1, -2], -3]);
        for (const [i, { first, end }] of places.entries()) {
          expect([[], words[i]]).toContainEqual(tokens.slice(first, end));
        }
      }),
    );
  });

  it('come apart again as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 6 })), fc.integer({ min: 1, max: 5 }), (lengths, dimensions) => {
        const texts = lengths.map((length) => Array.from({ length }, () => 'word'));
        const matrices = lengths.map((length, text) => new Float32Array(length * dimensions).fill(text + 1));
        expect(parted(joined(matrices), texts, dimensions)).toEqual(matrices);
      }),
    );
  });
});
