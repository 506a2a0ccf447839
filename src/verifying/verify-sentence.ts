import { conflictIn } from './verifier.js';
import { inContext } from './words-in-context.js';
import { withoutFrame } from './written/author-frame.js';
import type { GivenPassage, Support } from './written/given-passage.js';
import { samePlace } from './written/given-passage.js';
import { isCertain, judgeSupport, type Lack, needsBefore } from './written/judge-support.js';
import { nearestSentences, type PlacedSentence, type SentenceParts } from './written/nearest-sentences.js';
import { partsOfSentence } from './written/sentence-parts.js';
import { isTelling, isVerbatim, properWordsIn, readWritten, type Written } from './written/written-sentence.js';

export type { GivenPassage, Support } from './written/given-passage.js';
export type { SentenceParts } from './written/nearest-sentences.js';

/** A sentence of a draft: its words without marks, and the numbers of the passages that it cites. */
export interface WrittenSentence {
  readonly text: string;
  readonly marks: readonly number[];
}

/** Why a sentence is dropped, or supported only partly; no word of it, so that it may be logged. */
export type DropReason = Lack | 'not-given' | 'states-nothing';

export interface VerifiedSentence {
  readonly outcome: 'supported' | 'partly' | 'dropped';
  /** What was not found, one plain sentence; `null` unless it is `partly` supported. */
  readonly caution: string | null;
  /** The words that were not found, as they stand in the sentence; none unless it is `partly` supported. */
  readonly unsaid?: readonly string[];
  /** `null` when it is supported. */
  readonly reason: DropReason | null;
  /** The sentences of the given passages that say it, at least one unless it is dropped. */
  readonly support: readonly Support[];
}

/** A sentence that fits worse than the best by this much supports nothing. */
const fitMargin = 0.12;
/** A sentence that meets so much of a claim and differs in one thing keeps those that fit it less from supporting it. */
const doubtFrom = 0.6;
/** Fewer different words state nothing; a part of a sentence needs more, because the rest of it is looked for elsewhere. */
const leastWords = 2;
const leastWordsOfPart = 3;
const mostSplits = 2;

/** The passage may itself tell what a report says: then this is no talk of the passage. */
const ofReport = /^according to the (?:report|study|analysis|survey|poll|inquiry|document)\b/iu;

function dropped(reason: DropReason): VerifiedSentence {
  return { outcome: 'dropped', caution: null, reason, support: [] };
}

function cautionOf(unsaid: readonly string[]): string {
  const [first = '', second] = unsaid.map((word) => `“${word}”`);
  return second === undefined ? `${first} is not in the passage.` : `${first} and ${second} are not in the passage.`;
}

function closeness({ weighed: { comparison } }: PlacedSentence): number {
  return 0.6 * comparison.own + 0.4 * comparison.whole + comparison.candidate.similarity;
}

/** The sentence, after the one before it where that says part of it. */
function supportBy({ claim }: Written, { weighed: { comparison }, place }: PlacedSentence): readonly Support[] {
  const hasBefore = place.sentence > 0 && needsBefore(claim, comparison);
  return hasBefore ? [{ ...place, sentence: place.sentence - 1 }, place] : [place];
}

interface Found extends VerifiedSentence {
  /** A sentence that says the rest differs in one thing: nothing that fits less can mend that. */
  readonly isDenied: boolean;
}

/** What is written with the states of its words, where an encoder gives them. */
async function readWords(written: Written, { embedWords }: SentenceParts): Promise<Written> {
  const [claim] = embedWords === undefined ? [] : await inContext([written.claim], embedWords);
  return claim === undefined ? written : { ...written, claim };
}

