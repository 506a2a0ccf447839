import { wantedKinds } from './answering/answer-type.js';
import type { RankedEvidence } from './answering/assess.js';
import type { ChosenChunk } from './answering/choose-sentences.js';
import { chunkParts } from './chunk-statements.js';
import type { Question } from './language/question.js';
import type { WordVectors } from './language/word-vectors.js';
import type { Generation, IndexedDocument } from './types.js';
import { type AskedThing, readAsked } from './verifying/asked-thing.js';
import { disagreementOf } from './verifying/disagreement.js';
import { type Both, type Disputant, disputantOf, type Stretch } from './verifying/disputant.js';
import { readStatement, type Statement } from './verifying/statement.js';

/** A sentence that answers, and where it stands. */
export interface AnsweringSentence {
  readonly generation: Generation;
  readonly chunk: number;
  readonly document: IndexedDocument;
  readonly evidence: RankedEvidence;
}

/** Of the other sentences so many are held against the chosen ones: a few verifications a question. */
const mostOthers = 5;
const longestQuestion = 400;

function documentOf(generation: Generation, chunk: number): IndexedDocument {
  const { document } = generation.paragraph(generation.chunk(chunk).paragraph);
  const found = generation.documents[document];
  if (found === undefined) throw new Error(`Generation ${generation.id} has no document ${document}.`);
  return found;
}

function sentenceOf(evidence: RankedEvidence): AnsweringSentence {
  const { generation, chunk } = evidence;
  return { generation, chunk, document: documentOf(generation, chunk), evidence };
}

const titles = new WeakMap<IndexedDocument, Statement>();

function titleStatement(document: IndexedDocument, words: WordVectors): Statement {
  const kept = titles.get(document) ?? readStatement(document.metadata.title, words);
  titles.set(document, kept);
  return kept;
}

/** A sentence of a chunk, laid beside the question, and where it begins in the chunk. */
interface Part {
  readonly disputant: Disputant;
  readonly offset: number;
}

function readParts(
  asked: AskedThing,
  { generation, chunk, document }: AnsweringSentence,
  words: WordVectors,
): readonly Part[] {
  return chunkParts(generation, chunk, words).map(({ statement, before, offset }) => {
    const known = { documentDate: document.metadata.date, title: titleStatement(document, words), similarity: 0 };
    return { disputant: disputantOf(asked, { statement, before, ...known }, document.text, words), offset };
  });
}

function placed([start, end]: Stretch, offset: number): Stretch {
  return [start + offset, end + offset];
}

/** The first two sentences of two chunks that say otherwise. */
function differenceBetween(
  asked: AskedThing,
  ones: readonly Part[],
  others: readonly Part[],
  words: WordVectors,
): Both<Stretch> | undefined {
  for (const one of ones) {
    for (const other of others) {
      const found = disagreementOf(asked, [one.disputant, other.disputant], words);
      if (found !== undefined) return [placed(found.words[0], one.offset), placed(found.words[1], other.offset)];
    }
  }
  return undefined;
}

/** Two sentences of two documents, and the words of each that the other says otherwise, as offsets into the sentence. */
export interface Difference {
  readonly sentences: readonly [AnsweringSentence, AnsweringSentence];
  readonly words: Both<Stretch>;
}

function askedThing(question: Question, words: WordVectors): AskedThing {
  const text = question.text.slice(0, longestQuestion);
  return readAsked(text, wantedKinds(question), question.wants.has('yes-no'), words);
}

/** Every chosen sentence against every other of another document. */
function differencesOf(
  question: Question,
  chosen: readonly AnsweringSentence[],
  others: readonly AnsweringSentence[],
  words: WordVectors,
): readonly Difference[] {
  const asked = askedThing(question, words);
  const parts = new Map([...chosen, ...others].map((one) => [one, readParts(asked, one, words)]));
  const between = (one: AnsweringSentence, other: AnsweringSentence): Both<Stretch> | undefined =>
    differenceBetween(asked, parts.get(one) ?? [], parts.get(other) ?? [], words);
  const differences: Difference[] = [];
  // A document that seems to contradict itself speaks of two things; the sentence that answers best is of the asked one.
  const isOfOtherThing = (sentence: AnsweringSentence): boolean =>
    differences
      .flatMap(({ sentences }) => sentences)
      .some((known) => known.document === sentence.document && known !== sentence && between(known, sentence));
  const best = chosen.toSorted((a, b) => b.evidence.odds - a.evidence.odds);
  for (const [i, one] of best.entries()) {
    for (const other of [...best.slice(i + 1), ...others]) {
      if (one.document === other.document) continue;
      const found = between(one, other);
      if (found === undefined || isOfOtherThing(one) || isOfOtherThing(other)) continue;
      differences.push({ sentences: [one, other], words: found });
    }
  }
  return differences;
}

/** The best sentences beside the chosen ones that are of another document than some of these. */
function othersIn(
  ranked: readonly RankedEvidence[],
  chosen: readonly AnsweringSentence[],
): readonly AnsweringSentence[] {
  const others: AnsweringSentence[] = [];
  for (const evidence of ranked) {
    if (others.length === mostOthers) break;
    const sentence = sentenceOf(evidence);
    const isChosen = chosen.some((one) => one.document === sentence.document && one.chunk === sentence.chunk);
    if (!isChosen && chosen.some(({ document }) => document !== sentence.document)) others.push(sentence);
  }
  return others;
}

/**
 * Where a document says otherwise than a chosen sentence of another document about what is asked. `ranked` is all
 * evidence, best first. Nothing is compared when all of it is of one document.
 */
export function findDisagreements(
  question: Question,
  ranked: readonly RankedEvidence[],
  chosen: readonly ChosenChunk[],
  words: WordVectors,
): readonly Difference[] {
  const answering = chosen.flatMap(({ evidence }) => (evidence === undefined ? [] : [sentenceOf(evidence)]));
  const others = othersIn(ranked, answering);
  const documents = new Set([...answering, ...others].map(({ document }) => document));
  return documents.size < 2 ? [] : differencesOf(question, answering, others, words);
}
