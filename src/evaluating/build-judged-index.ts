import { createHash } from 'node:crypto';
import { parseDocument } from '../corpus/parse-document.js';
import { embedWithCache } from '../embedding/embed-with-cache.js';
import type { Encoder } from '../embedding/encoder.js';
import type { VectorCache } from '../embedding/vector-cache.js';
import { buildGeneration } from '../indexing/build-generation.js';
import { loadGeneration } from '../indexing/load-generation.js';
import type { Generation, ParsedDocument } from '../types.js';
import type { JudgedDocument } from './judged-set.js';

export interface JudgedIndexParts {
  readonly documents: readonly JudgedDocument[];
  /** An empty folder, the caller's to remove. */
  readonly folder: string;
  readonly encoder: Encoder;
  readonly cache: VectorCache;
  readonly now: () => number;
  readonly onProgress: (done: number, total: number) => void;
}

/** A document of an evaluation set as Parley would read it from a file: the title is its first line and its metadata. */
function parsed({ id, title, text }: JudgedDocument): ParsedDocument {
  const whole = title === '' ? text : `${title}\n\n${text}`;
  return parseDocument({
    id,
    text: whole,
    metadata: {
      title: title || id,
      titleIsDescriptive: title === '',
      publisher: null,
      author: null,
      date: null,
      licence: null,
      url: null,
    },
    source: {
      path: `${id}.txt`,
      bytes: whole.length,
      modifiedMs: 0,
      sha256: createHash('sha256').update(whole).digest('hex'),
    },
  });
}

/** Builds and loads one generation over the documents of an evaluation set, in the order given. */
export async function buildJudgedIndex(parts: JudgedIndexParts): Promise<Generation> {
  const documents = parts.documents.map(parsed);
  const texts = documents.flatMap(({ chunks }) => chunks.map(({ text }) => text));
  const vectors = await embedWithCache(parts.encoder, parts.cache, texts, { onProgress: parts.onProgress });
  const built = await buildGeneration({
    folder: parts.folder,
    collection: 'evaluation',
    model: parts.encoder.identity,
    documents,
    vectors,
    previous: null,
    now: parts.now,
  });
  return loadGeneration(built.folder, parts.encoder.identity);
}
