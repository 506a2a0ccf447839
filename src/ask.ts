import { asksAboutDocument, asksOfPublication } from './answering/about-document.js';
import { type AnswerabilityModel, type Assessment, assess, type RankedEvidence } from './answering/assess.js';
import { chooseSentences } from './answering/choose-sentences.js';
import type { ReadChunk } from './answering/chunk-reading.js';
import { quote } from './answering/citations.js';
import type { ClaimFit } from './answering/claim-fit.js';
import { weighWords, withContext } from './answering/context-features.js';
import type { ContextWords } from './answering/context-words.js';
import { asksAfter, asksForOutcome, asksForPresent, latestDate, latestDateOf } from './answering/date-guard.js';
import { declineWith } from './answering/decline.js';
import { type Evidence, gatherEvidence } from './answering/evidence.js';
import { outcomeAsked, tellsOutcome } from './answering/outcome-question.js';
import { type QuestionReading, readingOf } from './answering/question-reading.js';
import { respell } from './answering/respell.js';
import { claimFitOf } from './claim-fit-of.js';
import type { Encoder } from './embedding/encoder.js';
import { findDisagreements } from './find-disagreements.js';
import { type Question, readQuestion } from './language/question.js';
import type { WordVectors } from './language/word-vectors.js';
import { dotProduct } from './retrieval/background.js';
import { retrieve } from './retrieval/retrieve.js';
import { markDisputes, settleSentences } from './settle-sentences.js';
import { statingEvidence } from './stating-evidence.js';
import type { Answer, DeclineReason, Generation, ParagraphKind, Passage } from './types.js';
import type { WordReader } from './word-reader.js';

export interface AskParts {
  readonly encoder: Pick<Encoder, 'embedQuery'>;
  /** Of the same encoder, if it reads words. */
  readonly wordReader?: WordReader | undefined;
  /** The collections that whoever asks may see. At least one. */
  readonly generations: readonly Generation[];
  readonly words: WordVectors;
  readonly readChunk: ReadChunk;
  readonly model: AnswerabilityModel;
  /** Milliseconds of a clock that never goes back. */
  readonly clock: () => number;
}

type FindParts = Omit<AskParts, 'model' | 'clock'>;

const noWords: ContextWords = { words: [], states: new Int8Array(), scales: new Float32Array() };

/** Longer questions are cut: nobody's question needs more, and the work of reading one stays bounded. */
export const longestQuestion = 2000;

const passagesKept = 8;
const evidenceKinds: ReadonlySet<ParagraphKind> = new Set(['body', 'caption']);
const noticesOnly: ReadonlySet<ParagraphKind> = new Set(['notice']);

const neverAsked: readonly Question['kind'][] = ['instruction', 'greeting', 'empty'];

/** The best sentences that a question about an outcome is held against. */
const outcomeDepth = 3;

/** Why a question is declined, or `null` when it is answered. With a `threshold` of 0, what is declined whatever the evidence. */
export function reasonToDecline(
  { question, passages }: Findings,
  { ranked, confidence }: Assessment,
  asOf: string | null,
  threshold: number,
): DeclineReason | null {
  if (neverAsked.includes(question.kind)) return 'off-topic';
  if (isNotice(passages)) return null;
  if (asksOfPublication(question.text)) return 'no-evidence';
  if (asksAfter(question, asOf)) return 'after-document-date';
  if (asOf !== null && asksForPresent(question)) return 'after-document-date';
  const outcome = outcomeAsked(question.text);
  const isTold =
    outcome === undefined || ranked.slice(0, outcomeDepth).some(({ reading }) => tellsOutcome(outcome, reading));
  if (!isTold && asOf !== null) return 'after-document-date';
  if (confidence >= threshold && ranked.length > 0) return null;
  return asOf !== null && asksForOutcome(question) ? 'after-document-date' : 'no-evidence';
}

/** Whether the question is about the document itself: then notices answer it. */
export function isNotice(passages: readonly Passage[]): boolean {
  return passages.some(({ generation, paragraph }) => generation.paragraph(paragraph).kind === 'notice');
}

/** What was found for a question, before anything is decided. */
export interface Findings {
  readonly question: Question;
  readonly vector: Float32Array;
  readonly reading: QuestionReading;
  readonly passages: readonly Passage[];
  readonly evidence: readonly Evidence[];
  /** The evidence that there would be in other passages. */
  readonly evidenceIn: (passages: readonly Passage[]) => readonly Evidence[];
  /** How a chunk meets what the question presupposes. */
  readonly claimFitOf: (evidence: Evidence) => ClaimFit;
}

/** A question's vector, and where it is asked of a small collection, what tells how its words meet those of a chunk. */
async function embedInContext(asked: string, { encoder, wordReader, generations }: FindParts) {
  const chunks = wordReader?.readGenerations(generations);
  if (wordReader === undefined || chunks === undefined) {
    return {
      vector: Float32Array.from(await encoder.embedQuery(asked)),
      inContext: (evidence: readonly Evidence[]) => evidence,
    };
  }
  const [{ vector, words }, chunkWords] = await Promise.all([wordReader.readQuestion(asked), chunks]);
  const wordsOf = ({ generation, chunk }: Evidence): ContextWords => chunkWords.get(generation)?.[chunk] ?? noWords;
  return {
    vector,
    inContext: (evidence: readonly Evidence[], reading: QuestionReading) =>
      words === undefined ? evidence : withContext(evidence, weighWords(reading, words), wordsOf),
  };
}

