import hnswlib, { type HierarchicalNSW } from 'hnswlib-node';
import type { LabelledGraph } from './hnsw-vector-index.js';
import { matchVectors, type StoredVectors } from './match-vectors.js';
import type { TimeSlices } from './time-slices.js';

/**
 * How a graph is built: `m` links a node, `efConstruction` candidates looked at for each new one. Measured over
 * sentences embedded by e5-small-v2 (384 dimensions): 16 and 200 cost 0.34 ms a vector at 10,000 and find .994 of the
 * true ten nearest in 1.6 ms at 100,000; 24 and 200 find as many in the same time and cost twice as much to build; 24
 * and 100 cost a tenth less and need half as long again for each search.
 */
export const graphParameters = { m: 16, efConstruction: 200 } as const;

/** Deleted nodes still cost steps in every search; from this share of the graph on it is built anew. */
const largestDeletedShare = 0.3;
const levelSeed = 100;

export interface Rows {
  /** Unit vectors one after the other. */
  readonly vectors: Float32Array;
  readonly dimensions: number;
}

type OnVector = (done: number, total: number) => void;

/** An empty graph over inner products, which for unit vectors are cosines. */
export function createGraph(dimensions: number): HierarchicalNSW {
  return new hnswlib.HierarchicalNSW('ip', dimensions);
}

async function addRows(
  graph: HierarchicalNSW,
  { vectors, dimensions }: Rows,
  rows: readonly number[],
  labels: Uint32Array,
  slices: TimeSlices,
  onVector: OnVector,
): Promise<void> {
  for (const [done, row] of rows.entries()) {
    graph.addPoint(Array.from(vectors.subarray(row * dimensions, (row + 1) * dimensions)), labels[row] ?? 0);
    if (slices.due()) {
      onVector(done + 1, rows.length);
      await slices.pause();
    }
  }
  onVector(rows.length, rows.length);
}

/** A graph of all rows, labelled by row. */
export async function buildGraph(rows: Rows, slices: TimeSlices, onVector: OnVector): Promise<LabelledGraph> {
  const count = rows.vectors.length / rows.dimensions;
  const graph = createGraph(rows.dimensions);
  graph.initIndex(count, graphParameters.m, graphParameters.efConstruction, levelSeed);
  const labels = Uint32Array.from({ length: count }, (_, row) => row);
  await addRows(graph, rows, [...labels], labels, slices, onVector);
  return { graph, labels, labelCount: count, calibratedAt: 0 };
}

/**
 * Turns the graph of an earlier generation into the graph of `rows`: vectors that stay keep their label, those that
 * went are marked deleted, new ones are added. Changes `previous.graph`. Returns `null`, with the graph untouched, when
 * so much would be deleted that building anew is better.
 */
export async function extendGraph(
  previous: LabelledGraph,
  previousVectors: StoredVectors,
  rows: Rows,
  slices: TimeSlices,
  onVector: OnVector,
): Promise<LabelledGraph | null> {
  const matches = await matchVectors(previousVectors, rows.vectors, rows.dimensions, slices);
  const kept = new Uint8Array(previous.labels.length);
  const added: number[] = [];
  for (const [row, previousRow] of matches.entries()) {
    if (previousRow < 0) added.push(row);
    else kept[previousRow] = 1;
  }
  const labelCount = previous.labelCount + added.length;
  if (labelCount - matches.length > largestDeletedShare * labelCount) return null;

  const labels = new Uint32Array(matches.length);
  let nextLabel = previous.labelCount;
  for (const [row, previousRow] of matches.entries()) {
    labels[row] = previousRow < 0 ? nextLabel++ : (previous.labels[previousRow] ?? 0);
  }
  for (const [previousRow, label] of previous.labels.entries()) {
    if (kept[previousRow] === 0) previous.graph.markDelete(label);
  }
  if (added.length > 0) previous.graph.resizeIndex(labelCount);
  await addRows(previous.graph, rows, added, labels, slices, onVector);
  return { ...previous, labels, labelCount };
}
