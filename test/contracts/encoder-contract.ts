import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Encoder } from '#src/embedding/encoder.js';
import { EncoderError } from '#src/errors.js';

const texts = [
  'The ceasefire was agreed in Geneva on Sept. 9.',
  'Russian officials did not hide their discontent.',
  'Aleppo has turned into one of the main strongholds of the opposition, which the government forces did not seize.',
  'Trucks wait.',
  'The agreement itself is yet another attempt to establish a ceasefire and to encourage negotiations.',
];

const oddTexts: Record<string, string> = {
  'an empty string': '',
  'white space': ' \n\t ',
  'control characters': '\u0000\u0001\u001b[31m\u007f',
  'half a surrogate pair': '\uD83D',
  'the other half inside a word': 'cease\uDE00fire',
  'other scripts': 'Перемирие в Сирии 停戦 هدنة',
  'emoji and direction marks': '👩‍👩‍👧‍👦 \u202Eabc\u202C',
  'the special tokens of a model': '[CLS] [SEP] [MASK] <s> </s> <|endoftext|>',
  '100 kB of words': 'ceasefire '.repeat(10_000),
  '100 kB in one word': 'a'.repeat(100_000),
  '100 kB of line ends': '\n'.repeat(100_000),
  '100 kB of emoji': '🕊️'.repeat(33_000),
};

function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Array.from(a).reduce((sum, number, index) => sum + number * (b[index] ?? 0), 0);
}

function row(matrix: Float32Array, index: number, { identity: { dimensions } }: Encoder): Float32Array {
  return matrix.subarray(index * dimensions, (index + 1) * dimensions);
}

/**
 * What every encoder must do.
 * @param batchTolerance How far the cosine between a text's vector alone and in company may stay below 1.
 */
export function encoderContract(name: string, open: () => Promise<Encoder>, batchTolerance: number): void {
  describe(`an encoder: ${name}`, () => {
    let encoder: Encoder;

    beforeAll(async () => {
      encoder = await open();
    });
    afterAll(async () => {
      await encoder.close();
    });

    it('says who it is', () => {
      expect(encoder.identity.id).not.toBe('');
      expect(encoder.identity.hash).toMatch(/^[0-9a-f]{64}$/);
      expect(encoder.identity.dimensions).toBeGreaterThan(0);
    });

    it('gives unit vectors of its dimensions, for questions and for chunks', async () => {
      const question = await encoder.embedQuery('Where was the ceasefire agreed?');
      expect(question).toHaveLength(encoder.identity.dimensions);
      expect(cosine(question, question)).toBeCloseTo(1, 5);
      const matrix = await encoder.embedMatrix(texts);
      expect(matrix).toHaveLength(texts.length * encoder.identity.dimensions);
      texts.forEach((_, index) => {
        expect(cosine(row(matrix, index, encoder), row(matrix, index, encoder))).toBeCloseTo(1, 5);
      });
    });

    it('gives nothing for no texts', async () => {
      expect(await encoder.embedMatrix([])).toHaveLength(0);
      expect(await encoder.embedDocuments([])).toEqual([]);
    });

    it('gives LangChain the same vectors, as arrays', async () => {
      const matrix = await encoder.embedMatrix(texts);
      const rows = await encoder.embedDocuments(texts);
      expect(rows.flat()).toEqual(Array.from(matrix));
    });

    it('puts the passage that answers first', async () => {
      const question = await encoder.embedQuery('Where was the ceasefire agreed?');
      const matrix = await encoder.embedMatrix(texts);
      const scores = texts.map((_, index) => cosine(question, row(matrix, index, encoder)));
      expect(scores.indexOf(Math.max(...scores))).toBe(0);
    });

    it('keeps the order of its input, whatever the lengths', async () => {
      const together = await encoder.embedMatrix(texts);
      for (const [index, text] of texts.entries()) {
        const alone = await encoder.embedMatrix([text]);
        const similarities = texts.map((_, other) => cosine(alone, row(together, other, encoder)));
        expect(similarities.indexOf(Math.max(...similarities))).toBe(index);
      }
    });

    it('gives a text the same vector every time, and nearly the same in company', async () => {
      const together = await encoder.embedMatrix([...texts, ...texts.map((text) => `${text} ${text}`)]);
      for (const [index, text] of texts.entries()) {
        const alone = await encoder.embedMatrix([text]);
        expect(await encoder.embedMatrix([text])).toEqual(alone);
        expect(cosine(alone, row(together, index, encoder))).toBeGreaterThan(1 - batchTolerance);
      }
    });

    it('cuts what is longer than it reads', async () => {
      const long = 'ceasefire '.repeat(5_000);
      expect(await encoder.embedQuery(`${long} elephants`)).toEqual(await encoder.embedQuery(long));
    });

    it.each(Object.entries(oddTexts))('takes %s', async (_, text) => {
      const vectors = [Float32Array.from(await encoder.embedQuery(text)), await encoder.embedMatrix([text])];
      for (const vector of vectors) expect(cosine(vector, vector)).toBeCloseTo(1, 5);
    });

    it('reports progress up to the last text', async () => {
      const seen: number[] = [];
      await encoder.embedMatrix(texts, { onProgress: (embedded) => seen.push(embedded) });
      expect(seen.at(-1)).toBe(texts.length);
      expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    });

    it('serves a question while 2,000 chunks are being embedded', async () => {
      const finished: string[] = [];
      let started: (() => void) | undefined;
      const underWay = new Promise<void>((resolve) => {
        started = resolve;
      });
      const many = Array.from({ length: 2_000 }, (_, index) => `truck ${index}`);
      const chunks = encoder.embedMatrix(many, { onProgress: () => started?.() }).then(() => finished.push('chunks'));
      await underWay;
      await encoder.embedQuery('How many trucks?');
      finished.push('question');
      await chunks;
      expect(finished).toEqual(['question', 'chunks']);
    });

    it('stops when it is told to, with the reason, and serves on', async () => {
      const stop = new AbortController();
      const reason = new Error('nobody waits any more');
      const many = Array.from({ length: 2_000 }, (_, index) => `truck ${index}`);
      const done: number[] = [];
      const chunks = encoder.embedMatrix(many, {
        signal: stop.signal,
        onProgress: (embedded) => {
          done.push(embedded);
          stop.abort(reason);
        },
      });
      await expect(chunks).rejects.toBe(reason);
      expect(done.at(-1)).toBeLessThan(many.length);
      await expect(encoder.embedMatrix(['a'], { signal: stop.signal })).rejects.toBe(reason);
      expect(await encoder.embedQuery('Still there?')).toHaveLength(encoder.identity.dimensions);
    });

    it('refuses to work once it is closed', async () => {
      const other = await open();
      await other.close();
      await other.close();
      await expect(other.embedQuery('a')).rejects.toBeInstanceOf(EncoderError);
      await expect(other.embedMatrix(['a'])).rejects.toBeInstanceOf(EncoderError);
    });
  });
}
