import type { HierarchicalNSW } from 'hnswlib-node';
import type { VectorIndex } from '../types.js';
import { isNearer } from './best-list.js';
import type { ColumnReader, Columns } from './column-file.js';
import { createExactVectorIndex } from './exact-vector-index.js';

/**
 * A graph as hnswlib holds it. Its labels outlive generations: a chunk whose vector stays keeps its label although its
 * row changes, a label that no chunk has any more is marked deleted in the graph.
 */
export interface LabelledGraph {
  readonly graph: HierarchicalNSW;
  /** Label of each chunk row. */
  readonly labels: Uint32Array;
  /** How many labels were ever given out, deleted ones included; labels are 0 to `labelCount - 1`. */
  readonly labelCount: number;
  /** `labelCount` at the time when `ef` was last measured; 0 before that. */
  readonly calibratedAt: number;
}

/** The labels as they are written beside the graph, which hnswlib writes itself. */
export function labelColumns({ labels, labelCount, calibratedAt }: LabelledGraph): Columns {
  return { labels, labelCount: Uint32Array.of(labelCount), calibratedAt: Uint32Array.of(calibratedAt) };
}

/** A graph with its labels as they were written. */
export function withLabels(graph: HierarchicalNSW, file: ColumnReader): LabelledGraph {
  return {
    graph,
    labels: file.column('labels', 'Uint32Array'),
    labelCount: file.column('labelCount', 'Uint32Array')[0] ?? 0,
    calibratedAt: file.column('calibratedAt', 'Uint32Array')[0] ?? 0,
  };
}

/**
 * Approximate search over a graph. Similarities come back as cosines; hnswlib's distance over inner products is one
 * minus that.
 *
 * @param vectors the same unit vectors in row order, `dimensions` numbers each
 * @param ef how many candidates a search holds: larger finds more of the true nearest and takes longer
 */
export function createHnswVectorIndex(
  { graph, labels, labelCount }: Omit<LabelledGraph, 'calibratedAt'>,
  vectors: Float32Array,
  dimensions: number,
  ef: number,
): VectorIndex {
  const rows = new Int32Array(labelCount).fill(-1);
  for (const [row, label] of labels.entries()) rows[label] = row;
  const exact = createExactVectorIndex(vectors, dimensions);
  graph.setEf(ef);

  return {
    dimensions,
    size: labels.length,
    search(vector, limit) {
      const wanted = Math.min(limit, labels.length);
      if (wanted === 0) return [];
      const { neighbors, distances } = graph.searchKnn(Array.from(vector), wanted);
      const found = neighbors.map((label, index) => ({
        chunk: rows[label] ?? -1,
        similarity: 1 - (distances[index] ?? 2),
      }));
      // A graph can fall apart where many vectors are equal, and then a walk ends early. Fewer passages than asked
      // for would read as "nothing else in the text", so the rare case pays for a full comparison.
      if (found.length < wanted || found.some(({ chunk }) => chunk < 0)) return exact.search(vector, limit);
      return found.toSorted((one, other) => (isNearer(one, other) ? -1 : 1));
    },
  };
}