/** Looks for one sentence of the passages that a written one may rest on. */
async function findSupport(
  unread: Written,
  passages: readonly GivenPassage[],
  parts: SentenceParts,
  accepts: (found: PlacedSentence) => boolean,
): Promise<Found> {
  const said = passages.flatMap(({ n, sentences }) =>
    sentences.flatMap(({ statement }, sentence) => (isVerbatim(unread, statement) ? [{ passage: n, sentence }] : [])),
  );
  const [verbatim] = said;
  if (verbatim !== undefined)
    return { outcome: 'supported', caution: null, reason: null, support: [verbatim], isDenied: false };
  const written = await readWords(unread, parts);
  const nearest = await nearestSentences(written.claim, passages, parts);
  const [best] = nearest;
  if (best === undefined) return { ...dropped('unsaid'), isDenied: false };
  let partly: VerifiedSentence | undefined;
  let reason: DropReason | undefined;
  let isDenied = false;
  for (const one of nearest) {
    if (closeness(one) < closeness(best) - fitMargin) break;
    const { comparison } = one.weighed;
    const { outcome, lack, unsaid } = judgeSupport(written, one.weighed);
    if (outcome !== 'dropped' && accepts(one)) {
      const support = supportBy(written, one);
      if (outcome === 'supported') return { outcome, caution: null, reason: null, support, isDenied };
      partly ??= { outcome, caution: cautionOf(unsaid), unsaid, reason: lack, support };
    }
    reason ??= lack ?? 'unsaid';
    isDenied ||= conflictIn(written.claim, comparison) !== undefined;
    if (isDenied || (comparison.own >= doubtFrom && comparison.findings.some(({ conflict }) => conflict))) break;
  }
  return { ...(isDenied ? dropped(reason ?? 'unsaid') : (partly ?? dropped(reason ?? 'unsaid'))), isDenied };
}

/** Several parts of a sentence that are each supported, as one: supported if all are, with the first caution if not. */
function together(each: readonly VerifiedSentence[]): VerifiedSentence {
  const support = each.flatMap((one) => one.support);
  const caution = each.find((one) => one.caution !== null)?.caution ?? null;
  return {
    outcome: caution === null ? 'supported' : 'partly',
    caution,
    unsaid: each.flatMap(({ unsaid = [] }) => unsaid),
    reason: caution === null ? null : 'unsaid',
    support: support.filter((one, at) => support.findIndex((other) => samePlace(one, other)) === at),
  };
}

/**
 * Holds a sentence that a model wrote against the passages that it was given.
 *
 * Certain things first: every passage that it cites was given, what it quotes stands there word for word, and nothing in
 * the sentence that it rests on has another number, date, name or doer, denies it, or gives it as somebody's word, a guess, a
 * condition or an aim that it leaves out. Then how much of it is said decides between supported and partly supported. What
 * joins two statements may rest on two sentences. A sentence with a wrong mark, or none, rests on another given passage only
 * where that has every word of it.
 */
export async function verifySentence(
  { text, marks }: WrittenSentence,
  passages: readonly GivenPassage[],
  parts: SentenceParts,
): Promise<VerifiedSentence> {
  if (!marks.every((mark) => passages.some(({ n }) => n === mark))) return dropped('not-given');
  const proper = properWordsIn(passages);
  const cited = passages.filter(({ n }) => marks.includes(n));

  async function verify(sentence: string, splits: number): Promise<Found> {
    const written = readWritten(sentence, parts.vectors, proper);
    if (written === undefined) return { ...dropped('quotation'), isDenied: false };
    const isStatement = new Set(written.claim.words.map(({ term }) => term)).size;
    if (written.claim.asks || isStatement < (splits === 0 ? leastWords : leastWordsOfPart))
      return { ...dropped('states-nothing'), isDenied: false };
    const framed = ofReport.test(sentence) ? readWritten(sentence, parts.vectors, proper, false) : undefined;
    const core = await findSupport(written, cited, parts, () => true);
    const whole =
      framed !== undefined && core.outcome === 'dropped' && !core.isDenied
        ? await findSupport(framed, cited, parts, () => true)
        : core;
    if (whole.outcome !== 'dropped' || splits >= mostSplits || cited.length === 0) return whole;
    const pieces = partsOfSentence(withoutFrame(sentence).core);
    if (pieces.length < 2) return whole;
    const each: Found[] = [];
    for (const piece of pieces) {
      const found = await verify(piece, splits + 1);
      if (found.outcome === 'dropped') return whole;
      each.push(found);
    }
    return { ...together(each), isDenied: false };
  }

  if (!isTelling(text)) return dropped('states-nothing');
  const { isDenied, ...own } = await verify(text, 0);
  if (own.outcome === 'supported' || isDenied || own.reason === 'states-nothing') return own;
  const written = readWritten(text, parts.vectors, proper);
  if (written === undefined) return own;
  const { isDenied: _, ...elsewhere } = await findSupport(written, passages, parts, ({ weighed: { comparison } }) =>
    isCertain(written.claim, comparison),
  );
  return elsewhere.outcome === 'supported' ? elsewhere : own;
}
