import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTermColumns } from '#src/indexing/build-term-index.js';
import { decodeColumns, encodeColumns } from '#src/indexing/column-file.js';
import { createTermIndex, termColumnsFromFile, termColumnsToFile } from '#src/indexing/term-index.js';
import { createTimeSlices } from '#src/indexing/time-slices.js';
import { termsOf } from '#src/language/terms.js';
import type { ParsedDocument, TermIndex } from '#src/types.js';
import { type MadeUpParagraph, madeUpDocument } from './made-up-documents.js';

/** Builds the index and sends it through its file, as every search does. */
async function indexOf(documents: readonly ParsedDocument[]): Promise<TermIndex> {
  const columns = await buildTermColumns(documents, createTimeSlices());
  const file = Buffer.concat(encodeColumns(termColumnsToFile(columns)));
  const aligned = Buffer.allocUnsafeSlow(file.length);
  file.copy(aligned);
  return createTermIndex(termColumnsFromFile(decodeColumns(aligned), columns.paragraphCount));
}

/** The terms of each paragraph by the book; `null` for one that is not searched. */
function searchedTerms(documents: readonly ParsedDocument[]): readonly (readonly string[] | null)[] {
  return documents.flatMap(({ document, paragraphs }) => {
    let heading: readonly string[] = [];
    return paragraphs.map(({ kind, text }) => {
      if (kind === 'promotion') return null;
      const own = termsOf(text);
      const title = document.metadata.titleIsDescriptive ? [] : termsOf(document.metadata.title);
      const above = [...title, ...heading];
      if (kind === 'heading') {
        heading = own;
        return null;
      }
      return [...own, ...new Set(above)];
    });
  });
}

/** BM25 as the textbook has it, paragraph by paragraph. */
function naiveScores(documents: readonly ParsedDocument[], question: readonly string[]): readonly number[] {
  const paragraphs = searchedTerms(documents);
  const searched = paragraphs.filter((terms) => terms !== null);
  // Paragraphs of nothing but stop words have no length at all.
  const meanLength = searched.reduce((sum, terms) => sum + terms.length, 0) / searched.length || 1;
  return paragraphs.map((terms) => {
    let score = 0;
    for (const term of terms === null ? [] : question) {
      const frequency = searched.filter((other) => other.includes(term)).length;
      const count = terms?.filter((other) => other === term).length ?? 0;
      const idf = Math.log(1 + (searched.length - frequency + 0.5) / (frequency + 0.5));
      score += (idf * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * (terms?.length ?? 0)) / meanLength));
    }
    return score;
  });
}

const word = fc.constantFrom(
  'truce',
  'Geneva',
  'convoys',
  'Kerry',
  'U.S.',
  'aid',
  'nine',
  '9',
  'São',
  'the',
  'ceasefires',
);
const sentence = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => `${words.join(' ')}.`);
const paragraph: fc.Arbitrary<MadeUpParagraph> = fc.record({
  kind: fc.constantFrom('body', 'caption', 'heading', 'promotion', 'notice'),
  sentences: fc.array(sentence, { minLength: 1, maxLength: 4 }),
});
const corpus = fc
  .array(
    fc.record({
      paragraphs: fc.array(paragraph, { maxLength: 7 }),
      title: fc.array(word, { maxLength: 3 }).map((words) => words.join(' ')),
      isDescriptive: fc.boolean(),
    }),
    { maxLength: 4 },
  )
  .map((documents) =>
    documents.map(({ paragraphs, title, isDescriptive }, row) =>
      madeUpDocument(`document-${row}`, paragraphs, title, isDescriptive),
    ),
  );

describe('the term index', () => {
  it('scores every paragraph as BM25 does by the book', async () => {
    await fc.assert(
      fc.asyncProperty(corpus, fc.uniqueArray(word), async (documents, words) => {
        const index = await indexOf(documents);
        const question = [...new Set(termsOf(words.join(' ')))];
        const expected = naiveScores(documents, question);
        const { scores, touched } = index.score(question);
        expect(scores).toHaveLength(expected.length);
        for (const [row, score] of expected.entries()) expect(scores[row]).toBeCloseTo(score, 4);
        expect([...touched].toSorted((one, other) => one - other)).toEqual(
          expected.flatMap((score, row) => (score > 0 ? [row] : [])),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('forgets the question before', async () => {
    await fc.assert(
      fc.asyncProperty(corpus, word, word, async (documents, first, second) => {
        const index = await indexOf(documents);
        index.score(termsOf(first));
        const after = Array.from(index.score(termsOf(second)).scores);
        const fresh = await indexOf(documents);
        expect(after).toEqual(Array.from(fresh.score(termsOf(second)).scores));
      }),
      { numRuns: 60 },
    );
  });

  it('knows exactly the terms of searchable paragraphs', async () => {
    await fc.assert(
      fc.asyncProperty(corpus, async (documents) => {
        const index = await indexOf(documents);
        const known = new Set(searchedTerms(documents).flatMap((terms) => terms ?? []));
        expect(index.termCount).toBe(known.size);
        const ids = [...known].map((term) => index.idOf(term));
        expect(new Set(ids)).toEqual(new Set(Array.from({ length: known.size }, (_, id) => id)));
        for (const term of ['promoted', 'unheard', '', 'tr']) expect(index.idOf(term)).toBeUndefined();
      }),
      { numRuns: 100 },
    );
  });

  it('rates a term that nobody uses as rarer than any other, and one that all use still above nothing', async () => {
    const index = await indexOf([
      madeUpDocument('one', [
        { kind: 'body', sentences: ['The truce holds.'] },
        { kind: 'body', sentences: ['The truce of Geneva.'] },
      ]),
    ]);
    expect(index.idf('truce')).toBeGreaterThan(0);
    expect(index.idf('geneva')).toBeGreaterThan(index.idf('truce'));
    expect(index.idf('unheard')).toBeGreaterThan(index.idf('geneva'));
    expect(index.idf('unheard')).toBeCloseTo(Math.log(1 + 2.5 / 0.5), 10);
  });

  it('never finds a promotion', async () => {
    const index = await indexOf([
      madeUpDocument('one', [
        { kind: 'promotion', sentences: ['Recommended: the secret handbook.'] },
        { kind: 'body', sentences: ['The truce holds.'] },
      ]),
    ]);
    expect(index.idOf(termsOf('handbook')[0] ?? '')).toBeUndefined();
    expect([...index.score(termsOf('secret handbook')).touched]).toEqual([]);
  });

  it('reads one paragraph of a million letters whole', async () => {
    const sentences = Array.from(
      { length: 12_000 },
      (_, place) => `Convoy number ${place} reached the town of Aleppo today.`,
    );
    const document = madeUpDocument('long', [{ kind: 'body', sentences }], '', true);
    const index = await indexOf([document]);
    expect(index.idOf('11999')).toBeDefined();
    for (const place of ['0', '298', '299', '5000']) expect(index.idOf(place)).toBeDefined();
  });
});
