import { describe, expect, it } from 'vitest';
import { buildGraph, extendGraph } from '#src/indexing/build-graph.js';
import { calibrateEf } from '#src/indexing/calibrate-ef.js';
import { createExactVectorIndex } from '#src/indexing/exact-vector-index.js';
import { createHnswVectorIndex, type LabelledGraph } from '#src/indexing/hnsw-vector-index.js';
import { matchVectors } from '#src/indexing/match-vectors.js';
import { createTimeSlices } from '#src/indexing/time-slices.js';
import { vectorIndexContract } from '../contracts/vector-index-contract.js';
import { unitVectors } from './made-up-documents.js';

const dimensions = 16;
const slices = createTimeSlices();
const ignore = (): void => {};

/** The chosen rows of a block of vectors, one after the other. */
function rowsOf(vectors: Float32Array, rows: readonly number[]): Float32Array {
  const chosen = new Float32Array(rows.length * dimensions);
  for (const [place, row] of rows.entries()) {
    chosen.set(vectors.subarray(row * dimensions, (row + 1) * dimensions), place * dimensions);
  }
  return chosen;
}

function stored(vectors: Float32Array) {
  return {
    chunkCount: vectors.length / dimensions,
    vector: (row: number) => vectors.subarray(row * dimensions, (row + 1) * dimensions),
  };
}

function range(start: number, end: number): readonly number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}

vectorIndexContract({
  name: 'the exact index',
  recall: 1,
  build: async (vectorCase) => createExactVectorIndex(vectorCase.vectors, vectorCase.dimensions),
});

vectorIndexContract({
  name: 'the graph',
  recall: 0.99,
  build: async ({ vectors, dimensions: width }) =>
    createHnswVectorIndex(await buildGraph({ vectors, dimensions: width }, slices, ignore), vectors, width, 100),
});

vectorIndexContract({
  name: 'a graph that was carried on from an earlier one',
  recall: 0.99,
  async build({ vectors, dimensions: width }) {
    const rows = vectors.length / width;
    // The earlier generation lacks every tenth vector, has the others in another order and a tenth of its own.
    const kept = range(0, rows)
      .filter((row) => row % 10 !== 3)
      .toReversed();
    const own = unitVectors(Math.floor(rows / 10), width, 3);
    const before = new Float32Array(kept.length * width + own.length);
    for (const [place, row] of kept.entries())
      before.set(vectors.subarray(row * width, (row + 1) * width), place * width);
    before.set(own, kept.length * width);
    const graph = await extendGraph(
      await buildGraph({ vectors: before, dimensions: width }, slices, ignore),
      { chunkCount: before.length / width, vector: (row) => before.subarray(row * width, (row + 1) * width) },
      { vectors, dimensions: width },
      slices,
      ignore,
    );
    const usable = graph ?? (await buildGraph({ vectors, dimensions: width }, slices, ignore));
    return createHnswVectorIndex(usable, vectors, width, 100);
  },
});

describe('the exact index', () => {
  it('prefers earlier rows where several are equally near', () => {
    const same = unitVectors(1, dimensions, 1);
    const vectors = rowsOf(
      same,
      range(0, 300).map(() => 0),
    );
    const found = createExactVectorIndex(vectors, dimensions).search(same, 20);
    expect(found.map(({ chunk }) => chunk)).toEqual(range(0, 20));
  });
});

describe('a graph', () => {
  it('that gives too few, or what is no chunk any more, is not believed', () => {
    const vectors = unitVectors(30, dimensions, 2);
    const exact = createExactVectorIndex(vectors, dimensions);
    const labels = Uint32Array.from(range(0, 30));
    for (const neighbors of [[4, 7], range(28, 31).toReversed()]) {
      const graph = { setEf: ignore, searchKnn: () => ({ neighbors, distances: neighbors.map(() => 0.5) }) };
      const labelled = { graph: graph as unknown as LabelledGraph['graph'], labels, labelCount: 31, calibratedAt: 0 };
      const index = createHnswVectorIndex(labelled, vectors, dimensions, 10);
      const question = vectors.subarray(0, dimensions);
      expect(index.search(question, 3)).toEqual(exact.search(question, 3));
    }
  });
});

