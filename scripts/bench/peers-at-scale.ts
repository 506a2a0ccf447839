import type { BenchParts } from './bench-parts.js';
import type { PeerRow } from './bench-row.js';
import { compareSearch } from './compare-search.js';
import { createLangChainTool } from './langchain-tool.js';
import type { LargeCollection } from './large-collection.js';
import { createOramaTool } from './orama-tool.js';
import { createParleyTool } from './parley-tool.js';
import { createRecordingEncoder } from './recording-encoder.js';
import type { Unit } from './search-tool.js';

/** The peers take some hundred milliseconds for each question over 100,000 chunks. */
const questionsAsked = 60;

/** The same over a large collection: its chunks and vectors are handed to all three. */
export async function comparePeersAtScale(
  parts: BenchParts,
  large: LargeCollection,
  questions: readonly string[],
): Promise<readonly PeerRow[]> {
  const { questionEncoder, say } = parts;
  const { dimensions } = questionEncoder.identity;
  const units: readonly Unit[] = large.documents.flatMap(({ document, chunks }) =>
    chunks.map(({ start, end, text }) => ({ document: document.id, start, end, text })),
  );
  const vectors = units.map((_, row) => Array.from(large.vectors.subarray(row * dimensions, (row + 1) * dimensions)));
  const startedAt = performance.now();
  const encoder = createRecordingEncoder(questionEncoder);
  const langchain = await createLangChainTool(encoder, units, vectors);
  const betweenAt = performance.now();
  const orama = await createOramaTool(encoder, units, vectors);
  const insertion = { langchain: (betweenAt - startedAt) / 1000, orama: (performance.now() - betweenAt) / 1000 };
  say(
    `insertion: Parley ${large.buildSeconds.toFixed(1)} s, LangChain ${insertion.langchain.toFixed(1)} s, Orama ${insertion.orama.toFixed(1)} s`,
  );
  const asked = questions.slice(0, questionsAsked);
  const tools = { parley: createParleyTool(encoder, large.generation), langchain, orama };
  const size = `${units.length.toLocaleString('en')} chunks`;
  return [
    {
      what: `building the index of ${size}, vectors given`,
      unit: 's',
      better: 'lower',
      parley: large.buildSeconds,
      ...insertion,
      whenBehind:
        'Parley builds a graph, measures its recall and syncs everything to disk, once; LangChain appends to an array and compares every question with all of it, and neither peer survives a restart',
    },
    ...(await compareSearch(tools, encoder, asked, size)),
  ];
}
