import type { WordVectors } from '../language/word-vectors.js';
import { coverage } from './alignment.js';
import { withoutFrame } from './author-frame.js';
import { type Candidate, sureShare } from './comparison.js';
import { carriesOthers, unmetDeeds } from './doers.js';
import { isModifier } from './modifiers.js';
import { type Objection, objectionTo, strengthsIn } from './objections.js';
import { holdsQuotation, type Quotation, quotationsIn } from './quotations.js';
import { partsOfSentence } from './sentence-parts.js';
import { readStatement, type Statement } from './statement.js';
import { type SupportModel, supportProbability } from './support-score.js';
import { conflictIn, type Weighed, weigh } from './verifier.js';

/** A passage that a model was given, sentence by sentence in reading order. */
export interface GivenPassage {
  readonly n: number;
  readonly sentences: readonly Candidate[];
}

/** A sentence of a draft: its words without marks, and the numbers of the passages that it cites. */
export interface WrittenSentence {
  readonly text: string;
  readonly marks: readonly number[];
}

export type DropReason = 'not-given' | 'quotation' | 'states-nothing' | Objection | 'unsaid' | 'score';

/** A sentence of a passage that a written one rests on. */
export interface Support {
  readonly passage: number;
  /** Its place among the passage's sentences. */
  readonly sentence: number;
}

export interface VerifiedSentence {
  readonly outcome: 'supported' | 'partly' | 'dropped';
  /** What was not found, one plain sentence; `null` unless `partly`. */
  readonly caution: string | null;
  /** Why it is dropped or supported only partly, without a word of it. */
  readonly reason: DropReason | null;
  readonly support: readonly Support[];
  readonly isDenied?: boolean;
}

export interface SentenceParts {
  readonly vectors: WordVectors;
  readonly model: SupportModel;
}

interface Written {
  readonly claim: Statement;
  readonly quotations: readonly Quotation[];
  readonly unquoted: string;
  readonly isAuthors: boolean;
}

interface Placed extends Candidate {
  readonly place: Support;
}

interface Judgement {
  readonly outcome: VerifiedSentence['outcome'];
  readonly reason: DropReason | null;
  readonly unsaid: readonly string[];
}

/** Words by which a sentence says whose a thing is: they need not stand in the passage. */
const cueWord =
  /^(?:according|alleg\p{L}*|accus\p{L}*|claim(?:s|ed|ing)?|sa(?:id|ys?)|saying|stat(?:es?|ed)|report(?:s|ed|edly)?|judging|observ\p{L}*|view|opinion|whatever|reality|people|persons?|anyone|someone|everyone|nobody|things?)$/iu;

const looked = 6;
export const knobs = {
  closeMargin: 0.12,
  saidHere: 0.55,
  wholePartly: 0.75,
  mostUnsaid: 2,
  score: 0.6,
  sure: 0.85,
  doubtFrom: 0.6,
};

const unsaidFrom = 0.45;
const surelySaid = 0.6;

export function judge(written: Written, { comparison, score }: Weighed): Judgement {
  const { claim } = written;
  const { own, matches } = comparison;
  const strengths = strengthsIn(claim, comparison);
  const whole = coverage(
    claim,
    strengths.map((strength, at) => ({ at: matches[at]?.at ?? -1, strength, opposite: false })),
  );
  const missing = claim.words.map(({ isName, isFigure, weight, start, end }, at) =>
    isName ||
    isFigure ||
    cueWord.test(claim.text.slice(start, end)) ||
    carriesOthers.test(claim.text.slice(start, end).toLowerCase())
      ? 0
      : weight * (1 - (strengths[at] ?? 0)),
  );
  for (const at of unmetDeeds(claim, strengths))
    missing[at] = cueWord.test(claim.text.slice(claim.words[at]?.start, claim.words[at]?.end))
      ? 0
      : Math.max(missing[at] ?? 0, unsaidFrom);
  const most = Math.max(0, ...missing);
  const isUnsure = sureShare(claim, strengths) < surelySaid;
  const words = claim.words.filter(
    (_, at) => (missing[at] ?? 0) >= unsaidFrom || (isUnsure && missing[at] === most && most > 0),
  );
  const unsaid = words.map(({ start, end }) => claim.text.slice(start, end));
  const objection = objectionTo(written, comparison);
  if (!written.quotations.every((quotation) => holdsQuotation(comparison.candidate.statement.text, quotation.text)))
    return { outcome: 'dropped', reason: 'quotation', unsaid };
  if (objection !== undefined) return { outcome: 'dropped', reason: objection, unsaid };
  if (own < knobs.saidHere && whole < knobs.sure) return { outcome: 'dropped', reason: 'unsaid', unsaid };
  if (own < 0.4) return { outcome: 'dropped', reason: 'unsaid', unsaid };
  if (unsaid.length === 0) {
    if (score >= knobs.score || whole >= knobs.sure) return { outcome: 'supported', reason: null, unsaid };
    return { outcome: 'dropped', reason: 'score', unsaid };
  }
  if (unsaid.length <= knobs.mostUnsaid && whole >= knobs.wholePartly && words.every((word) => isModifier(claim, word)))
    return { outcome: 'partly', reason: 'unsaid', unsaid };
  return { outcome: 'dropped', reason: 'unsaid', unsaid };
}

