import { type CorpusFile, listCorpusFiles } from './corpus/list-corpus-files.js';
import { parseDocument } from './corpus/parse-document.js';
import { readDocument } from './corpus/read-document.js';
import { embedWithCache } from './embedding/embed-with-cache.js';
import type { Encoder } from './embedding/encoder.js';
import type { VectorCache } from './embedding/vector-cache.js';
import { CorpusError, GenerationError } from './errors.js';
import { buildGeneration, corpusHashOf } from './indexing/build-generation.js';
import { acquireBuildLock } from './indexing/build-lock.js';
import type { GenerationStore } from './indexing/generation-store.js';
import { parsedDocumentOf } from './indexing/parsed-document-of.js';
import type { Generation, ParsedDocument } from './types.js';

/** How far an ingest is. `total` is 0 while nobody knows. */
export interface IngestProgress {
  readonly stage: 'read' | 'embed' | 'terms' | 'graph' | 'files';
  readonly done: number;
  readonly total: number;
}

export interface IngestParts {
  readonly collection: string;
  /** Where the collection's files lie. */
  readonly corpusFolder: string;
  /** Where its generations lie, and who keeps them. */
  readonly collectionFolder: string;
  readonly store: GenerationStore;
  readonly encoder: Encoder;
  readonly cache: VectorCache;
  /** Who holds the lock, for whoever finds it taken: `parley index`, `the bot`. */
  readonly owner: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onProgress: (progress: IngestProgress) => void;
  readonly onWarning: (line: string) => void;
  readonly signal?: AbortSignal | undefined;
}

/** What a new generation differs in from the live one. */
export interface CorpusChange {
  readonly documents: {
    readonly added: readonly string[];
    readonly changed: readonly string[];
    readonly removed: readonly string[];
    readonly unchanged: number;
  };
  /** Chunks by their text; `removed` counts those that no document has any more. */
  readonly chunks: { readonly total: number; readonly added: number; readonly removed: number };
  /** Files that could not become documents, each with the reason and the remedy in a line. */
  readonly skipped: readonly string[];
  /** Set when every vector must be computed anew because another model made those of the live generation. */
  readonly otherModel: string | null;
}

export interface IngestReport {
  readonly collection: string;
  /** The generation that is live afterwards; `null` after a dry run of an empty store. */
  readonly generation: string | null;
  readonly published: boolean;
  readonly change: CorpusChange;
  /** Texts that the encoder had to read; the others came from the cache. */
  readonly embedded: number;
  readonly elapsedMs: number;
}

/**
 * A file whose time is this near to the moment when the live generation was made may have been written again within the
 * same tick of the file system's clock; it is read again. Two seconds is the coarsest clock in use (FAT).
 */
const clockTickMs = 2000;

interface Reading {
  readonly documents: readonly ParsedDocument[];
  readonly skipped: readonly string[];
}

/** The live generation, or `null` when there is none that this version and model can carry on. */
async function findPrevious({
  store,
  encoder,
  onWarning,
}: IngestParts): Promise<{ previous: Generation | null; otherModel: string | null }> {
  try {
    const previous = await store.loadLive();
    if (previous === null || previous.manifest.model.hash === encoder.identity.hash)
      return { previous, otherModel: null };
    return { previous, otherModel: previous.manifest.model.id };
  } catch (error) {
    if (!(error instanceof GenerationError)) throw error;
    onWarning(`${error.message} A new generation is built from the files.`);
    return { previous: null, otherModel: null };
  }
}

function isUntouched(file: CorpusFile, previous: Generation, row: number): boolean {
  const source = previous.documents[row]?.source;
  const madeAt = Date.parse(previous.manifest.createdAt);
  return (
    source !== undefined &&
    source.bytes === file.bytes &&
    source.modifiedMs === file.modifiedMs &&
    madeAt - file.modifiedMs > clockTickMs
  );
}

/** Reads what changed and takes the rest from the live generation: neither its files nor its sentences are looked at. */
async function readCorpus(parts: IngestParts, previous: Generation | null): Promise<Reading> {
  const files = await listCorpusFiles(parts.corpusFolder);
  const rows = new Map(previous?.documents.map(({ source }, row) => [source.path, row]));
  const documents: ParsedDocument[] = [];
  const skipped: string[] = [];
  for (const [index, file] of files.entries()) {
    parts.signal?.throwIfAborted();
    const row = rows.get(file.path);
    if (previous !== null && row !== undefined && isUntouched(file, previous, row)) {
      documents.push(parsedDocumentOf(previous, row));
    } else {
      try {
        documents.push(parseDocument(await readDocument(file)));
      } catch (error) {
        if (!(error instanceof CorpusError)) throw error;
        skipped.push(error.line);
        parts.onWarning(`Skipped ${error.line}`);
      }
    }
    parts.onProgress({ stage: 'read', done: index + 1, total: files.length });
  }
  return { documents, skipped };
}

