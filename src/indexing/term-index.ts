import type { TermIndex } from '../types.js';
import type { ColumnReader, Columns } from './column-file.js';
import { idInTable, type TermTable } from './term-table.js';

/**
 * What the term index is made of. Lists of lists are in compressed form: the entries of row `i` of `postings` are
 * those from `postingStarts[i]` to `postingStarts[i + 1]`.
 *
 *     term id ──▶ postingStarts ──▶ postingParagraphs  [ 0, 4, 9 │ 4 │ 1, 2, … ]
 *                                   postingImpacts     [ 1.3, … ]      what the term adds to that paragraph's BM25
 */
export interface TermColumns {
  readonly table: TermTable;
  /** By term id. */
  readonly idf: Float64Array;
  readonly unknownIdf: number;
  readonly postingStarts: Uint32Array;
  readonly postingParagraphs: Uint32Array;
  readonly postingImpacts: Float32Array;
  readonly paragraphCount: number;
}

/** BM25's saturation of repeated terms. Usual range 1.2 to 2; larger values let repeats count for longer. */
export const k1 = 1.2;
/** BM25's correction for long paragraphs, 0 (none) to 1 (full). 0.75 is the value of the first publications. */
export const b = 0.75;

/**
 * BM25's inverse document frequency for a term in `documentFrequency` of `count` paragraphs. The 1 inside the
 * logarithm keeps it above 0 for a term that most paragraphs have.
 */
export function inverseDocumentFrequency(documentFrequency: number, count: number): number {
  return Math.log(1 + (count - documentFrequency + 0.5) / (documentFrequency + 0.5));
}

/** Serves the columns as a TermIndex. */
export function createTermIndex(columns: TermColumns): TermIndex {
  const { table, idf, postingStarts, postingParagraphs, postingImpacts } = columns;
  const scores = new Float32Array(columns.paragraphCount);
  const touched = new Uint32Array(columns.paragraphCount);
  let touchedCount = 0;

  const addPostings = (id: number): void => {
    const end = postingStarts[id + 1] ?? 0;
    for (let posting = postingStarts[id] ?? 0; posting < end; posting++) {
      const paragraph = postingParagraphs[posting] ?? 0;
      const before = scores[paragraph] ?? 0;
      // Impacts are above 0, so a score of 0 means that this call has not met the paragraph yet.
      if (before === 0) touched[touchedCount++] = paragraph;
      scores[paragraph] = before + (postingImpacts[posting] ?? 0);
    }
  };

  return {
    termCount: idf.length,
    idOf: (term) => idInTable(table, term),
    idf(term) {
      const id = idInTable(table, term);
      return id === undefined ? columns.unknownIdf : (idf[id] ?? columns.unknownIdf);
    },
    score(terms) {
      for (let index = 0; index < touchedCount; index++) scores[touched[index] ?? 0] = 0;
      touchedCount = 0;
      for (const term of terms) {
        const id = idInTable(table, term);
        if (id !== undefined) addPostings(id);
      }
      return { scores, touched: touched.subarray(0, touchedCount) };
    },
  };
}

/** The columns as they are written to a file. */
export function termColumnsToFile(columns: TermColumns): Columns {
  return {
    slots: columns.table.slots,
    offsets: columns.table.offsets,
    units: columns.table.units,
    idf: columns.idf,
    unknownIdf: Float64Array.of(columns.unknownIdf),
    postingStarts: columns.postingStarts,
    postingParagraphs: columns.postingParagraphs,
    postingImpacts: columns.postingImpacts,
  };
}

/** The columns read back from a file, as views over its bytes. */
export function termColumnsFromFile(file: ColumnReader, paragraphCount: number): TermColumns {
  return {
    table: {
      slots: file.column('slots', 'Uint32Array'),
      offsets: file.column('offsets', 'Uint32Array'),
      units: file.column('units', 'Uint16Array'),
    },
    idf: file.column('idf', 'Float64Array'),
    unknownIdf: file.column('unknownIdf', 'Float64Array')[0] ?? 0,
    postingStarts: file.column('postingStarts', 'Uint32Array'),
    postingParagraphs: file.column('postingParagraphs', 'Uint32Array'),
    postingImpacts: file.column('postingImpacts', 'Float32Array'),
    paragraphCount,
  };
}