const mostCompared = 8;

/** The candidates worth a closer look: those that share most of the claim's words, or lie nearest to it. */
function nearest(claim: Statement, candidates: readonly Placed[]): readonly Placed[] {
  if (candidates.length <= mostCompared) return candidates;
  const shared = ({ statement: { terms }, similarity }: Placed): number => {
    let met = 0;
    let total = 0;
    for (const { term, alias, weight } of claim.words) {
      total += weight;
      if (terms.has(term) || (alias !== undefined && terms.has(alias))) met += weight;
    }
    return met / (total || 1) + 2 * similarity;
  };
  return candidates
    .map((candidate) => ({ candidate, value: shared(candidate) }))
    .toSorted((a, b) => b.value - a.value)
    .slice(0, mostCompared)
    .map(({ candidate }) => candidate);
}

export function lay(written: Written, passages: readonly GivenPassage[], { vectors, model }: SentenceParts) {
  const placed = passages.flatMap(({ n, sentences }) =>
    sentences.map((candidate, sentence): Placed => ({ ...candidate, place: { passage: n, sentence } })),
  );
  const ranked = weigh(
    written.claim,
    nearest(written.claim, placed),
    (features) => supportProbability(model, features),
    vectors,
  ).slice(0, looked);
  return ranked.map((one) => ({ ...one, place: (one.comparison.candidate as Placed).place }));
}

/** Words that the passages have as names: with a capital where none begins a sentence. */
export function properWordsIn(passages: readonly GivenPassage[]): ReadonlySet<string> {
  return new Set(
    passages.flatMap(({ sentences }) =>
      sentences.flatMap(({ statement: { tokens } }) =>
        tokens.flatMap(({ lower, shape, opens }) => (shape !== 'lower' && shape !== 'figure' && !opens ? [lower] : [])),
      ),
    ),
  );
}