function countChunks(texts: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

function* chunkTextsOf(generation: Generation): Iterable<string> {
  for (let row = 0; row < generation.chunkCount; row++) {
    const { paragraph, start, end } = generation.chunk(row);
    yield generation.documents[generation.paragraph(paragraph).document]?.text.slice(start, end) ?? '';
  }
}

function compare(reading: Reading, previous: Generation | null, otherModel: string | null): CorpusChange {
  const before = new Map(previous?.documents.map(({ id, source }) => [id, source.sha256]));
  const added: string[] = [];
  const changed: string[] = [];
  for (const { document } of reading.documents) {
    const known = before.get(document.id);
    if (known === undefined) added.push(document.id);
    else if (known !== document.source.sha256) changed.push(document.id);
    before.delete(document.id);
  }
  const texts = reading.documents.flatMap(({ chunks }) => chunks.map(({ text }) => text));
  const left = countChunks(previous === null ? [] : chunkTextsOf(previous));
  let newChunks = 0;
  for (const text of texts) {
    const count = left.get(text) ?? 0;
    if (count === 0) newChunks += 1;
    else left.set(text, count - 1);
  }
  return {
    documents: {
      added,
      changed,
      removed: [...before.keys()],
      unchanged: reading.documents.length - added.length - changed.length,
    },
    chunks: {
      total: texts.length,
      added: newChunks,
      removed: [...left.values()].reduce((sum, count) => sum + count, 0),
    },
    skipped: reading.skipped,
    otherModel,
  };
}

function refuseEmpty({ corpusFolder }: IngestParts, { documents, skipped }: Reading): void {
  if (documents.some(({ chunks }) => chunks.length > 0)) return;
  const remedy =
    skipped.length === 0
      ? 'Put a .txt, .md, .html, .pdf or .docx file there, then run `npx parley index`.'
      : 'Mend the files named above, then run `npx parley index`.';
  throw new CorpusError(corpusFolder, 'there is no document that can be searched.', remedy);
}

async function buildAndPublish(
  parts: IngestParts,
  reading: Reading,
  previous: Generation | null,
): Promise<{ id: string; embedded: number }> {
  const { store, encoder, cache, now, onProgress, signal } = parts;
  const texts = reading.documents.flatMap(({ chunks }) => chunks.map(({ text }) => text));
  const known = cache.size;
  const vectors = await embedWithCache(encoder, cache, texts, {
    onProgress: (done, total) => onProgress({ stage: 'embed', done, total }),
    signal,
  });
  const { id } = await buildGeneration({
    folder: parts.collectionFolder,
    collection: parts.collection,
    model: encoder.identity,
    documents: reading.documents,
    vectors,
    previous,
    now,
    onProgress,
    signal,
  });
  await store.publish(id);
  await store.prune();
  return { id, embedded: cache.size - known };
}

/** What `ingest` would change, without changing anything. */
export async function previewIngest(parts: IngestParts): Promise<IngestReport> {
  const startedAt = parts.now();
  const { previous, otherModel } = await findPrevious(parts);
  const reading = await readCorpus(parts, previous);
  return {
    collection: parts.collection,
    generation: previous?.id ?? null,
    published: false,
    change: compare(reading, previous, otherModel),
    embedded: 0,
    elapsedMs: parts.now() - startedAt,
  };
}

/**
 * Files become a live generation: read, chunk, embed, build, publish. Only what changed is read and embedded; when
 * nothing changed, nothing is published.
 *
 * @throws CorpusError when the folder has no searchable document; GenerationError when another run holds the lock or
 * the disk refuses; EncoderError when the encoder fails. The live generation is untouched after each of them.
 */
export async function ingest(parts: IngestParts): Promise<IngestReport> {
  const { collectionFolder, encoder, owner, now, onWarning } = parts;
  const startedAt = now();
  const lock = await acquireBuildLock({ folder: collectionFolder, owner, now, onWarning });
  try {
    const { previous, otherModel } = await findPrevious(parts);
    const reading = await readCorpus(parts, previous);
    refuseEmpty(parts, reading);
    const change = compare(reading, previous, otherModel);
    const report = { collection: parts.collection, change };
    // A sound generation that only stands in for a damaged live one is not what should stay live: build anew.
    const isLive = previous !== null && (await parts.store.live()) === previous.id;
    const isSame = previous?.manifest.corpusHash === corpusHashOf(reading.documents);
    if (isLive && isSame && previous.manifest.model.hash === encoder.identity.hash) {
      return { ...report, generation: previous.id, published: false, embedded: 0, elapsedMs: now() - startedAt };
    }
    const { id, embedded } = await buildAndPublish(parts, reading, previous);
    return { ...report, generation: id, published: true, embedded, elapsedMs: now() - startedAt };
  } finally {
    await lock.release();
  }
}
