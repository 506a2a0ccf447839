import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PlannedDocument } from './ingesting/planned-documents.js';
import { type Screening, screenBeside } from './screen.js';
import type { Answer, Generation } from './types.js';

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
  /** What members can search already, and what would come with the documents. */
  readonly beside: readonly Generation[];
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

function ownScreening({ id, screening }: PlannedDocument): Screening {
  // Nothing found and not looked for must never be taken for each other.
  if (screening === null) throw new Error(`Nobody looked through ${id}.`);
  return screening;
}

function withFindings(screened: readonly ScreenedDocument[]): readonly ScreenedDocument[] {
  return screened.filter(({ screening }) => screening.findings.length + screening.omitted > 0);
}

/** What the new or changed documents of a plan say that they should not: those that have something to report. */
export function screenedAlone(documents: readonly PlannedDocument[]): readonly ScreenedDocument[] {
  return withFindings(
    documents.map((planned) => ({ document: planned.id, title: planned.title, screening: ownScreening(planned) })),
  );
}

/** The same beside what else is there, by the vectors of the generation that was built with the documents. */
export async function screenedBeside(
  documents: readonly PlannedDocument[],
  candidate: Generation,
  { beside, onProgress, signal }: ScreeningParts,
): Promise<readonly ScreenedDocument[]> {
  // Vectors of another model say nothing about these.
  const generations = beside.filter(({ manifest }) => manifest.model.hash === candidate.manifest.model.hash);
  const rows = new Map(candidate.documents.map(({ id }, row) => [id, row]));
  const screened: ScreenedDocument[] = [];
  for (const [index, planned] of documents.entries()) {
    onProgress(index, documents.length);
    const { id, title } = planned;
    const row = rows.get(id);
    if (row === undefined) throw new Error(`${id} is not in the generation that was built with it.`);
    const looking = { own: ownScreening(planned), generations, signal };
    screened.push({ document: id, title, screening: await screenBeside({ generation: candidate, row }, looking) });
    signal.throwIfAborted();
  }
  onProgress(documents.length, documents.length);
  return withFindings(screened);
}
