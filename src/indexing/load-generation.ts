import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { GenerationError, ParleyError } from '../errors.js';
import type { Generation, Manifest, VectorIndex } from '../types.js';
import { createGraph } from './build-graph.js';
import { type ColumnReader, decodeColumns } from './column-file.js';
import { DamageError } from './damage-error.js';
import { type FileSum, readSummedFile, sumFile } from './durable-files.js';
import { createExactVectorIndex } from './exact-vector-index.js';
import { codeOf } from './file-fault.js';
import { createRowReaders } from './generation-rows.js';
import { decodeDocuments } from './generation-texts.js';
import { createHnswVectorIndex, withLabels } from './hnsw-vector-index.js';
import { decodeManifest, fileNames, manifestName } from './manifest.js';
import { createTermIndex, termColumnsFromFile } from './term-index.js';
import { createTimeSlices } from './time-slices.js';

/** Turns what goes wrong while a file of a generation is read into damage of that generation. */
async function reading<T>(id: string, name: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ParleyError) throw error;
    const code = codeOf(error);
    throw new DamageError(
      `Generation ${id}`,
      code === 'ENOENT' ? `${name} is missing` : `${name} cannot be read (${code ?? error})`,
      {
        cause: error,
      },
    );
  }
}

function checkSum(manifest: Manifest, name: string, sum: FileSum): void {
  const expected = manifest.files[name];
  if (sum.bytes !== expected?.bytes || sum.sha256 !== expected.sha256) {
    throw new DamageError(`Generation ${manifest.id}`, `${name} is not as it was written`);
  }
}

/**
 * The manifest in a generation's folder, which is named after its id.
 *
 * @throws DamageError when it is damaged; GenerationError when it is of another format version
 */
export async function readManifest(folder: string): Promise<Manifest> {
  const id = path.basename(folder);
  const text = await reading(id, manifestName, () => readFile(path.join(folder, manifestName), 'utf8'));
  return decodeManifest(text, id);
}

/** Reads every file of a generation and throws a DamageError that names the first that is not as it was written. */
export async function verifyGeneration(folder: string, manifest: Manifest): Promise<void> {
  for (const name of Object.keys(manifest.files)) {
    checkSum(manifest, name, await reading(manifest.id, name, () => sumFile(path.join(folder, name))));
  }
}

function nameOf({ id, hash, dimensions }: Manifest['model']): string {
  return `${id} (${hash.slice(0, 12)}, ${dimensions} dimensions)`;
}

/** Throws a GenerationError that names both models when a generation was not built with `model`. */
export function checkModel(manifest: Manifest, model: Manifest['model']): void {
  const built = manifest.model;
  if (built.id === model.id && built.hash === model.hash && built.dimensions === model.dimensions) return;
  throw new GenerationError(
    `The index ${manifest.id} was built with the model ${nameOf(built)}, but the model in use is ${nameOf(model)}.`,
    'Run `npx parley index` to build it anew, or set EMBEDDING_MODEL back.',
  );
}

/**
 * Loads a generation for searching: every file is read and checked against its sum, in pieces between which the event
 * loop turns; vectors, rows and terms are used in place.
 *
 * @param folder the generation's folder, named after its id
 * @param model when given, a generation of another model is refused before anything else is read
 * @throws DamageError when a file is not as it was written; GenerationError for another format or model
 */
export async function loadGeneration(folder: string, model?: Manifest['model']): Promise<Generation> {
  const manifest = await readManifest(folder);
  if (model !== undefined) checkModel(manifest, model);
  const { id, counts } = manifest;
  const { dimensions } = manifest.model;

  const content = async (name: string): Promise<Buffer> => {
    const file = await reading(id, name, () => readSummedFile(path.join(folder, name)));
    checkSum(manifest, name, file.sum);
    return file.content;
  };
  const columns = async (name: string): Promise<ColumnReader> => decodeColumns(await content(name));
  const [lines, texts, rows, terms, vectorFile] = await Promise.all([
    content(fileNames.documents),
    content(fileNames.texts),
    columns(fileNames.rows),
    columns(fileNames.terms),
    columns(fileNames.vectors),
  ]);
  const vectors = vectorFile.column('vectors', 'Float32Array');

  const vectorIndex = async (): Promise<VectorIndex> => {
    if (manifest.vectorIndex.kind === 'exact') return createExactVectorIndex(vectors, dimensions);
    const labels = await columns(fileNames.labels);
    const graphFile = path.join(folder, fileNames.graph);
    // hnswlib believes what it reads, so the sum comes first.
    checkSum(manifest, fileNames.graph, await reading(id, fileNames.graph, () => sumFile(graphFile)));
    const graph = createGraph(dimensions);
    await reading(id, fileNames.graph, () => graph.readIndex(graphFile));
    return createHnswVectorIndex(withLabels(graph, labels), vectors, dimensions, manifest.vectorIndex.ef);
  };

  return {
    id,
    manifest,
    documents: await decodeDocuments(lines, texts, createTimeSlices()),
    paragraphCount: counts.paragraphs,
    sentenceCount: counts.sentences,
    chunkCount: counts.chunks,
    ...createRowReaders(rows),
    vector: (chunk) => vectors.subarray(chunk * dimensions, (chunk + 1) * dimensions),
    vectors: await vectorIndex(),
    terms: createTermIndex(termColumnsFromFile(terms, counts.paragraphs)),
  };
}
