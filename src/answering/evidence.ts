import type { Want } from '../language/question.js';
import type { WordVectors } from '../language/word-vectors.js';
import type { Generation, Passage } from '../types.js';
import { type Alignment, alignChunk, alignTitle, bestAlignment, summariseAlignment } from './alignment.js';
import { holdsWanted, wantedKinds } from './answer-type.js';
import type { ChunkReading, ReadChunk } from './chunk-reading.js';
import type { QuestionReading } from './question-reading.js';

/** One chunk of a passage's paragraph, described by how it meets the question. */
export interface Evidence {
  readonly passage: Passage;
  readonly generation: Generation;
  readonly chunk: number;
  readonly reading: ChunkReading;
  /** In the order of `evidenceFeatures`; where words were read in context, `contextFeatures` after them. */
  readonly features: Float64Array;
}

/**
 * Passages looked at sentence by sentence. Of the questions about small texts whose words are far from the text's, one in
 * thirty has its answer in the sixth to eighth passage.
 */
export const passagesRead = 8;

const wantsAsked: readonly Want[] = ['person', 'place', 'date', 'duration', 'number', 'reason', 'definition', 'yes-no'];
const alignmentScopes = ['chunk', 'window', 'paragraph'] as const;

export const evidenceFeatures: readonly string[] = [
  'similarity',
  'similarityBehindBest',
  'neighbourSimilarity',
  'similarityRank',
  'passageSimilarity',
  'passageDense',
  'passageFused',
  'passageFusedBehindBest',
  'passageLexical',
  'firstPassageLead',
  ...alignmentScopes.flatMap((scope) =>
    [
      'coverage',
      'softCoverage',
      'missing',
      'unmet',
      'heaviestMissing',
      'heaviestUnmet',
      'weakest',
      'namesMissing',
      'numbersMissing',
    ].map((name) => `${scope}.${name}`),
  ),
  'focusAsked',
  'chunk.focusUnmet',
  'paragraph.focusUnmet',
  'pairsShared',
  'names',
  'numbers',
  'unknownWeight',
  'typeWanted',
  'typeHeld',
  'typeHeldNearby',
  'reasonHeld',
  ...wantsAsked.map((want) => `wants.${want}`),
  'questionNegated',
  'chunkNegated',
  'negationDiffers',
  'questionTerms',
  'chunkTerms',
  'caption',
];

const similarityColumn = evidenceFeatures.indexOf('similarity');
const rankColumn = evidenceFeatures.indexOf('similarityRank');
/** Ranks after this one are all "far behind". */
const lowestRank = 8;

interface Scene {
  readonly question: QuestionReading;
  readonly passages: readonly Passage[];
  readonly wanted: ReturnType<typeof wantedKinds>;
  readonly readChunk: ReadChunk;
  readonly words: WordVectors;
}

function passageEvidence(
  scene: Scene,
  passage: Passage,
  similarityOf: (generation: Generation, chunk: number) => number,
): Evidence[] {
  const { question, passages, wanted, readChunk, words } = scene;
  const { generation, scores } = passage;
  const paragraph = generation.paragraph(passage.paragraph);
  const rows = Array.from({ length: paragraph.endChunk - paragraph.firstChunk }, (_, i) => paragraph.firstChunk + i);
  const readings = rows.map((row) => readChunk(generation, row));
  const similarities = rows.map((row) => similarityOf(generation, row));
  const alignments: Alignment[] = readings.map((reading) => alignChunk(question, reading, words));
  const title = alignTitle(question, generation.documents[paragraph.document]?.metadata.title ?? '');
  const whole = bestAlignment([...alignments, title]);
  const paragraphSummary = summariseAlignment(question, whole);
  const holds = readings.map((reading) => wanted.size > 0 && holdsWanted(wanted, question.question, reading));
  const best = passages[0]?.scores ?? scores;
  const next = passages[1]?.scores ?? best;
  const names = question.terms.filter(({ isName }) => isName).length;
  const numbers = question.terms.filter(({ isNumber }) => isNumber).length;
  const unknownWeight = question.terms.reduce((sum, { unknown, weight }) => sum + (unknown ? weight : 0), 0);

  return rows.map((chunk, i) => {
    const reading = readings[i] as ChunkReading;
    const similarity = similarities[i] as number;
    const own = alignments[i] as Alignment;
    const window = bestAlignment(i > 0 ? [own, alignments[i - 1] as Alignment] : [own]);
    const pairsShared = [...question.pairs].filter((pair) => reading.pairs.has(pair)).length;
    const nearby = holds[i] === true || holds[i - 1] === true || holds[i + 1] === true;
    const summaries = [summariseAlignment(question, own), summariseAlignment(question, window), paragraphSummary];
    const features = [
      similarity,
      best.similarity - similarity,
      Math.max(similarities[i - 1] ?? 0, similarities[i + 1] ?? 0),
      // Known only when all passages have been read; gatherEvidence puts it in.
      0,
      scores.similarity,
      scores.dense,
      scores.fused,
      best.fused - scores.fused,
      scores.lexical,
      best.fused - next.fused,
      ...summaries.flatMap((summary) => [
        summary.coverage,
        summary.softCoverage,
        summary.missing,
        summary.unmet,
        summary.heaviestMissing,
        summary.heaviestUnmet,
        summary.weakest,
        summary.namesMissing,
        summary.numbersMissing,
      ]),
      Number(question.focus >= 0),
      question.focus < 0 ? 0 : 1 - (own[question.focus] ?? 0),
      question.focus < 0 ? 0 : 1 - (whole[question.focus] ?? 0),
      pairsShared / Math.max(1, question.pairs.size),
      names,
      numbers,
      unknownWeight / (question.totalWeight || 1),
      Number(wanted.size > 0),
      Number(holds[i] === true),
      Number(nearby),
      Number(question.question.wants.has('reason') && reading.givesReason),
      ...wantsAsked.map((want) => Number(question.question.wants.has(want))),
      Number(question.question.negated),
      Number(reading.negated),
      Number(question.question.negated !== reading.negated),
      question.terms.length,
      reading.terms.size,
      Number(paragraph.kind === 'caption'),
    ];
    return { passage, generation, chunk, reading, features: Float64Array.from(features) };
  });
}

/** "What question does the author pose?" */
const aboutQuestion = /\b(?:questions?|ask(?:s|ing)?|pos(?:es?|ed|ing))\b/iu;

/** Every chunk of the first passages, with its features. `similarityOf` is the cosine of a chunk with the question. */
export function gatherEvidence(
  question: QuestionReading,
  passages: readonly Passage[],
  similarityOf: (generation: Generation, chunk: number) => number,
  readChunk: ReadChunk,
  words: WordVectors,
): readonly Evidence[] {
  const read = passages.slice(0, passagesRead);
  const scene: Scene = { question, passages: read, wanted: wantedKinds(question.question), readChunk, words };
  const asksForQuestion = aboutQuestion.test(question.question.text);
  // A question in the text answers none, unless it is what is asked for.
  const evidence = read
    .flatMap((passage) => passageEvidence(scene, passage, similarityOf))
    .filter(({ reading }) => asksForQuestion || !reading.asks);
  const bySimilarity = evidence.toSorted(
    (a, b) => (b.features[similarityColumn] ?? 0) - (a.features[similarityColumn] ?? 0),
  );
  for (const [rank, { features }] of bySimilarity.entries()) features[rankColumn] = Math.min(rank, lowestRank);
  return evidence;
}