/** Vectors of two numbers each, given by their bits. */
function ofBits(...pairs: readonly (readonly [number, number])[]): Float32Array {
  return new Float32Array(Uint32Array.from(pairs.flat()).buffer);
}

describe('the vectors of two generations', () => {
  it('are matched bit for bit, each once, also where their hashes are equal', async () => {
    // Words chosen so that FNV-1a gives both pairs the same hash.
    const start = 0x811c9dc5;
    const step = (word: number): number => Math.imul(start ^ word, 0x01000193);
    const [first, other] = [[0x3f000000, 0x3e000000] as const, 0x3f000001];
    const twin = [other, (first[1] ^ step(first[0]) ^ step(other)) >>> 0] as const;
    const before = ofBits(first, twin, first, twin);
    const match = (now: Float32Array) =>
      matchVectors({ chunkCount: 4, vector: (row) => before.subarray(row * 2, row * 2 + 2) }, now, 2, slices);
    expect([...(await match(ofBits(twin, twin, twin, first)))]).toEqual([1, 3, -1, 0]);
    expect([...(await match(ofBits(first, first, first, [1, 2], twin)))]).toEqual([0, 2, -1, -1, 1]);
    expect([...(await match(new Float32Array(0)))]).toEqual([]);
  });
});

describe('a graph carried on over many generations', () => {
  it('never gives back what was removed, and still gives as many neighbours as were asked for', async () => {
    const pool = unitVectors(2000, dimensions, 11, 20);
    let rows = range(0, 1000);
    let vectors = rowsOf(pool, rows);
    let graph: LabelledGraph = await buildGraph({ vectors, dimensions }, slices, ignore);
    for (let generation = 1; generation <= 4; generation++) {
      // Sixty go, from other places each time, and forty come.
      const nextRows = [
        ...rows.filter((_, place) => (place + generation) % 16 !== 0),
        ...range(1000 + generation * 40, 1040 + generation * 40),
      ];
      const next = rowsOf(pool, nextRows);
      const extended = await extendGraph(graph, stored(vectors), { vectors: next, dimensions }, slices, ignore);
      if (extended === null) throw new Error('the graph was given up too early');
      graph = extended;
      [rows, vectors] = [nextRows, next];
      const index = createHnswVectorIndex(graph, vectors, dimensions, 64);
      const exact = createExactVectorIndex(vectors, dimensions);
      for (const question of range(0, 40).map((row) => pool.subarray(row * 50 * 16, (row * 50 + 1) * 16))) {
        const found = index.search(question, 30);
        expect(found).toHaveLength(30);
        const live = new Set(graph.labels);
        expect(graph.graph.searchKnn(Array.from(question), 30).neighbors.filter((label) => !live.has(label))).toEqual(
          [],
        );
        expect(found[0]?.similarity).toBeCloseTo(exact.search(question, 1)[0]?.similarity ?? 0, 5);
        for (const { chunk, similarity } of found) {
          const vector = vectors.subarray(chunk * dimensions, (chunk + 1) * dimensions);
          const cosine = question.reduce((sum, value, at) => sum + value * (vector[at] ?? 0), 0);
          expect(similarity).toBeCloseTo(cosine, 5);
        }
      }
    }
  });

  it('keeps the label of a vector that moved to another row', async () => {
    const pool = unitVectors(300, dimensions, 4);
    const before = rowsOf(pool, range(0, 300));
    const graph = await buildGraph({ vectors: before, dimensions }, slices, ignore);
    const nowRows = [...range(100, 300), ...range(0, 90)];
    const extended = await extendGraph(
      graph,
      stored(before),
      { vectors: rowsOf(pool, nowRows), dimensions },
      slices,
      ignore,
    );
    expect([...(extended?.labels ?? [])]).toEqual(nowRows);
    expect(extended?.labelCount).toBe(300);
  });

  it('gives each of several equal vectors its own label', async () => {
    const pool = unitVectors(40, dimensions, 4);
    const rows = [...range(0, 40), 7, 7, 7];
    const before = rowsOf(pool, rows);
    const graph = await buildGraph({ vectors: before, dimensions }, slices, ignore);
    const now = rowsOf(pool, [7, 7, ...rows]);
    const extended = await extendGraph(graph, stored(before), { vectors: now, dimensions }, slices, ignore);
    expect(new Set(extended?.labels).size).toBe(45);
    expect(extended?.labelCount).toBe(45);
  });

  it('puts equal vectors in row order, whatever their labels', async () => {
    const pool = unitVectors(40, dimensions, 4);
    const before = rowsOf(pool, [...range(0, 40), 7, 7]);
    const graph = await buildGraph({ vectors: before, dimensions }, slices, ignore);
    // The rows of the seventh vector come from two generations, the newer ones first.
    const now = rowsOf(pool, [...range(20, 40), 7, ...range(0, 20), 7, 7, 7]);
    const reordered = { ...stored(before), vector: (row: number) => stored(before).vector(41 - row) };
    const labels = graph.labels.toReversed();
    const extended = await extendGraph({ ...graph, labels }, reordered, { vectors: now, dimensions }, slices, ignore);
    if (extended === null) throw new Error('the graph was given up too early');
    const index = createHnswVectorIndex(extended, now, dimensions, 64);
    expect(index.search(pool.subarray(7 * dimensions, 8 * dimensions), 5).map(({ chunk }) => chunk)).toEqual([
      20, 28, 41, 42, 43,
    ]);
  });

  it('is given up when more than three tenths of it would be deleted', async () => {
    const pool = unitVectors(1000, dimensions, 4);
    const before = rowsOf(pool, range(0, 1000));
    const extend = async (rows: readonly number[]) =>
      extendGraph(
        await buildGraph({ vectors: before, dimensions }, slices, ignore),
        stored(before),
        { vectors: rowsOf(pool, rows), dimensions },
        slices,
        ignore,
      );
    expect(await extend(range(0, 690))).toBeNull();
    expect(await extend(range(0, 710))).not.toBeNull();
  });
});

