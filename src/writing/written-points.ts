import type { ReadChunk } from '../answering/chunk-reading.js';
import type { Summarized } from '../summarize.js';
import { coverageOf } from '../summarizing/coverage.js';
import { mergePoints, type WordedPoint } from '../summarizing/merge-points.js';
import type { Candidate } from '../summarizing/read-candidates.js';
import { standingOf } from '../summarizing/standing.js';
import type { Summary } from '../types.js';
import { citeSentences } from './cite-sentences.js';
import type { ExaminedSentence } from './examine-sentence.js';
import type { GivenText } from './given-passages.js';
import { hasPassed } from './write-draft.js';

export interface WrittenSummaryParts {
  readonly summarized: Summarized;
  /** All that the model was given. */
  readonly given: readonly GivenText[];
  /** Terms of what the document is about: whoever reads a summary knows what they name. */
  readonly topics: ReadonlySet<string>;
  readonly readChunk: ReadChunk;
}

interface WrittenPoint extends WordedPoint {
  readonly sentence: ExaminedSentence;
}

/** What a sentence that passed rests on; none where it is not about the focus, or needs another before it to be understood. */
function pointOf(
  sentence: ExaminedSentence,
  { given, topics, summarized }: WrittenSummaryParts,
): readonly WrittenPoint[] {
  if (!hasPassed(sentence)) return [];
  const standing = standingOf(sentence.draft.text, (term) => topics.has(term));
  if (standing === 'dependent' || standing === 'unfit') return [];
  const { generation } = summarized.scope;
  const rows = sentence.support.flatMap(({ passage, sentence: at }) => {
    const row = given.find(({ prompt }) => prompt.n === passage)?.chunks[at];
    return row === undefined ? [] : [row];
  });
  if (!rows.some((row) => summarized.chosen.relevant.has(row))) return [];
  const chunks = [...new Set(rows)].toSorted((a, b) => a - b);
  const paragraphs = [...new Set(chunks.map((row) => generation.paragraph(generation.chunk(row).paragraph).number))];
  return [{ sentence, chunks, paragraphs, isWhole: sentence.outcome === 'supported' }];
}

/** A quote as a sentence that rests on itself, to be cited as the others are. */
function asExamined({ chunk, text }: Candidate, given: readonly GivenText[]): ExaminedSentence {
  const passage = given.find(({ chunks }) => chunks.includes(chunk));
  const support = passage === undefined ? [] : [{ passage: passage.prompt.n, sentence: passage.chunks.indexOf(chunk) }];
  return { draft: { text, marks: [], isBroken: false }, outcome: 'supported', caution: null, reason: null, support };
}

/**
 * The points of a summary as far as sentences that passed can word them, in reading order, with quotes where none does.
 * `null` when there is no such sentence.
 *
 * @param hasQuotes False for what is shown while the model still writes: then a quote may be worded yet.
 */
export function writtenPoints(
  examined: readonly ExaminedSentence[],
  parts: WrittenSummaryParts,
  hasQuotes = true,
): Pick<Summary, 'points' | 'citations' | 'coverage'> | null {
  const { given, readChunk } = parts;
  const { scope, chosen } = parts.summarized;
  const worded = examined.flatMap((sentence) => pointOf(sentence, parts));
  const merged = mergePoints(chosen.points, worded).filter(({ kind }) => hasQuotes || kind === 'worded');
  if (merged.every(({ kind }) => kind === 'quoted')) return null;
  const { sentences, citations } = citeSentences(
    merged.map((one) => (one.kind === 'quoted' ? asExamined(one.point, given) : one.point.sentence)),
    given,
    null,
    readChunk,
  );
  return {
    points: sentences.map((sentence, at) =>
      merged[at]?.kind === 'quoted' ? { ...sentence, standing: 'quoted' } : sentence,
    ),
    citations,
    coverage: coverageOf(
      scope.paragraphs.map(({ number }) => number),
      new Set(citations.map(({ paragraph }) => paragraph)),
    ),
  };
}
