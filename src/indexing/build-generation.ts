import { createHash } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { GenerationError } from '../errors.js';
import type { Generation, Manifest, ParsedDocument } from '../types.js';
import { buildTermColumns } from './build-term-index.js';
import { type BuiltVectorIndex, buildVectorIndex } from './build-vector-index.js';
import { encodeColumns } from './column-file.js';
import { dotProduct } from './dot-product.js';
import { type DurableFiles, diskFiles, type FileSum, syncFolder } from './durable-files.js';
import { codeOf, fileFault } from './file-fault.js';
import { foldersOf, idsIn } from './generation-folders.js';
import { nextGenerationId } from './generation-id.js';
import { rowColumnsOf } from './generation-rows.js';
import { encodeDocuments } from './generation-texts.js';
import { isGraphFileWhole } from './graph-file.js';
import { labelColumns } from './hnsw-vector-index.js';
import { encodeManifest, fileNames, formatVersion, manifestName } from './manifest.js';
import { termColumnsToFile } from './term-index.js';
import { createTimeSlices, type TimeSlices } from './time-slices.js';

export interface BuildProgress {
  readonly stage: 'terms' | 'graph' | 'files';
  readonly done: number;
  /** In paragraphs, vectors or files. */
  readonly total: number;
}

export interface GenerationInput {
  /** The collection's folder. */
  readonly folder: string;
  readonly collection: string;
  readonly model: Manifest['model'];
  /** In the order in which they shall be rows. */
  readonly documents: readonly ParsedDocument[];
  /** Unit vectors of all chunks in the order of the documents, one after the other. */
  readonly vectors: Float32Array;
  /** The generation whose graph may be carried on, published in the same folder. */
  readonly previous: Generation | null;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onProgress?: (progress: BuildProgress) => void;
  /** Calls the build off: it throws the signal's reason and leaves nothing behind. */
  readonly signal?: AbortSignal | undefined;
  readonly files?: DurableFiles;
}

export interface BuiltGeneration {
  readonly id: string;
  /** Where it lies until it is published. */
  readonly folder: string;
}

