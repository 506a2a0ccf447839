import { attributionOf } from './answering/attribution.js';
import { latestDate } from './answering/date-guard.js';
import { citePlace } from './cite-chunk.js';
import type { Encoder } from './embedding/encoder.js';
import { ParagraphsError, ParleyError, UsageError } from './errors.js';
import { dotProduct } from './indexing/dot-product.js';
import { createTimeSlices } from './indexing/time-slices.js';
import type { WordVectors } from './language/word-vectors.js';
import { backgroundOf } from './retrieval/background.js';
import { coverageOf } from './summarizing/coverage.js';
import type { Focus } from './summarizing/focus-relevance.js';
import { type ChosenPoints, pointsOf } from './summarizing/points-of.js';
import { hasBody, type Scope, scopeOf } from './summarizing/scope.js';
import { type Section, sectionsIn } from './summarizing/sections.js';
import type { Generation, IndexedDocument, Summary, SummaryLength } from './types.js';

export interface SummaryRequest {
  /** The document's id; the most recently dated one when none is given. */
  readonly document?: string;
  /** First and last paragraph by number, both inclusive. */
  readonly paragraphs?: readonly [first: number, last: number];
  /** What it is to be about, in any words; blank is none, and of a longer one the first 300 characters count. */
  readonly focus?: string;
  readonly length: SummaryLength;
}

export interface SummaryParts {
  /** The collections that whoever asks may see. At least one. */
  readonly generations: readonly Generation[];
  /** Needed for a focus, and used for nothing else. */
  readonly encoder: Pick<Encoder, 'embedQuery'>;
  readonly words: WordVectors;
}

/** Points a summary has at most; a short text has fewer. */
export const pointCounts: Readonly<Record<SummaryLength, number>> = { short: 3, medium: 6, long: 12 };

/** A focus is a phrase. */
export const longestFocus = 300;

const documentsListed = 5;

interface Place {
  readonly generation: Generation;
  readonly document: IndexedDocument;
}

function placesIn(generations: readonly Generation[]): readonly Place[] {
  return generations.flatMap((generation) => generation.documents.map((document) => ({ generation, document })));
}

/** The named document, the first of that name; without a name the most recently dated one, the first of equals. */
function placeOf(wanted: string | undefined, generations: readonly Generation[]): Place {
  const places = placesIn(generations);
  if (places.length === 0) {
    throw new ParleyError('There are no documents to summarise.', 'Add one to the corpus and index it.');
  }
  if (wanted !== undefined) {
    const named = places.find(({ document }) => document.id === wanted);
    if (named !== undefined) return named;
    const ids = [...new Set(places.map(({ document }) => document.id))];
    const more = ids.length > documentsListed ? `, and ${ids.length - documentsListed} more` : '';
    throw new UsageError(
      `There is no document “${wanted.slice(0, longestFocus).toWellFormed()}”.`,
      `There are: ${ids.slice(0, documentsListed).join(', ')}${more}.`,
    );
  }
  const summarisable = places.filter(({ generation, document }) => hasBody(generation, document));
  const latest = latestDate(summarisable.map(({ document }) => document.metadata.date));
  const place = summarisable.find(({ document }) => document.metadata.date === latest) ?? places[0];
  return place as Place;
}

function checkRange([first, last]: readonly [number, number], { generation, document }: Place): void {
  const lowest = document.firstParagraph;
  const highest = document.endParagraph - 1;
  const from = highest < lowest ? 0 : generation.paragraph(lowest).number;
  const to = highest < lowest ? 0 : generation.paragraph(highest).number;
  const isRange = Number.isInteger(first) && Number.isInteger(last) && first <= last;
  if (!isRange || first < from || last > to) throw new ParagraphsError(document.id, [first, last], [from, to]);
}

/** A focus without anything that can be read is none. */
function cleanFocus(focus: string | undefined): string | null {
  const clean = (focus ?? '')
    .trim()
    .slice(0, longestFocus)
    .toWellFormed()
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  return /[\p{L}\p{N}]/u.test(clean) ? clean : null;
}

async function readFocus(text: string | null, { encoder, generations }: SummaryParts): Promise<Focus | null> {
  if (text === null) return null;
  const vector = Float32Array.from(await encoder.embedQuery(text));
  return { text, vector, background: backgroundOf(vector, generations) };
}

/** A summary and what it was chosen from. */
export interface Summarized {
  readonly summary: Summary;
  readonly scope: Scope;
  readonly chosen: ChosenPoints;
}

/** As `summarize`, with what the summary was chosen from: for whoever goes on with it. */
export async function summarizeWithScope(request: SummaryRequest, parts: SummaryParts): Promise<Summarized> {
  const place = placeOf(request.document, parts.generations);
  const { generation, document } = place;
  const range = request.paragraphs ?? null;
  if (range !== null) checkRange(range, place);
  const scope = scopeOf(generation, document, range);
  const focus = await readFocus(cleanFocus(request.focus), parts);
  const chosen = await pointsOf(scope, focus, pointCounts[request.length], {
    words: parts.words,
    cosineOf: (a, b) => dotProduct(a, 0, b),
    slices: createTimeSlices(),
  });
  const citations = chosen.points.map((point, index) => citePlace(document, point, index + 1));
  const summary: Summary = {
    document: document.id,
    title: document.metadata.title,
    paragraphs: range,
    focus: focus?.text ?? null,
    length: request.length,
    mode: 'extractive',
    points: citations.map(({ n, quote: text }) => ({
      text,
      citations: [n],
      attribution: attributionOf(text),
      standing: 'quoted',
      caution: null,
      unsaid: [],
    })),
    citations,
    coverage: coverageOf(
      scope.paragraphs.map(({ number }) => number),
      new Set(citations.map(({ paragraph }) => paragraph)),
    ),
    asOf: document.metadata.date,
    generation: generation.id,
    writing: null,
  };
  return { summary, scope, chosen };
}

/**
 * A document, a stretch of its paragraphs or what either says about a focus, in its own sentences: word for word, each
 * cited, in reading order, with the body paragraphs that no point comes from.
 *
 * Nothing to tell is no error: a stretch without sentences has no points and covers nothing of nothing; a focus that the
 * text does not meet has no points either, and every paragraph is missing. No text is embedded but the focus.
 *
 * @throws UsageError for an unknown document or a range that is none; ParleyError when there are no documents;
 *   EncoderError when there is a focus and the encoder does not answer
 */
export async function summarize(request: SummaryRequest, parts: SummaryParts): Promise<Summary> {
  return (await summarizeWithScope(request, parts)).summary;
}

/**
 * Parts of a document that a person may choose instead of the whole: its headings' sections, or without headings up to
 * six parts of about equal length. Empty for an unknown document and for one that has no parts.
 */
export function sectionsOf(generation: Generation, document: string): readonly Section[] {
  const found = generation.documents.find(({ id }) => id === document);
  return found === undefined ? [] : sectionsIn(generation, found);
}
