import path from 'node:path';
import type { Generation, Manifest } from '../types.js';
import { buildGraph, createGraph, extendGraph, graphParameters, type Rows } from './build-graph.js';
import { type Calibration, calibrateEf } from './calibrate-ef.js';
import { decodeColumns } from './column-file.js';
import { readSummedFile, sumFile } from './durable-files.js';
import { createHnswVectorIndex, type LabelledGraph, withLabels } from './hnsw-vector-index.js';
import { fileNames } from './manifest.js';
import type { TimeSlices } from './time-slices.js';

/** From this many chunks on a graph is built; below it comparing with every vector takes under half a millisecond. */
export const graphFrom = 1000;

/** From this share of vectors added since `ef` was measured, it is measured anew. */
const largestUncalibratedShare = 0.05;

export interface BuiltVectorIndex {
  readonly description: Manifest['vectorIndex'];
  /** `null` for an exact index, which needs nothing but the vectors. */
  readonly graph: LabelledGraph | null;
}

export interface EarlierGeneration {
  readonly generation: Generation;
  /** Its folder. */
  readonly folder: string;
}

/**
 * The graph of an earlier generation, read from its files so that the one that serves stays as it is; `null` when it
 * has none that fits, or its files are no longer what they were.
 */
async function earlierGraph({ generation, folder }: EarlierGeneration, dimensions: number) {
  const { vectorIndex, model, files } = generation.manifest;
  const fits =
    vectorIndex.kind === 'hnsw' &&
    vectorIndex.m === graphParameters.m &&
    vectorIndex.efConstruction === graphParameters.efConstruction &&
    model.dimensions === dimensions;
  if (!fits) return null;
  const graphFile = path.join(folder, fileNames.graph);
  try {
    const { content, sum } = await readSummedFile(path.join(folder, fileNames.labels));
    const isSound =
      sum.sha256 === files[fileNames.labels]?.sha256 &&
      (await sumFile(graphFile)).sha256 === files[fileNames.graph]?.sha256;
    if (!isSound) return null;
    const graph = createGraph(dimensions);
    await graph.readIndex(graphFile);
    return withLabels(graph, decodeColumns(content));
  } catch {
    // The graph is only a shortcut: whatever is wrong with it, building anew is right.
    return null;
  }
}

/**
 * The `ef` and recall that were measured for the graph before it was carried on; `null` when so many vectors came that
 * they may no longer hold. Measuring takes longer than everything else when one paragraph changed.
 */
function carriedCalibration(graph: LabelledGraph | null, earlier: EarlierGeneration | null): Calibration | null {
  const index = earlier?.generation.manifest.vectorIndex;
  if (graph === null || index?.kind !== 'hnsw') return null;
  const isRecent = graph.labelCount - graph.calibratedAt <= largestUncalibratedShare * graph.labelCount;
  return isRecent ? { ef: index.ef, recall: index.recall } : null;
}

/**
 * Chooses and builds the search over the vectors of a new generation. With many chunks that is a graph: the graph of
 * `earlier` brought up to date where that is possible, otherwise a new one.
 *
 * @param onVector called with how many vectors of how many are in the graph
 */
export async function buildVectorIndex(
  rows: Rows,
  earlier: EarlierGeneration | null,
  slices: TimeSlices,
  onVector: (done: number, total: number) => void,
): Promise<BuiltVectorIndex> {
  const { vectors, dimensions } = rows;
  if (vectors.length / dimensions < graphFrom) return { description: { kind: 'exact' }, graph: null };
  const usable = earlier === null ? null : await earlierGraph(earlier, dimensions);
  const extended =
    usable === null || earlier === null ? null : await extendGraph(usable, earlier.generation, rows, slices, onVector);
  const graph = extended ?? (await buildGraph(rows, slices, onVector));

  const carried = carriedCalibration(extended, earlier);
  const searchWith = (ef: number) => createHnswVectorIndex(graph, vectors, dimensions, ef);
  const { ef, recall } = carried ?? (await calibrateEf(vectors, searchWith, slices));
  return {
    description: { kind: 'hnsw', ...graphParameters, ef, recall: Number(recall.toFixed(4)) },
    graph: carried === null ? { ...graph, calibratedAt: graph.labelCount } : graph,
  };
}
