import { createExactVectorIndex } from '#src/indexing/exact-vector-index.js';
import type { BenchParts } from './bench-parts.js';
import type { LimitRow } from './bench-row.js';
import type { LargeCollection } from './large-collection.js';
import { quantile } from './quantile.js';

const nearest = 10;
/** hnswlib sums in another order: equal vectors may differ in the last digit. */
const tolerance = 1e-5;

/** Recall and time of the generation's own search against a comparison with every vector, over real questions. */
export async function measureVectorSearch(
  parts: BenchParts,
  { generation, vectors }: LargeCollection,
  questions: readonly string[],
): Promise<readonly LimitRow[]> {
  const exact = createExactVectorIndex(vectors, generation.vectors.dimensions);
  const times = { graph: [] as number[], exact: [] as number[] };
  let found = 0;
  for (const question of questions) {
    const vector = Float32Array.from(await parts.questionEncoder.embedQuery(question));
    const startedAt = performance.now();
    const approximate = generation.vectors.search(vector, nearest);
    const betweenAt = performance.now();
    const truth = exact.search(vector, nearest);
    times.exact.push(performance.now() - betweenAt);
    times.graph.push(betweenAt - startedAt);
    const worst = (truth.at(-1)?.similarity ?? 0) - tolerance;
    found += approximate.filter(({ similarity }) => similarity >= worst).length / truth.length;
  }
  const { vectorIndex } = generation.manifest;
  const kind = vectorIndex.kind === 'hnsw' ? `hnswlib, ef ${vectorIndex.ef}` : 'exact search';
  const believed =
    vectorIndex.kind === 'hnsw' ? `; with the probes of the build it measured ${vectorIndex.recall.toFixed(4)}` : '';
  const graphMs = quantile(times.graph, 0.5);
  const exactMs = quantile(times.exact, 0.5);
  const size = generation.chunkCount.toLocaleString('en');
  return [
    {
      what: `recall@10 over ${size} vectors, ${questions.length} questions`,
      measured: `${kind}: ${(found / questions.length).toFixed(4)}${believed}`,
      limit: 'exact search: 1',
      figure: found / questions.length,
      unit: '',
      target: { bound: 'at least', value: 0.99 },
    },
    {
      what: `one search over ${size} vectors, p50`,
      measured: `${kind}: ${graphMs.toFixed(2)} ms`,
      limit: `exact search: ${exactMs.toFixed(2)} ms`,
      figure: graphMs / exactMs,
      unit: '×',
      target: null,
    },
  ];
}
