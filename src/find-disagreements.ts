import { wantedKinds } from './answering/answer-type.js';
import type { RankedEvidence } from './answering/assess.js';
import type { ChosenChunk } from './answering/choose-sentences.js';
import { chunkStatement, statementsBefore } from './chunk-statements.js';
import type { MentionKind } from './language/mention.js';
import type { Question } from './language/question.js';
import type { WordVectors } from './language/word-vectors.js';
import type { Generation, IndexedDocument } from './types.js';
import { disagreementOf } from './verifying/disagreement.js';
import { type AskedThing, type Disputant, disputantOf } from './verifying/disputant.js';
import type { FindingKind } from './verifying/finding.js';
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

const kindOf: Readonly<Record<MentionKind, FindingKind>> = {
  person: 'name',
  place: 'name',
  organisation: 'name',
  date: 'date',
  duration: 'number',
  number: 'number',
  money: 'number',
  percent: 'number',
};

/** "How many", "how long": they ask for the measure and are met by no word of the answer. */
const measureAsked = /\bhow (?:many|much|long|often|far|high|tall|big|large|old|wide|deep|heavy|fast)\b/giu;

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

function readSentence(
  asked: AskedThing,
  { generation, chunk, document }: AnsweringSentence,
  words: WordVectors,
): Disputant {
  const candidate = {
    statement: chunkStatement(generation, chunk, words),
    before: statementsBefore(generation, chunk, words),
    documentDate: document.metadata.date,
    title: titleStatement(document, words),
    similarity: 0,
  };
  return disputantOf(asked, candidate, document.text, words);
}

/** Two sentences of two documents, and the words of each that the other says otherwise, as offsets into the sentence. */
export interface Difference {
  readonly sentences: readonly [AnsweringSentence, AnsweringSentence];
  readonly words: readonly [readonly [number, number], readonly [number, number]];
}

function askedThing(question: Question, words: WordVectors): AskedThing {
  const wanted = wantedKinds(question);
  const kinds = [...wanted].map((kind) => kindOf[kind]);
  const isPlace = wanted.has('place');
  const isDoer = wanted.has('person') || wanted.has('organisation');
  return {
    statement: readStatement(question.text.slice(0, longestQuestion).replaceAll(measureAsked, ' '), words),
    kinds: new Set(question.wants.has('yes-no') ? [...kinds, 'polarity', 'opposite'] : kinds),
    names: isPlace === isDoer ? 'any' : isPlace ? 'place' : 'doer',
  };
}

/** Every chosen sentence against every other of another document. */
function differencesOf(
  question: Question,
  chosen: readonly AnsweringSentence[],
  others: readonly AnsweringSentence[],
  words: WordVectors,
): readonly Difference[] {
  const asked = askedThing(question, words);
  const disputants = new Map([...chosen, ...others].map((one) => [one, readSentence(asked, one, words)]));
  return chosen.flatMap((one, i) =>
    [...chosen.slice(i + 1), ...others].flatMap((other): readonly Difference[] => {
      const first = disputants.get(one);
      const second = disputants.get(other);
      if (one.document === other.document || first === undefined || second === undefined) return [];
      const found = disagreementOf(asked, [first, second], words);
      return found === undefined ? [] : [{ sentences: [one, other], words: found.words }];
    }),
  );
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
