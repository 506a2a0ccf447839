import { type AnswerabilityModel, type Assessment, assess, type SizeModel } from '#src/answering/assess.js';
import { chooseSentences } from '#src/answering/choose-sentences.js';
import { createChunkReader } from '#src/answering/chunk-reading.js';
import { latestDateOf } from '#src/answering/date-guard.js';
import { reasonToDecline } from '#src/ask.js';
import { areaUnderRoc } from '#src/evaluating/measures.js';
import type { WordVectors } from '#src/language/word-vectors.js';
import { holdsKeyWords, type LabelledQuestion } from './labelled-questions.js';

export interface Judged {
  readonly question: LabelledQuestion;
  readonly confidence: number;
  readonly assessment: Assessment;
  /** Declined whatever the evidence: small talk, orders, later dates. */
  readonly outright: boolean;
}

export function judge(question: LabelledQuestion, model: AnswerabilityModel, chunks: number): Judged {
  const { findings } = question;
  const assessment = assess(findings.evidence, findings.claimFitOf, model, findings.vector, chunks);
  const generation = findings.passages[0]?.generation;
  const asOf = generation === undefined ? null : latestDateOf(generation);
  const outright = reasonToDecline(findings, assessment, asOf, 0) !== null;
  return { question, assessment, outright, confidence: outright ? 0 : assessment.confidence };
}

export interface AbstentionFigures {
  readonly questions: number;
  readonly auroc: number;
  readonly refusalRate: number;
  readonly falseRefusalRate: number;
}

function share<T>(rows: readonly T[], is: (row: T) => boolean): number {
  return rows.length === 0 ? 0 : rows.filter(is).length / rows.length;
}

export function abstentionFigures(judged: readonly Judged[], threshold: number): AbstentionFigures {
  const declined = ({ confidence }: Judged): boolean => confidence < threshold;
  return {
    questions: judged.length,
    auroc: areaUnderRoc(
      judged.map(({ confidence, question }) => ({ score: confidence, positive: question.answerable })),
    ),
    refusalRate: share(
      judged.filter(({ question }) => !question.answerable),
      declined,
    ),
    falseRefusalRate: share(
      judged.filter(({ question }) => question.answerable),
      declined,
    ),
  };
}

export interface CitationFigures {
  /** Share of answerable questions for which a right paragraph is cited, and for which the key words are quoted, declined or not. */
  readonly paragraphCited: number;
  readonly keyWordsQuoted: number;
  readonly sentencesQuoted: number;
}

/** What would be quoted if nothing were declined. */
export function citationFigures(judged: readonly Judged[], words: WordVectors): CitationFigures {
  const readChunk = createChunkReader(words);
  const answerable = judged.filter(({ question }) => question.answerable && question.paragraphs.length > 0);
  const quotes = answerable.map(({ assessment, question }) => {
    const chosen = chooseSentences(assessment.ranked, readChunk);
    const numbers = chosen.map(
      ({ generation, chunk }) => generation.paragraph(generation.chunk(chunk).paragraph).number,
    );
    return {
      paragraph: numbers.some((number) => question.paragraphs.includes(number)),
      keyWords: holdsKeyWords(
        chosen.map(({ generation, chunk }) => readChunk(generation, chunk).text).join(' '),
        question.keyWords,
      ),
      count: chosen.length,
    };
  });
  return {
    paragraphCited: share(quotes, ({ paragraph }) => paragraph),
    keyWordsQuoted: share(quotes, ({ keyWords }) => keyWords),
    sentencesQuoted: quotes.reduce((sum, { count }) => sum + count, 0) / Math.max(1, quotes.length),
  };
}

/**
 * The highest threshold that wrongly declines at most this share of the answerable questions, those among them that are
 * declined outright. It lies halfway between two questions, so that the same figures come out on another machine.
 */
export function thresholdFor(judged: readonly Judged[], falseRefusals: number): number {
  const confidences = judged
    .filter(({ question }) => question.answerable)
    .map(({ confidence }) => confidence)
    .toSorted((a, b) => a - b);
  const declined = Math.floor(confidences.length * falseRefusals);
  return ((confidences[Math.max(0, declined - 1)] ?? 0.5) + (confidences[declined] ?? 0.5)) / 2;
}

function oddsOf(probability: number): number {
  return Math.log(probability / (1 - probability));
}

/** Moves the log-odds so that what had the probability `from` has `to`, and the order stays. */
export function moved(model: SizeModel, from: number, to: number): SizeModel {
  const { question } = model;
  return { ...model, question: { ...question, bias: question.bias + oddsOf(to) - oddsOf(from) } };
}
