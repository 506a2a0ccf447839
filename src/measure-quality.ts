import type { ShippedQuestion } from './golden-questions.js';
import type { GoldenQuestion } from './state/seams/feedback.js';
import type { QualityFigures } from './state/seams/quality.js';
import type { Answer, Generation } from './types.js';

export interface QualityQuestions {
  /** Of these, the ones count whose documents are searched. */
  readonly shipped: readonly ShippedQuestion[];
  /** What accepted disputes of a server made. */
  readonly disputed: readonly Pick<GoldenQuestion, 'question' | 'wrong'>[];
}

/** The questions that can be asked of these generations: one about a document that is not there says nothing of them. */
export function questionsFor(
  { shipped, disputed }: QualityQuestions,
  generations: readonly Generation[],
): QualityQuestions {
  const documents = new Set(generations.flatMap((generation) => generation.documents.map(({ id }) => id)));
  return { shipped: shipped.filter(({ document }) => documents.has(document)), disputed };
}

function share<T>(all: readonly T[], holds: (one: T) => boolean): number | null {
  return all.length === 0 ? null : all.filter(holds).length / all.length;
}

function citesRightParagraph({ document, paragraphs }: ShippedQuestion, { citations }: Answer): boolean {
  return citations.some((citation) => citation.document === document && paragraphs.includes(citation.paragraph));
}

function stillQuotes({ wrong }: Pick<GoldenQuestion, 'wrong'>, { citations }: Answer): boolean {
  return citations.some(({ document, quote }) => document === wrong.document && quote === wrong.quote);
}

/**
 * What the questions come to, asked one after the other.
 *
 * @param ask Rejects to call it off.
 */
export async function measureQuality(
  { shipped, disputed }: QualityQuestions,
  ask: (question: string) => Promise<Answer>,
): Promise<QualityFigures> {
  const asked: { readonly golden: ShippedQuestion; readonly answer: Answer }[] = [];
  for (const golden of shipped) asked.push({ golden, answer: await ask(golden.question) });
  const mended: boolean[] = [];
  for (const golden of disputed) mended.push(!stillQuotes(golden, await ask(golden.question)));
  const answerable = asked.filter(({ golden }) => golden.answerable);
  const unanswerable = asked.filter(({ golden }) => !golden.answerable);
  return {
    questions: asked.length + mended.length,
    cited: share(answerable, ({ golden, answer }) => citesRightParagraph(golden, answer)),
    falselyDeclined: share(answerable, ({ answer }) => answer.outcome === 'declined'),
    declined: share(unanswerable, ({ answer }) => answer.outcome === 'declined'),
    disputesMended: share(mended, (isMended) => isMended),
  };
}
