import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { documentFormat } from '../corpus/document-format.js';
import { createTimeSlices } from '../indexing/time-slices.js';
import type { Document, Generation } from '../types.js';

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

/** A document without its text, which its source's hash stands for. */
export type DocumentFacts = Pick<Document, 'id' | 'metadata' | 'source'>;

/** Whether two documents say the same and are shown the same. Where and when their files were copied does not matter. */
export function isSameDocument(one: DocumentFacts, other: DocumentFacts): boolean {
  return (
    one.source.sha256 === other.source.sha256 &&
    documentFormat(one.source.path) === documentFormat(other.source.path) &&
    isDeepStrictEqual(one.metadata, other.metadata)
  );
}

/** How documents differ from those that there were before, by id. */
export function compareDocuments(
  before: readonly DocumentFacts[],
  after: readonly DocumentFacts[],
): CorpusChange['documents'] {
  const left = new Map(before.map((document) => [document.id, document]));
  const added: string[] = [];
  const changed: string[] = [];
  for (const document of after) {
    const known = left.get(document.id);
    if (known === undefined) added.push(document.id);
    else if (!isSameDocument(known, document)) changed.push(document.id);
    left.delete(document.id);
  }
  return { added, changed, removed: [...left.keys()], unchanged: after.length - added.length - changed.length };
}

/** The texts of a generation's chunks, in reading order. */
export function* chunkTextsOf(generation: Generation): Iterable<string> {
  for (let row = 0; row < generation.chunkCount; row++) {
    const { paragraph, start, end } = generation.chunk(row);
    yield generation.documents[generation.paragraph(paragraph).document]?.text.slice(start, end) ?? '';
  }
}

/**
 * How many chunks there are, came and went, by their texts. A rollback counts them beside the questions of members, and
 * there may be hundreds of thousands: in slices.
 */
export async function compareChunks(
  before: Iterable<string>,
  after: Iterable<string>,
): Promise<CorpusChange['chunks']> {
  const slices = createTimeSlices();
  const left = new Map<string, number>();
  let earlier = 0;
  for (const text of before) {
    left.set(text, (left.get(text) ?? 0) + 1);
    earlier += 1;
    if (slices.due()) await slices.pause();
  }
  let total = 0;
  let added = 0;
  for (const text of after) {
    const count = left.get(text) ?? 0;
    if (count === 0) added += 1;
    else left.set(text, count - 1);
    total += 1;
    if (slices.due()) await slices.pause();
  }
  return { total, added, removed: earlier - (total - added) };
}

/** What a plan is made of, as far as it matters to whoever confirms it. */
export interface PlannedContents {
  /** The generation that is live, sound or not. */
  readonly live: string | null;
  /** SHA-256 of the model whose vectors the next generation has. */
  readonly model: string;
  readonly documents: readonly DocumentFacts[];
}

/** 12 hexadecimal digits: equal for equal contents that would replace the same generation. */
export function fingerprintOf({ live, model, documents }: PlannedContents): string {
  const lines = documents.map(({ id, metadata, source }) => {
    const facts = Object.entries(metadata).toSorted(([one], [other]) => (one < other ? -1 : 1));
    return JSON.stringify([id, source.sha256, documentFormat(source.path), facts]);
  });
  const contents = JSON.stringify([live, model, lines.toSorted()]);
  return createHash('sha256').update(contents).digest('hex').slice(0, 12);
}
