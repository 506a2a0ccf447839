import { setImmediate as nextTurn } from 'node:timers/promises';
import { screen } from './screen.js';
import type { Screening } from './screening/finding.js';
import type { Answer, Generation, ParsedDocument } from './types.js';

// What a change of the documents would do, found out before it is live: which answers would be others, and what the new
// documents say that they should not.

/** Why a question is asked for a preview: it ships with Parley, an accepted dispute made it, or somebody asked it lately. */
export type QuestionOrigin = 'golden' | 'accepted' | 'recent';

export interface PreviewQuestion {
  readonly text: string;
  readonly origin: QuestionOrigin;
}

export interface AnswerChange {
  readonly question: PreviewQuestion;
  readonly before: Answer;
  readonly after: Answer;
}

export interface AnswerComparison {
  /** How many questions were asked. */
  readonly asked: number;
  /** Those whose outcome, reason or set of quotes differs, in the order in which they were asked. */
  readonly changes: readonly AnswerChange[];
}

/** At most so many of a list, evenly spaced, so that a part speaks for all of it. */
function spread<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list;
  return Array.from({ length: most }, (_, index) => list[Math.floor((index * list.length) / most)]).filter(
    (one) => one !== undefined,
  );
}

const keyOf = (text: string): string => text.normalize('NFC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();

/**
 * What is asked for a preview, each question once: those of the server before those that ship with Parley, of which an
 * even selection is taken.
 *
 * @param most Of each origin.
 */
export function choosePreviewQuestions(
  questions: Readonly<Record<QuestionOrigin, readonly string[]>>,
  most: number,
): readonly PreviewQuestion[] {
  const seen = new Set<string>();
  const isNew = (text: string): boolean => {
    const key = keyOf(text);
    if (key === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  };
  const chosen = (origin: QuestionOrigin): readonly PreviewQuestion[] => {
    const distinct = questions[origin].filter(isNew);
    const kept = origin === 'golden' ? spread(distinct, most) : distinct.slice(0, most);
    return kept.map((text) => ({ text, origin }));
  };
  return [...chosen('accepted'), ...chosen('recent'), ...chosen('golden')];
}

/** Whether two answers come to the same: how a question ended, and what was quoted for it. */
function isSameAnswer(one: Answer, other: Answer): boolean {
  if (one.outcome !== other.outcome || one.reason !== other.reason) return false;
  const quotes = new Set(one.citations.map(({ quote }) => quote));
  const others = new Set(other.citations.map(({ quote }) => quote));
  return quotes.size === others.size && [...quotes].every((quote) => others.has(quote));
}

export interface ComparisonParts {
  readonly before: readonly Generation[];
  readonly after: readonly Generation[];
  /** Answers from these very generations. Whoever gives it lets members' questions go first. */
  readonly askOver: (question: string, generations: readonly Generation[]) => Promise<Answer>;
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Asks every question of both states, one at a time; the event loop turns between them.
 *
 * @throws the signal's reason once it is aborted
 */
export async function compareAnswers(
  questions: readonly PreviewQuestion[],
  { before, after, askOver, onProgress, signal }: ComparisonParts,
): Promise<AnswerComparison> {
  const changes: AnswerChange[] = [];
  for (const [index, question] of questions.entries()) {
    onProgress(index, questions.length);
    const now = await askOver(question.text, before);
    signal.throwIfAborted();
    const then = await askOver(question.text, after);
    await nextTurn();
    signal.throwIfAborted();
    if (!isSameAnswer(now, then)) changes.push({ question, before: now, after: then });
  }
  onProgress(questions.length, questions.length);
  return { asked: questions.length, changes };
}

export interface ScreenedDocument {
  readonly document: string;
  readonly title: string;
  readonly screening: Screening;
}

export interface ScreeningParts {
  /** A generation that has the documents, for their vectors; `null` while none was built: then only their own text is read. */
  readonly candidate: Generation | null;
  /** What members can search already. */
  readonly visible: readonly Generation[];
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

/** The vectors of a document's chunks, one after the other; `null` when the generation was made of another text. */
function vectorsIn(generation: Generation, { document, chunks }: ParsedDocument): Float32Array | null {
  const indexed = generation.documents.find(({ id }) => id === document.id);
  if (indexed === undefined) return null;
  const { dimensions } = generation.vectors;
  const matrix = new Float32Array(chunks.length * dimensions);
  let count = 0;
  for (let row = indexed.firstParagraph; row < indexed.endParagraph; row += 1) {
    const { firstChunk, endChunk } = generation.paragraph(row);
    if (count + endChunk - firstChunk > chunks.length) return null;
    for (let chunk = firstChunk; chunk < endChunk; chunk += 1) {
      matrix.set(generation.vector(chunk), count * dimensions);
      count += 1;
    }
  }
  return count === chunks.length ? matrix : null;
}

/** The poisoning report of every new or changed document that has something to report. */
export async function screenDocuments(
  documents: readonly { readonly parsed: ParsedDocument; readonly hidden: readonly string[] }[],
  { candidate, visible, onProgress, signal }: ScreeningParts,
): Promise<readonly ScreenedDocument[]> {
  const screened: ScreenedDocument[] = [];
  // Vectors of another model say nothing about these.
  const comparable = visible.filter(({ manifest }) => manifest.model.hash === candidate?.manifest.model.hash);
  for (const [index, { parsed, hidden }] of documents.entries()) {
    onProgress(index, documents.length);
    const vectors = candidate === null ? null : vectorsIn(candidate, parsed);
    const generations = vectors === null ? [] : comparable;
    const parts = { hidden, vectors: vectors ?? new Float32Array(0), generations, signal };
    const { id, metadata } = parsed.document;
    const screening = await screen(parsed, parts);
    signal.throwIfAborted();
    if (screening.findings.length + screening.omitted > 0)
      screened.push({ document: id, title: metadata.title, screening });
  }
  onProgress(documents.length, documents.length);
  return screened;
}