export function readWritten(
  sentence: string,
  vectors: WordVectors,
  proper: ReadonlySet<string> = new Set(),
): Written | undefined {
  const { core, isAuthors } = withoutFrame(sentence);
  // A capital at the beginning shows no name; behind another word it does.
  const first = /^[\p{L}\p{M}'’.-]+/u.exec(core)?.[0] ?? '';
  const isName = /^\p{Lu}/u.test(first) && proper.has(first.toLowerCase().replace(/['’]s$/u, ''));
  const text = isName ? `and ${core}` : core;
  const quotations = quotationsIn(text);
  if (quotations === undefined) return undefined;
  let unquoted = '';
  let from = 0;
  for (const { start, end } of quotations) {
    unquoted += `${text.slice(from, start)} `;
    from = end;
  }
  return { claim: readStatement(text, vectors), quotations, unquoted: unquoted + text.slice(from), isAuthors };
}

function closeness({ comparison: { own, whole, candidate } }: Weighed): number {
  return 0.6 * own + 0.4 * whole + candidate.similarity;
}

/** Every word that says something stands in the sentence itself. */
function isCertain({ words }: Statement, { comparison: { matches } }: Weighed): boolean {
  return words.every(({ weight }, at) => weight < 0.3 || (matches[at]?.strength ?? 0) >= 0.85);
}

const dropped = (reason: DropReason): VerifiedSentence => ({ outcome: 'dropped', caution: null, reason, support: [] });

function within(
  written: Written,
  passages: readonly GivenPassage[],
  parts: SentenceParts,
  isElsewhere = false,
): VerifiedSentence {
  const text = passages.map(({ sentences }) => sentences.map(({ statement }) => statement.text).join(' '));
  if (!written.quotations.every((quotation) => text.some((one) => holdsQuotation(one, quotation.text))))
    return dropped('quotation');
  const ranked = lay(written, passages, parts);
  const best = ranked[0];
  if (best === undefined) return dropped('score');
  let partly: VerifiedSentence | undefined;
  let reason: DropReason | undefined;
  for (const one of ranked) {
    if (closeness(one) < closeness(best) - knobs.closeMargin) break;
    const { outcome, reason: why, unsaid } = judge(written, one);
    if (isElsewhere && !isCertain(written.claim, one)) continue;
    if (outcome === 'supported') return { outcome, caution: null, reason: null, support: [one.place] };
    if (outcome === 'partly')
      partly ??= {
        outcome,
        caution: `${unsaid.map((w) => `“${w}”`).join(', ')} not in the passage.`,
        reason: why,
        support: [one.place],
      };
    reason ??= why ?? undefined;
    if (conflictIn(written.claim, one.comparison) !== undefined) return { ...dropped(why ?? 'score'), isDenied: true };
    if (one.comparison.own >= knobs.doubtFrom && one.comparison.findings.some(({ conflict }) => conflict)) break;
  }
  return partly ?? dropped(reason ?? 'score');
}

export function verifySentence(
  sentence: WrittenSentence,
  passages: readonly GivenPassage[],
  parts: SentenceParts,
): VerifiedSentence {
  if (sentence.marks.some((mark) => passages.every(({ n }) => n !== mark))) return dropped('not-given');
  const proper = properWordsIn(passages);
  const cited = passages.filter(({ n }) => sentence.marks.includes(n));
  return supportOf(withoutFrame(sentence.text).core, sentence.text, cited, passages, proper, parts, 0);
}

function supportOf(
  core: string,
  text: string,
  cited: readonly GivenPassage[],
  passages: readonly GivenPassage[],
  proper: ReadonlySet<string>,
  parts: SentenceParts,
  depth: number,
): VerifiedSentence {
  const written = readWritten(text, parts.vectors, proper);
  if (written === undefined) return dropped('quotation');
  if (written.claim.asks || new Set(written.claim.words.map(({ term }) => term)).size < (depth === 0 ? 2 : 3))
    return dropped('states-nothing');
  const whole = wholly(written, cited, depth === 0 ? passages : [], parts);
  if (whole.outcome !== 'dropped' || whole.isDenied || cited.length === 0 || depth > 1) return whole;
  const pieces = partsOfSentence(core);
  if (pieces.length < 2) return whole;
  const each = pieces.map((piece) => supportOf(piece, piece, cited, passages, proper, parts, depth + 1));
  if (each.some(({ outcome }) => outcome === 'dropped')) return whole;
  const support = each.flatMap((one) => one.support);
  const cautions = each.flatMap(({ caution }) => caution ?? []);
  return {
    outcome: cautions.length > 0 ? 'partly' : 'supported',
    caution: cautions[0] ?? null,
    reason: cautions.length > 0 ? 'unsaid' : null,
    support: support.filter(
      (one, at) => support.findIndex((o) => o.passage === one.passage && o.sentence === one.sentence) === at,
    ),
  };
}

function wholly(
  written: Written,
  cited: readonly GivenPassage[],
  passages: readonly GivenPassage[],
  parts: SentenceParts,
): VerifiedSentence {
  const own = cited.length === 0 ? undefined : within(written, cited, parts);
  if (own?.outcome === 'supported') return own;
  if (passages.length === 0) return own ?? dropped('unsaid');
  const anywhere = within(written, passages, parts, true);
  return anywhere.outcome === 'supported' ? anywhere : (own ?? dropped('unsaid'));
}