/** SHA-256 over the ids and contents of all documents; where and when their files were copied does not matter. */
export function corpusHashOf(documents: readonly { readonly document: ParsedDocument['document'] }[]): string {
  const lines = documents.map(({ document }) => JSON.stringify([document.id, document.source.sha256])).toSorted();
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

/** Throws unless there is one vector of unit length for each chunk: a search would silently rank the others wrongly. */
async function checkVectors({ documents, vectors, model }: GenerationInput, slices: TimeSlices): Promise<void> {
  const chunks = documents.reduce((sum, document) => sum + document.chunks.length, 0);
  if (vectors.length !== chunks * model.dimensions) {
    throw new Error(`${chunks} chunks need ${chunks * model.dimensions} numbers, but ${vectors.length} came.`);
  }
  for (let chunk = 0; chunk < chunks; chunk++) {
    const vector = vectors.subarray(chunk * model.dimensions, (chunk + 1) * model.dimensions);
    const length = Math.sqrt(dotProduct(vector, 0, vector));
    if (!(Math.abs(length - 1) < 1e-3)) {
      throw new GenerationError(
        `The encoder ${model.id} gave a vector of length ${length} for chunk ${chunk}; vectors must have length 1.`,
        'Check EMBEDDING_MODEL, then run `npx parley index` again.',
      );
    }
    if (slices.due()) await slices.pause();
  }
}

/** Makes the folder of a new build under a fresh id. */
async function openStaging(folder: string, now: number): Promise<BuiltGeneration> {
  const { building, generations } = foldersOf(folder);
  await mkdir(building, { recursive: true });
  const taken = [...(await idsIn(generations)), ...(await idsIn(building))];
  for (;;) {
    const id = nextGenerationId(now, taken);
    const staging = path.join(building, id);
    try {
      await mkdir(staging);
      return { id, folder: staging };
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
      taken.push(id);
    }
  }
}

async function writeGraph(folder: string, { graph }: BuiltVectorIndex, files: DurableFiles) {
  if (graph === null) return {};
  const labelSum = await files.write(path.join(folder, fileNames.labels), encodeColumns(labelColumns(graph)));
  const graphFile = path.join(folder, fileNames.graph);
  await graph.graph.writeIndex(graphFile);
  const graphSum = await files.settle(graphFile);
  if (!(await isGraphFileWhole(graphFile))) {
    throw Object.assign(new Error('hnswlib wrote only a part of its file'), { code: 'ENOSPC' });
  }
  return { [fileNames.labels]: labelSum, [fileNames.graph]: graphSum };
}

/** Fills the folder of a build with everything but the manifest and says what the manifest has to say. */
async function writeParts(input: GenerationInput, folder: string, slices: TimeSlices) {
  const { documents, vectors, model, previous, files = diskFiles, onProgress = () => {} } = input;
  const paragraphs = documents.reduce((sum, document) => sum + document.paragraphs.length, 0);
  const terms = await buildTermColumns(documents, slices, (done) =>
    onProgress({ stage: 'terms', done, total: paragraphs }),
  );
  const earlier =
    previous !== null && previous.manifest.model.id === model.id && previous.manifest.model.hash === model.hash
      ? { generation: previous, folder: path.join(foldersOf(input.folder).generations, previous.id) }
      : null;
  const index = await buildVectorIndex({ vectors, dimensions: model.dimensions }, earlier, slices, (done, total) =>
    onProgress({ stage: 'graph', done, total }),
  );

  const { lines, texts } = await encodeDocuments(documents, slices);
  const contents: readonly (readonly [string, readonly Uint8Array[]])[] = [
    [fileNames.documents, [lines]],
    [fileNames.texts, texts],
    [fileNames.rows, encodeColumns(await rowColumnsOf(documents, slices))],
    [fileNames.terms, encodeColumns(termColumnsToFile(terms))],
    [fileNames.vectors, encodeColumns({ vectors })],
  ];
  const sums: Record<string, FileSum> = {};
  for (const [done, [name, pieces]] of contents.entries()) {
    onProgress({ stage: 'files', done, total: contents.length });
    sums[name] = await files.write(path.join(folder, name), pieces);
    input.signal?.throwIfAborted();
  }
  Object.assign(sums, await writeGraph(folder, index, files));
  onProgress({ stage: 'files', done: contents.length, total: contents.length });
  return {
    vectorIndex: index.description,
    files: sums,
    counts: {
      documents: documents.length,
      paragraphs,
      sentences: documents.reduce((sum, document) => sum + document.sentences.length, 0),
      chunks: vectors.length / model.dimensions,
      terms: terms.idf.length,
    },
  };
}

/**
 * Builds a whole generation in `<folder>/building/<id>/`, durably, the manifest last; nothing else is touched. The work
 * is cut into slices of a few milliseconds.
 *
 * @throws GenerationError when the disk is full or forbidden, or a vector is not of unit length; the folder of the
 * build is removed after any failure
 */
export async function buildGeneration(input: GenerationInput): Promise<BuiltGeneration> {
  const { files = diskFiles, signal } = input;
  const slices = createTimeSlices(signal);
  let staging: BuiltGeneration | undefined;
  try {
    signal?.throwIfAborted();
    await checkVectors(input, slices);
    staging = await openStaging(input.folder, input.now());
    const parts = await writeParts(input, staging.folder, slices);
    const manifest: Manifest = {
      format: formatVersion,
      id: staging.id,
      collection: input.collection,
      createdAt: new Date(input.now()).toISOString(),
      model: input.model,
      space: 'cosine',
      corpusHash: corpusHashOf(input.documents),
      ...parts,
    };
    await files.write(path.join(staging.folder, manifestName), [Buffer.from(encodeManifest(manifest), 'utf8')]);
    await syncFolder(staging.folder);
    return staging;
  } catch (error) {
    if (staging !== undefined) await rm(staging.folder, { recursive: true, force: true }).catch(() => {});
    throw fileFault(error, staging?.folder ?? input.folder);
  }
}
