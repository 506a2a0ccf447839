import { parseDocument } from '#src/corpus/parse-document.js';
import type { Encoder } from '#src/embedding/encoder.js';
import type { Generation, ParsedDocument } from '#src/types.js';
import { buildSmallGeneration } from './small-generation.js';

export interface MadeUpSource {
  readonly id?: string;
  readonly title: string;
  readonly date: string | null;
  readonly text: string;
}

/** A made-up text, taken apart as a file of the corpus is. */
export function parsedSource({ id = 'source', title, date, text }: MadeUpSource): ParsedDocument {
  return parseDocument({
    id,
    metadata: { title, titleIsDescriptive: false, publisher: null, author: null, date, licence: null, url: null },
    text,
    source: { path: `${id}.txt`, bytes: text.length, modifiedMs: 0, sha256: '0'.repeat(64) },
  });
}

/** Builds collections of a few short texts in `folder`, each sentence embedded once however many collections have it. */
export function createCollectionBuilder(
  folder: string,
  encoder: Pick<Encoder, 'embedMatrix'>,
): (sources: readonly MadeUpSource[]) => Promise<Generation> {
  const known = new Map<string, Float32Array>();
  return async (sources) => {
    const documents = sources.map((source, at) => parsedSource({ id: `source-${at + 1}`, ...source }));
    const texts = documents.flatMap(({ chunks }) => chunks.map(({ text }) => text));
    const missing = texts.filter((text) => !known.has(text));
    const matrix = await encoder.embedMatrix(missing);
    const dimensions = matrix.length / Math.max(1, missing.length);
    for (const [row, text] of missing.entries())
      known.set(text, matrix.slice(row * dimensions, (row + 1) * dimensions));
    return buildSmallGeneration(
      folder,
      documents,
      Float32Array.from(texts.flatMap((text) => [...(known.get(text) ?? [])])),
    );
  };
}