describe('the calibration of ef', () => {
  it('takes the smallest ef that finds enough, the same one every time', async () => {
    const vectors = unitVectors(1500, dimensions, 9, 30);
    const graph = await buildGraph({ vectors, dimensions }, slices, ignore);
    const asked: number[] = [];
    const indexWith = (ef: number) => {
      asked.push(ef);
      return createHnswVectorIndex(graph, vectors, dimensions, ef);
    };
    const first = await calibrateEf(vectors, indexWith, slices);
    expect(first.recall).toBeGreaterThanOrEqual(0.995);
    expect(first.recall).toBeLessThanOrEqual(1);
    expect(asked.at(-1)).toBe(first.ef);
    expect(await calibrateEf(vectors, indexWith, slices)).toEqual(first);
  });

  it('goes up the ladder while a search finds too little, and says how much it finds at the end', async () => {
    const vectors = unitVectors(300, dimensions, 9);
    const exact = createExactVectorIndex(vectors, dimensions);
    const half = (ef: number) => ({
      ...exact,
      search: (vector: Float32Array, limit: number) => exact.search(vector, ef < 200 ? Math.ceil(limit / 2) : limit),
    });
    expect(await calibrateEf(vectors, half, slices)).toEqual({ ef: 256, recall: 1 });
    const blind = () => ({ ...exact, search: (vector: Float32Array) => exact.search(vector, 5) });
    expect(await calibrateEf(vectors, blind, slices)).toEqual({ ef: 1024, recall: 0.5 });
  });
});
