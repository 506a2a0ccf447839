import { parseDocument } from '../corpus/parse-document.js';
import type { EncoderIdentity } from '../embedding/encoder.js';
import { CorpusError, GenerationError } from '../errors.js';
import type { GenerationStore } from '../indexing/generation-store.js';
import { parsedDocumentOf } from '../indexing/parsed-document-of.js';
import type { Generation, ParsedDocument } from '../types.js';
import { type CorpusChange, chunkTextsOf, compareChunks, compareDocuments, fingerprintOf } from './change.js';
import { type PlannedDocument, plannedDocuments, type ReadDocument } from './planned-documents.js';
import type { DocumentSource } from './source.js';

/** How far an ingest is. `total` is 0 while nobody knows. */
export interface IngestProgress {
  readonly stage: 'read' | 'screen' | 'embed' | 'terms' | 'graph' | 'files';
  readonly done: number;
  readonly total: number;
}

export interface PlanParts {
  readonly collection: string;
  readonly source: DocumentSource;
  /** Keeps the collection's generations. */
  readonly store: GenerationStore;
  /** Who makes the vectors of the next generation. */
  readonly model: EncoderIdentity;
  /** Whether the new and different documents are looked through for what they should not say; not unless said. */
  readonly screens?: boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onProgress: (progress: IngestProgress) => void;
  readonly onWarning: (line: string) => void;
  readonly signal?: AbortSignal | undefined;
}

/** What the next generation would be. */
export interface IngestPlan {
  readonly collection: string;
  /** The generation that is live, sound or not; `null` before the first one. */
  readonly live: string | null;
  readonly change: CorpusChange;
  /** True when there is nothing to publish. */
  readonly isEmpty: boolean;
  /** See fingerprintOf. */
  readonly fingerprint: string;
  /** The documents that would be new or different. */
  readonly documents: readonly PlannedDocument[];
}

/** The live generation, or `null` when there is none that this version can carry on. */
async function findPrevious({ store, onWarning }: PlanParts): Promise<Generation | null> {
  try {
    return await store.loadLive();
  } catch (error) {
    if (!(error instanceof GenerationError)) throw error;
    onWarning(`${error.message} A new generation is built from the documents.`);
    return null;
  }
}

interface Reading {
  readonly documents: readonly ReadDocument[];
  readonly skipped: readonly string[];
}

/** Reads what changed and takes the rest from the live generation: neither its files nor its sentences are looked at. */
async function readDocuments(parts: PlanParts, previous: Generation | null): Promise<Reading> {
  const { source, onProgress, onWarning, signal } = parts;
  const found = await source.list();
  const rows = new Map(previous?.documents.map((document, row) => [source.keyOf(document), row]));
  const madeAt = Date.parse(previous?.manifest.createdAt ?? '');
  const documents: ReadDocument[] = [];
  const skipped: string[] = [];
  for (const [index, one] of found.entries()) {
    signal?.throwIfAborted();
    const row = rows.get(one.key) ?? -1;
    const indexed = previous?.documents[row];
    if (previous !== null && indexed !== undefined && one.isUntouched(indexed, madeAt)) {
      documents.push({ parsed: parsedDocumentOf(previous, row), hidden: null });
    } else {
      try {
        const { document, hidden } = await one.read();
        documents.push({ parsed: parseDocument(document), hidden });
      } catch (error) {
        if (!(error instanceof CorpusError)) throw error;
        skipped.push(error.line);
        onWarning(`Skipped ${error.line}`);
      }
    }
    onProgress({ stage: 'read', done: index + 1, total: found.length });
  }
  return { documents, skipped };
}

/** A plan with everything that it takes to carry it out. */
export interface Draft {
  readonly plan: IngestPlan;
  readonly previous: Generation | null;
  readonly documents: readonly ParsedDocument[];
}

/** Reads what there is and compares it with the live generation. @throws as the source and the store do */
export async function draftIngest(parts: PlanParts): Promise<Draft> {
  const { collection, store, model } = parts;
  const live = await store.live();
  const previous = await findPrevious(parts);
  const reading = await readDocuments(parts, previous);
  const documents = reading.documents.map(({ parsed }) => parsed);
  const facts = documents.map(({ document }) => document);
  const difference = compareDocuments(previous?.documents ?? [], facts);
  const otherModel =
    previous === null || previous.manifest.model.hash === model.hash ? null : previous.manifest.model.id;
  const different = new Set([...difference.added, ...difference.changed]);
  // A sound generation that only stands in for a damaged live one is not what should stay live: build anew.
  const isLive = previous === null ? live === null && documents.length === 0 : previous.id === live;
  return {
    plan: {
      collection,
      live,
      change: {
        documents: difference,
        chunks: await compareChunks(
          previous === null ? [] : chunkTextsOf(previous),
          documents.flatMap(({ chunks }) => chunks.map(({ text }) => text)),
        ),
        skipped: reading.skipped,
        otherModel,
      },
      isEmpty: isLive && different.size + difference.removed.length === 0 && otherModel === null,
      fingerprint: fingerprintOf({ live, model: model.hash, documents: facts }),
      documents: await plannedDocuments(
        reading.documents.filter(({ parsed }) => different.has(parsed.document.id)),
        parts,
      ),
    },
    previous,
    documents,
  };
}

/** What `ingest` would do, without doing it: nothing is embedded or written, and no lock is needed. */
export async function planIngest(parts: PlanParts): Promise<IngestPlan> {
  return (await draftIngest(parts)).plan;
}
