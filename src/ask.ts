import { type AnswerabilityModel, assess } from './answering/assess.js';
import { chooseSentences } from './answering/choose-sentences.js';
import type { ReadChunk } from './answering/chunk-reading.js';
import { quote } from './answering/citations.js';
import { asksAfter, asksForOutcome, asksForPresent, latestDate, latestDateOf } from './answering/date-guard.js';
import { declineWith } from './answering/decline.js';
import { type Evidence, gatherEvidence } from './answering/evidence.js';
import { type QuestionReading, readingOf } from './answering/question-reading.js';
import type { Encoder } from './embedding/encoder.js';
import { type Question, readQuestion } from './language/question.js';
import type { WordVectors } from './language/word-vectors.js';
import { dotProduct } from './retrieval/background.js';
import { retrieve } from './retrieval/retrieve.js';
import type { Answer, DeclineReason, Generation, ParagraphKind, Passage } from './types.js';

export interface AskParts {
  readonly encoder: Pick<Encoder, 'embedQuery'>;
  /** The collections that whoever asks may see. At least one. */
  readonly generations: readonly Generation[];
  readonly words: WordVectors;
  readonly readChunk: ReadChunk;
  readonly model: AnswerabilityModel;
  /** Milliseconds of a clock that never goes back. */
  readonly clock: () => number;
}

/** Longer questions are cut: nobody's question needs more, and the work of reading one stays bounded. */
export const longestQuestion = 2000;

const passagesKept = 8;
const evidenceKinds: ReadonlySet<ParagraphKind> = new Set(['body', 'caption']);
const kindsWithNotices: ReadonlySet<ParagraphKind> = new Set(['body', 'caption', 'notice']);

/** Asks about the document as a publication: only then is its notice an answer. */
const aboutTheDocument =
  /\b(?:disclaimer|(?:position|view|opinion|stance|line) of (?:the )?(?:publisher|staff|editors?|outlet|russia direct)|publisher['’]?s|editorial (?:position|line)|copyright|licen[cs]e|does (?:this|the) (?:article|text|piece) (?:reflect|represent|speak)|(?:official|staff|house) (?:position|view|opinion))\b/iu;

const neverAsked: readonly Question['kind'][] = ['instruction', 'greeting', 'empty'];

/** Why a question is declined, or `null` when it is answered. `confidence` is the calibrated probability. */
function reasonToDecline(
  question: Question,
  asOf: string | null,
  confidence: number,
  threshold: number,
): DeclineReason | null {
  if (neverAsked.includes(question.kind)) return 'off-topic';
  if (asksAfter(question, asOf)) return 'after-document-date';
  if (asOf !== null && asksForPresent(question)) return 'after-document-date';
  if (confidence >= threshold) return null;
  return asOf !== null && asksForOutcome(question) ? 'after-document-date' : 'no-evidence';
}

/** What was found for a question, before anything is decided. */
export interface Findings {
  readonly question: Question;
  readonly vector: Float32Array;
  readonly reading: QuestionReading;
  readonly passages: readonly Passage[];
  readonly evidence: readonly Evidence[];
}

/** Reads, embeds, retrieves and compares; `onStage` is told when the vector and when the passages are there. */
export async function findEvidence(
  text: string,
  { encoder, generations, words, readChunk }: Omit<AskParts, 'model' | 'clock'>,
  onStage: (stage: 'embedded' | 'retrieved') => void = () => {},
): Promise<Findings> {
  const asked = text.slice(0, longestQuestion).toWellFormed();
  const question = readQuestion(asked);
  const vector = Float32Array.from(await encoder.embedQuery(asked));
  onStage('embedded');
  const kinds = aboutTheDocument.test(asked) ? kindsWithNotices : evidenceKinds;
  const passages = retrieve({ terms: question.terms, vector, generations, kinds, limit: passagesKept });
  onStage('retrieved');
  const reading = readingOf(question, generations, words);
  const similarityOf = (generation: Generation, chunk: number): number => dotProduct(vector, generation.vector(chunk));
  return {
    question,
    vector,
    reading,
    passages,
    evidence: gatherEvidence(reading, passages, similarityOf, readChunk, words),
  };
}

/** How many chunks the generations hold together. */
export function chunksOf(generations: readonly Generation[]): number {
  return generations.reduce((sum, { chunkCount }) => sum + chunkCount, 0);
}

/**
 * A question becomes an answer: read, embed, retrieve, weigh, then quote or decline.
 *
 * `text` may be anything; of a longer one the first 2,000 characters count. Whatever the outcome, the answer's quotes are
 * slices of their documents. @throws EncoderError when the encoder does not answer: an outage is never a decline.
 */
export async function ask(text: string, parts: AskParts): Promise<Answer> {
  const { generations, words, readChunk, model, clock } = parts;
  const startedAt = clock();
  const reached = { embedded: startedAt, retrieved: startedAt };
  const { question, vector, reading, passages, evidence } = await findEvidence(text, parts, (stage) => {
    reached[stage] = clock();
  });
  const assessment = assess(evidence, model, vector, chunksOf(generations));
  const asOf = latestDate(generations.map(latestDateOf));
  const reason = reasonToDecline(question, asOf, assessment.confidence, model.threshold);
  const answered =
    reason === null ? quote(question, chooseSentences(assessment.ranked, readChunk), readChunk) : undefined;
  const declined = reason === null ? undefined : declineWith(reason, asOf, reading, passages, readChunk, words);
  const answeredAt = clock();

  return {
    question: text,
    outcome: reason === null ? 'answered' : 'declined',
    mode: 'extractive',
    reason,
    confidence: assessment.confidence,
    sentences: answered?.sentences ?? [],
    citations: answered?.citations ?? [],
    missing: declined?.missing ?? null,
    suggestion: declined?.suggestion ?? null,
    nearest: declined?.nearest ?? [],
    asOf: answered === undefined ? asOf : latestDate(answered.citations.map(({ date }) => date)),
    generation: generations.map(({ id }) => id).join('+'),
    timings: {
      embedMs: reached.embedded - startedAt,
      retrieveMs: reached.retrieved - reached.embedded,
      answerMs: answeredAt - reached.retrieved,
      totalMs: answeredAt - startedAt,
    },
  };
}