/** Reads, embeds, retrieves and compares; `onStage` is told when the vector and when the passages are there. */
export async function findEvidence(
  text: string,
  parts: FindParts,
  onStage: (stage: 'embedded' | 'retrieved') => void = () => {},
): Promise<Findings> {
  const { generations, words, readChunk } = parts;
  const asked = respell(text.slice(0, longestQuestion).toWellFormed(), generations, words);
  // The encoder has a thread of its own: what the words alone tell is read while it works.
  const embedding = embedInContext(asked, parts);
  const question = readQuestion(asked);
  const reading = readingOf(question, generations, words);
  const isAboutDocument = asksAboutDocument(asked);
  const { vector, inContext } = await embedding;
  onStage('embedded');
  const search = (kinds: ReadonlySet<ParagraphKind>): readonly Passage[] =>
    retrieve({ terms: question.terms, vector, generations, kinds, limit: passagesKept });
  const notices = isAboutDocument ? search(noticesOnly) : [];
  const passages = notices.length > 0 ? notices : search(evidenceKinds);
  onStage('retrieved');
  const similarityOf = (generation: Generation, chunk: number): number => dotProduct(vector, generation.vector(chunk));
  const evidenceIn: Findings['evidenceIn'] = (some) =>
    inContext(gatherEvidence(reading, some, similarityOf, readChunk, words), reading);
  return {
    question,
    vector,
    reading,
    passages,
    evidence: evidenceIn(passages),
    evidenceIn,
    claimFitOf: claimFitOf(asked, words),
  };
}

/** How many chunks the generations hold together. */
export function chunksOf(generations: readonly Generation[]): number {
  return generations.reduce((sum, { chunkCount }) => sum + chunkCount, 0);
}

/** The sentences that answer, and where documents disagree the sentences of all sides, after what none denies. */
function answerFrom(
  { question, passages }: Findings,
  ranked: readonly RankedEvidence[],
  { readChunk, words }: Pick<AskParts, 'readChunk' | 'words'>,
): Pick<Answer, 'sentences' | 'citations' | 'disagreements'> {
  const chosen = chooseSentences(ranked, readChunk);
  const differences = isNotice(passages) ? [] : findDisagreements(question, ranked, chosen, words);
  const { undisputed, disputes } = settleSentences(chosen, differences, readChunk);
  const shown = [...undisputed, ...disputes.flatMap((dispute) => dispute.chosen)];
  return { ...quote(question, shown, readChunk), disagreements: markDisputes(undisputed.length, disputes) };
}

/** An answer in quotes, and what it was made of. */
export interface Quoted {
  readonly answer: Answer;
  readonly findings: Findings;
}

/** As `ask`, with what was found on the way: for whoever goes on from there. */
export async function askWithFindings(text: string, parts: AskParts): Promise<Quoted> {
  const { generations, words, readChunk, model, clock } = parts;
  const startedAt = clock();
  const reached = { embedded: startedAt, retrieved: startedAt };
  const findings = await findEvidence(text, parts, (stage) => {
    reached[stage] = clock();
  });
  const { reading, passages } = findings;
  const weigh = (evidence: readonly Evidence[]): Assessment =>
    assess(evidence, findings.claimFitOf, model, findings.vector, chunksOf(generations));
  const assessment = weigh(findings.evidence);
  const asOf = latestDate(generations.map(latestDateOf));
  const decide = (weighed: Assessment): DeclineReason | null =>
    reasonToDecline(findings, weighed, asOf, model.threshold);
  const reason = decide(assessment);
  const stating = (): readonly RankedEvidence[] =>
    statingEvidence(assessment, (isStating) => {
      const rest = passages.filter(({ generation, chunk }) => isStating(readChunk(generation, chunk)));
      const again = weigh(findings.evidenceIn(rest).filter((one) => isStating(one.reading)));
      return decide(again) === null ? again : null;
    });
  const answered = reason === null ? answerFrom(findings, stating(), parts) : undefined;
  const declined = reason === null ? undefined : declineWith(reason, asOf, reading, passages, readChunk, words);
  const answeredAt = clock();

  const answer: Answer = {
    question: text,
    outcome: reason === null ? 'answered' : 'declined',
    mode: 'extractive',
    reason,
    confidence: assessment.confidence,
    sentences: answered?.sentences ?? [],
    citations: answered?.citations ?? [],
    disagreements: answered?.disagreements ?? [],
    missing: declined?.missing ?? null,
    suggestion: declined?.suggestion ?? null,
    lacking: declined?.lacking ?? null,
    nearest: declined?.nearest ?? [],
    asOf: answered === undefined ? asOf : latestDate(answered.citations.map(({ date }) => date)),
    generation: generations.map(({ id }) => id).join('+'),
    writing: null,
    timings: {
      embedMs: reached.embedded - startedAt,
      retrieveMs: reached.retrieved - reached.embedded,
      answerMs: answeredAt - reached.retrieved,
      totalMs: answeredAt - startedAt,
    },
  };
  return { answer, findings };
}

/**
 * A question becomes an answer: read, embed, retrieve, weigh, then quote or decline.
 *
 * `text` may be anything; of a longer one the first 2,000 characters count. Whatever the outcome, the answer's quotes are
 * slices of their documents. @throws EncoderError when the encoder does not answer: an outage is never a decline.
 */
export async function ask(text: string, parts: AskParts): Promise<Answer> {
  return (await askWithFindings(text, parts)).answer;
}
