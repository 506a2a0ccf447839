import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { buildGeneration } from '#src/indexing/build-generation.js';
import { loadGeneration } from '#src/indexing/load-generation.js';
import type { Generation, Manifest, ParsedDocument } from '#src/types.js';
import { fakeVector } from './fake-vector.js';

const dimensions = 64;
const fakeModel: Manifest['model'] = { id: 'fake', hash: 'f0f1f2f3f4f5f6f7', dimensions };

/**
 * A real generation of a few parsed documents. Its vectors are fake ones of 64 dimensions (texts that share words are
 * near) unless given: unit rows, one a chunk. Built in a fresh folder inside `folder`.
 */
export async function buildSmallGeneration(
  folder: string,
  documents: readonly ParsedDocument[],
  vectors?: Float32Array,
): Promise<Generation> {
  const chunks = documents.flatMap((document) => document.chunks);
  const matrix = vectors ?? Float32Array.from(chunks.flatMap(({ text }) => [...fakeVector(text, dimensions)]));
  const built = await buildGeneration({
    folder: await mkdtemp(path.join(folder, 'collection-')),
    collection: 'small',
    model: { ...fakeModel, dimensions: matrix.length / Math.max(1, chunks.length) },
    documents,
    vectors: matrix,
    previous: null,
    now: Date.now,
  });
  return loadGeneration(built.folder);
}
