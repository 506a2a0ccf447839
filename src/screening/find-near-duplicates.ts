import type { Generation, IndexedDocument, ParagraphRow, Sentence, SpanRow } from '../types.js';
import { alterationOf } from './altered-values.js';
import type { AlteredCopy, Screening, Turns } from './finding.js';
import { createFindingList } from './finding-list.js';
import { readSentence, type SentenceReading } from './sentence-reading.js';

/**
 * Cosine from which a chunk is looked at more closely. Low on purpose: unrelated chunks of the shipped encoder are near
 * 0.75, copies with another figure above 0.95, and the words decide.
 */
const nearFrom = 0.85;
/** Nearest chunks that are compared, in each generation: a formula that stands everywhere is not worth more. */
const neighbours = 6;

type CandidateGeneration = Pick<Generation, 'documents' | 'paragraph' | 'sentence' | 'chunk' | 'vector'>;

/** A new document as a row of the generation that was built with it; nothing of it is taken apart again. */
export interface CandidateDocument {
  readonly generation: CandidateGeneration;
  /** Place in `generation.documents`. */
  readonly row: number;
}

interface Resembling {
  readonly generation: Generation;
  readonly document: string;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly reading: SentenceReading;
}

/** The sentences of a generation that a chunk of it holds. */
function sentencesOf(generation: Generation, chunk: number): readonly Resembling[] {
  const { paragraph: row, start, end } = generation.chunk(chunk);
  const paragraph = generation.paragraph(row);
  const document = generation.documents[paragraph.document];
  if (document === undefined) return [];
  const found: Resembling[] = [];
  for (let at = paragraph.firstSentence; at < paragraph.endSentence; at++) {
    const sentence = generation.sentence(at);
    if (sentence.end <= start) continue;
    if (sentence.start >= end) break;
    found.push({
      generation,
      document: document.id,
      paragraph: paragraph.number,
      start: sentence.start,
      end: sentence.end,
      reading: readSentence(document.text.slice(sentence.start, sentence.end)),
    });
  }
  return found;
}

/** The sentences near a vector, nearest first, those of the document's own earlier version left out. */
function resembling(vector: Float32Array, own: string, generations: readonly Generation[]): readonly Resembling[] {
  return generations.flatMap((generation) =>
    generation.vectors
      .search(vector, neighbours)
      .filter(({ similarity }) => similarity >= nearFrom)
      .flatMap(({ chunk }) => sentencesOf(generation, chunk))
      .filter(({ document }) => document !== own),
  );
}

function compare(sentence: Sentence, candidates: readonly Resembling[]): AlteredCopy | undefined {
  if (candidates.length === 0) return undefined;
  const reading = readSentence(sentence.text);
  // A sentence that stands there word for word was not altered here.
  if (candidates.some((other) => other.reading.text === sentence.text)) return undefined;
  for (const { generation, document, paragraph, start, end, reading: other } of candidates) {
    const alteration = alterationOf(reading, other);
    if (alteration === undefined) continue;
    return {
      kind: 'altered-copy',
      ...alteration,
      paragraph: sentence.paragraph,
      start: sentence.start,
      end: sentence.end,
      quote: sentence.text,
      other: { generation: generation.id, document, paragraph, start, end, quote: other.text },
    };
  }
  return undefined;
}

/**
 * Gives the sentences of a paragraph that begin before a chunk of it ends, and in no chunk before: one longer than a chunk
 * is told with the first of its chunks. Chunks are asked for in their order, so that a paragraph of a whole book is gone
 * through once.
 */
function sentenceReader(generation: CandidateGeneration, paragraph: ParagraphRow, { text }: IndexedDocument) {
  const { number, endSentence } = paragraph;
  let next = paragraph.firstSentence;
  return (chunk: SpanRow): readonly Sentence[] => {
    const begun: Sentence[] = [];
    for (; next < endSentence; next++) {
      const { start, end } = generation.sentence(next);
      if (start >= chunk.end) break;
      begun.push({ paragraph: number, start, end, text: text.slice(start, end) });
    }
    return begun;
  };
}

/**
 * Sentences of a new document that stand in the collection already, but for a number, a date, a name, a "not" or (low) one
 * word. Each chunk is searched once by its vector, so that the work grows with the new document. A document of the same id
 * is its own earlier version and is not compared.
 *
 * @throws RangeError when the candidate has no such row
 */
export async function findNearDuplicates(
  { generation: candidate, row }: CandidateDocument,
  generations: readonly Generation[],
  turns: Turns,
): Promise<Screening> {
  const list = createFindingList();
  const document = candidate.documents[row];
  if (document === undefined) throw new RangeError(`There is no document row ${row}.`);
  if (generations.length === 0) return list.screening();
  for (let at = document.firstParagraph; at < document.endParagraph; at++) {
    const paragraph = candidate.paragraph(at);
    const beginningIn = sentenceReader(candidate, paragraph, document);
    for (let chunk = paragraph.firstChunk; chunk < paragraph.endChunk; chunk++) {
      const near = resembling(candidate.vector(chunk), document.id, generations);
      for (const sentence of beginningIn(candidate.chunk(chunk))) {
        const found = compare(sentence, near);
        if (found !== undefined) list.add(found);
      }
      if (turns.due()) await turns.pause();
    }
  }
  return list.screening();
}
