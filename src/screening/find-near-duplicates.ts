import type { Generation, ParsedDocument, Sentence } from '../types.js';
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
 * Sentences of a new document that stand in the collection already, but for a number, a date, a name, a "not" or (low) one
 * word. Each chunk is searched once by its vector, so that the work grows with the new document. A document of the same id
 * is its own earlier version and is not compared.
 *
 * @param vectors unit vectors of `parsed.chunks`, one after the other, of the generations' encoder
 * @throws RangeError when there are not as many vectors as chunks
 */
export async function findNearDuplicates(
  parsed: ParsedDocument,
  vectors: Float32Array,
  generations: readonly Generation[],
  turns: Turns,
): Promise<Screening> {
  const list = createFindingList();
  const { chunks, sentences, document } = parsed;
  const dimensions = generations[0]?.vectors.dimensions ?? 0;
  if (dimensions > 0 && vectors.length !== chunks.length * dimensions)
    throw new RangeError(
      `${chunks.length} chunks need ${chunks.length * dimensions} numbers, but ${vectors.length} came.`,
    );
  let first = 0;
  for (const [row, chunk] of chunks.entries()) {
    if (dimensions === 0) break;
    const candidates = resembling(vectors.subarray(row * dimensions, (row + 1) * dimensions), document.id, generations);
    while ((sentences[first]?.end ?? Number.POSITIVE_INFINITY) <= chunk.start) first += 1;
    for (let at = first; at < sentences.length; at++) {
      const sentence = sentences[at];
      if (sentence === undefined || sentence.start >= chunk.end) break;
      // A sentence longer than a chunk is told with the first of its chunks.
      const found = sentence.start >= chunk.start ? compare(sentence, candidates) : undefined;
      if (found !== undefined) list.add(found);
    }
    if (turns.due()) await turns.pause();
  }
  return list.screening();
}
