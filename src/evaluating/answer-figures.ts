import type { Answer, Standing, WritingFault } from '../types.js';
import type { GoldenQuestion } from './golden-set.js';
import { quantile, shareOf } from './measures.js';

/** A question of a golden set, and what somebody who asked it saw. */
export interface AskedQuestion {
  readonly golden: GoldenQuestion;
  readonly answer: Answer;
  /** Milliseconds until the first sentence was shown, and until the answer was whole. */
  readonly firstMs: number;
  readonly totalMs: number;
}

/** Shares are 0 to 1, and `null` where there is nothing to take a share of. */
export interface AnswerFigures {
  readonly asked: number;
  /** Of the citations under answers to answerable questions, those of a paragraph that answers. */
  readonly citationPrecision: number | null;
  /** Of the answerable questions, those whose answer cites a paragraph that answers; a declined one has none. */
  readonly citationRecall: number | null;
  /** Of the answerable questions with key words, those whose answer has them in its sentences, and in its quotes. */
  readonly keyWordsShown: number | null;
  readonly keyWordsQuoted: number | null;
  /** Of the unanswerable questions, those that are declined. */
  readonly refusalRate: number | null;
  /** Of the answerable questions, those that are declined. */
  readonly falseRefusalRate: number | null;
  /** Sentences shown, by what stands behind them, and sentences of drafts that were not shown. */
  readonly sentences: Readonly<Record<Standing | 'dropped', number>>;
  /** Of the sentences shown, those whose words are not all found in what they cite. */
  readonly partlyShare: number | null;
  /** Of the answers, those in the words of the model. */
  readonly writtenShare: number | null;
  /** How often its words were not shown, by the reason. */
  readonly faults: Readonly<Record<WritingFault, number>>;
  /** Milliseconds until the answer was whole, over answered questions. */
  readonly latency: Readonly<Record<'p50' | 'p95', number | null>>;
  /** Milliseconds until a reader saw the first sentence that stayed, over the same. */
  readonly firstSentence: Readonly<Record<'p50' | 'p95', number | null>>;
  readonly tokens: { readonly input: number; readonly output: number };
}

function citesRightly({ golden }: AskedQuestion, citation: Answer['citations'][number]): boolean {
  if (golden.document !== null && golden.document !== citation.document) return false;
  return golden.paragraphs.includes(citation.paragraph);
}

function holdsKeyWords({ golden: { keyWords } }: AskedQuestion, texts: readonly string[]): boolean {
  const text = texts.join(' ').toLowerCase();
  return keyWords.some((words) => words.every((word) => text.includes(word.toLowerCase())));
}

const noFaults: Readonly<Record<WritingFault, number>> = {
  unavailable: 0,
  slow: 0,
  'over-budget': 0,
  declined: 0,
  unsupported: 0,
};

function countFaults(answers: readonly Answer[]): Readonly<Record<WritingFault, number>> {
  const counts = { ...noFaults };
  for (const { writing } of answers) if (writing !== null && writing.fault !== null) counts[writing.fault] += 1;
  return counts;
}

function percentiles(milliseconds: readonly number[]): AnswerFigures['latency'] {
  return { p50: quantile(milliseconds, 0.5), p95: quantile(milliseconds, 0.95) };
}

/** What the answers to a golden set, or to the part of it that was asked, come to. */
export function answerFigures(asked: readonly AskedQuestion[]): AnswerFigures {
  const answerable = asked.filter(({ golden }) => golden.answerable);
  const unanswerable = asked.filter(({ golden }) => !golden.answerable);
  const answered = asked.filter(({ answer }) => answer.outcome === 'answered');
  const withKeyWords = answerable.filter(({ golden }) => golden.keyWords.length > 0);
  const cited = answerable.flatMap((one) => one.answer.citations.map((citation) => citesRightly(one, citation)));
  const shown = asked.flatMap(({ answer }) => answer.sentences);
  const showing = (standing: Standing): number => shown.filter((one) => one.standing === standing).length;
  const writings = asked.flatMap(({ answer }) => answer.writing ?? []);
  const total = (of: (writing: (typeof writings)[number]) => number): number =>
    writings.reduce((sum, writing) => sum + of(writing), 0);
  const isDeclined = ({ answer }: AskedQuestion): boolean => answer.outcome === 'declined';

  return {
    asked: asked.length,
    citationPrecision: shareOf(cited, (isRight) => isRight),
    citationRecall: shareOf(answerable, (one) => one.answer.citations.some((citation) => citesRightly(one, citation))),
    keyWordsShown: shareOf(withKeyWords, (one) =>
      holdsKeyWords(
        one,
        one.answer.sentences.map(({ text }) => text),
      ),
    ),
    keyWordsQuoted: shareOf(withKeyWords, (one) =>
      holdsKeyWords(
        one,
        one.answer.citations.map(({ quote }) => quote),
      ),
    ),
    refusalRate: shareOf(unanswerable, isDeclined),
    falseRefusalRate: shareOf(answerable, isDeclined),
    sentences: {
      quoted: showing('quoted'),
      supported: showing('supported'),
      partly: showing('partly'),
      dropped: total(({ dropped }) => dropped),
    },
    partlyShare: shareOf(shown, ({ standing }) => standing === 'partly'),
    writtenShare: shareOf(answered, ({ answer }) => answer.mode === 'written'),
    faults: countFaults(asked.map(({ answer }) => answer)),
    latency: percentiles(answered.map(({ totalMs }) => totalMs)),
    firstSentence: percentiles(answered.map(({ firstMs }) => firstMs)),
    tokens: {
      input: total(({ usage }) => usage?.inputTokens ?? 0),
      output: total(({ usage }) => usage?.outputTokens ?? 0),
    },
  };
}
