import { termsOf } from '../language/terms.js';
import type { ParsedDocument } from '../types.js';
import { createGrowingColumn, type GrowingColumn } from './growing-column.js';
import { termsOfParagraph } from './paragraph-terms.js';
import { b, inverseDocumentFrequency, k1, type TermColumns } from './term-index.js';
import { buildTermTable } from './term-table.js';
import type { TimeSlices } from './time-slices.js';

/** Different terms of each paragraph with how often it has them, in reading order; empty for a promotion. */
interface ParagraphTerms {
  /** `starts[i]` to `starts[i + 1]` are the entries of paragraph row `i`. */
  readonly starts: GrowingColumn;
  readonly ids: GrowingColumn;
  readonly counts: GrowingColumn;
  /** Terms of each paragraph, repeats included: BM25's document length. */
  readonly lengths: GrowingColumn;
}

/** Gives each term an id in the order of first appearance. */
function createDictionary(): { readonly ids: ReadonlyMap<string, number>; idFor(term: string): number } {
  const ids = new Map<string, number>();
  return {
    ids,
    idFor(term) {
      const known = ids.get(term);
      if (known !== undefined) return known;
      ids.set(term, ids.size);
      return ids.size - 1;
    },
  };
}

interface ParagraphCounter {
  /** Adds terms to the present paragraph. */
  add(ids: Iterable<number>): void;
  /** Closes the present paragraph. */
  end(): void;
}

function createParagraphCounter(columns: ParagraphTerms): ParagraphCounter {
  let counts = new Uint32Array(1024);
  let length = 0;
  const seen: number[] = [];
  return {
    add(ids) {
      for (const id of ids) {
        if (id >= counts.length) {
          const larger = new Uint32Array(Math.max(id + 1, counts.length * 2));
          larger.set(counts);
          counts = larger;
        }
        if (counts[id] === 0) seen.push(id);
        counts[id] = (counts[id] ?? 0) + 1;
        length++;
      }
    },
    end() {
      for (const id of seen) {
        columns.ids.push(id);
        columns.counts.push(counts[id] ?? 0);
        counts[id] = 0;
      }
      columns.lengths.push(length);
      columns.starts.push(columns.ids.length);
      seen.length = 0;
      length = 0;
    },
  };
}

/** From paragraph → terms to term → paragraphs, with each posting's share of BM25 worked out. */
async function invert(forward: ParagraphTerms, termCount: number, searchable: number, slices: TimeSlices) {
  const [starts, ids, counts, lengths] = [
    forward.starts.filled(),
    forward.ids.filled(),
    forward.counts.filled(),
    forward.lengths.filled(),
  ];
  const postingStarts = new Uint32Array(termCount + 1);
  for (const id of ids) postingStarts[id + 1] = (postingStarts[id + 1] ?? 0) + 1;
  const idf = Float64Array.from({ length: termCount }, (_, id) =>
    inverseDocumentFrequency(postingStarts[id + 1] ?? 0, searchable),
  );
  for (let id = 0; id < termCount; id++) {
    postingStarts[id + 1] = (postingStarts[id + 1] ?? 0) + (postingStarts[id] ?? 0);
  }
  let totalLength = 0;
  for (const length of lengths) totalLength += length;
  const meanLength = searchable === 0 || totalLength === 0 ? 1 : totalLength / searchable;

  const next = postingStarts.slice(0, termCount);
  const postingParagraphs = new Uint32Array(ids.length);
  const postingImpacts = new Float32Array(ids.length);
  for (let paragraph = 0; paragraph < lengths.length; paragraph++) {
    const saturation = k1 * (1 - b + (b * (lengths[paragraph] ?? 0)) / meanLength);
    const end = starts[paragraph + 1] ?? 0;
    for (let entry = starts[paragraph] ?? 0; entry < end; entry++) {
      const id = ids[entry] ?? 0;
      const count = counts[entry] ?? 0;
      const posting = next[id] ?? 0;
      next[id] = posting + 1;
      postingParagraphs[posting] = paragraph;
      postingImpacts[posting] = ((idf[id] ?? 0) * (count * (k1 + 1))) / (count + saturation);
    }
    if (slices.due()) await slices.pause();
  }
  return { postingStarts, postingParagraphs, postingImpacts, idf };
}

/**
 * BM25's columns over every paragraph that is neither a promotion nor a heading. A paragraph's terms are those of its
 * own text, and once each those of what stands over it: the document's title, unless it only describes the document,
 * and the nearest heading above. Headings are not paragraphs of their own here: one short line for each document would
 * halve the mean length by which BM25 judges all others.
 *
 * @param onParagraph called with how many paragraphs are done
 */
export async function buildTermColumns(
  documents: readonly ParsedDocument[],
  slices: TimeSlices,
  onParagraph: (done: number) => void = () => {},
): Promise<TermColumns> {
  const dictionary = createDictionary();
  const forward: ParagraphTerms = {
    starts: createGrowingColumn(),
    ids: createGrowingColumn(),
    counts: createGrowingColumn(),
    lengths: createGrowingColumn(),
  };
  forward.starts.push(0);
  const counter = createParagraphCounter(forward);
  let searchable = 0;

  for (const { document, paragraphs } of documents) {
    let titleIds: readonly number[] | undefined = document.metadata.titleIsDescriptive ? [] : undefined;
    let heading: readonly string[] = [];
    for (const paragraph of paragraphs) {
      const terms = paragraph.kind === 'promotion' ? [] : await termsOfParagraph(paragraph.text, slices);
      if (paragraph.kind === 'heading') {
        // Its terms get ids when something stands under it: until then no paragraph has them.
        heading = terms;
      } else if (paragraph.kind !== 'promotion') {
        searchable++;
        titleIds ??= termsOf(document.metadata.title).map(dictionary.idFor);
        counter.add(terms.map(dictionary.idFor));
        counter.add(new Set([...titleIds, ...heading.map(dictionary.idFor)]));
      }
      counter.end();
      if (slices.due()) {
        onParagraph(forward.lengths.length);
        await slices.pause();
      }
    }
  }
  onParagraph(forward.lengths.length);

  const termCount = dictionary.ids.size;
  return {
    table: buildTermTable(dictionary.ids.keys(), termCount),
    ...(await invert(forward, termCount, searchable, slices)),
    unknownIdf: inverseDocumentFrequency(0, searchable),
    paragraphCount: forward.lengths.length,
  };
}
