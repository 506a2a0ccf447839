import type { Match } from '../alignment.js';
import { nameTheSame, type Statement, type StatementWord } from '../statement.js';
import { areSynonyms } from '../synonyms.js';
import { type Deed, deedsOf, preposition, wordAt } from './deeds.js';
import { isOfOtherDeed } from './figures.js';
import { surely } from './reserve-words.js';
import { segmentsOf } from './segments.js';

const nearly = 0.6;

export interface Pair {
  readonly claim: Statement;
  readonly sentence: Statement;
  readonly matches: readonly Match[];
}

function isMetIn({ claim, sentence, matches }: Pair, word: StatementWord, among: readonly StatementWord[]): boolean {
  const match = matches[claim.words.indexOf(word)];
  const met = match === undefined || match.strength < nearly ? undefined : sentence.words[match.at];
  return among.some(
    (one) => one === met || nameTheSame(one, word) || (!one.isName && !word.isName && areSynonyms(one.term, word.term)),
  );
}

function isMet({ claim, matches }: Pair, word: StatementWord): boolean {
  return (matches[claim.words.indexOf(word)]?.strength ?? 0) >= nearly;
}

/** True when a noun follows the verb at once: it is done to somebody. */
function hasObject({ tokens }: Statement, { word }: Deed): boolean {
  const next = tokens[word.token + 1];
  return (
    next !== undefined &&
    !/[^\s]/u.test(next.gap) &&
    !preposition.test(next.lower) &&
    !/^(?:out|up|down|off|away|back|again|and|or|but|not|that|\p{L}+ly)$/u.test(next.lower)
  );
}

/** Whether a deed that the claim tells is told in the sentence of the same doer; `undefined` when nothing tells. */
function isSameDoer(pair: Pair, own: Deed, theirs: Deed): boolean | undefined {
  const { head } = own;
  if (head === undefined || head.isFigure) return undefined;
  const agent = theirs.form.isPassive && !own.form.isPassive ? agentOf(pair.sentence, theirs) : [];
  if (agent.length > 0 && (isMet(pair, head) || head.isName)) return isMetIn(pair, head, agent) ? undefined : false;
  if (theirs.before === undefined || theirs.head === undefined) return undefined;
  if (own.form.isPassive === theirs.form.isPassive) {
    const { head: begun } = theirs;
    // Who starts work is not the work that begins.
    const isStarted =
      ergative.test(pair.claim.tokens[own.word.token]?.lower ?? '') &&
      wordsAfter(pair.claim, own).some((word) => isMetIn(pair, word, [begun]));
    if (isStarted) return undefined;
    return isMet(pair, head) || head.isName ? isMetIn(pair, head, theirs.before) : undefined;
  }
  if (own.form.isPassive && !hasObject(pair.sentence, theirs)) return undefined;
  // Active here, passive there: what the one tells of is done to in the other.
  return isMetIn(pair, head, theirs.before) && !isMetIn(pair, head, wordsAfter(pair.sentence, theirs))
    ? false
    : undefined;
}

const ergative =
  /^(?:start|begin|open|close|end|resume|continue|launch|increase|reduce|halve|double|raise|rise|drop|move|change|improve)/u;

/** So many tokens at most tell who has done a thing: titles are long. */
const mostOfAgent = 24;

/** Who a passive verb says has done it: "was asked by the council". */
function agentOf(statement: Statement, { word }: Deed): readonly StatementWord[] {
  const { tokens } = statement;
  if (tokens[word.token + 1]?.lower !== 'by') return [];
  const found: StatementWord[] = [];
  for (let at = word.token + 2; at < Math.min(tokens.length, word.token + mostOfAgent); at++) {
    const lower = tokens[at]?.lower ?? '';
    if (/[,;:.]/u.test(tokens[at]?.gap ?? '') || (found.length > 0 && lower !== 'of' && preposition.test(lower))) break;
    const one = wordAt(statement, at);
    if (one !== undefined && !found.includes(one)) found.push(one);
  }
  return found;
}

function wordsAfter(statement: Statement, { word }: Deed): readonly StatementWord[] {
  return statement.words.filter(({ token }) => token > word.token);
}

/** The name that is done to: right after the verb, at most an article between. */
function nameAfter(statement: Statement, { word }: Deed): StatementWord | undefined {
  const { tokens } = statement;
  for (let at = word.token + 1; at <= word.token + 2; at++) {
    if (/[^\s"“”]/u.test(tokens[at]?.gap ?? '')) return undefined;
    const found = wordAt(statement, at);
    if (found !== undefined) return found.isName ? found : undefined;
    if (!/^(?:the|a|an)$/u.test(tokens[at]?.lower ?? '')) return undefined;
  }
  return undefined;
}

function isOtherObject(pair: Pair, own: Deed, theirs: Deed): boolean {
  const [mine, other] = [nameAfter(pair.claim, own), nameAfter(pair.sentence, theirs)];
  if (mine === undefined || other === undefined || own.form.isPassive !== theirs.form.isPassive) return false;
  const rest = wordsAfter(pair.sentence, theirs).slice(0, 4);
  return !nameTheSame(mine, other) && !rest.some((one) => nameTheSame(one, mine));
}

/** A name that the sentence has only as somebody's of whom something else is told: "Santos's predecessor". */
function isOnlyOwner({ claim, sentence }: Pair): boolean {
  const people = claim.names.flatMap((name) =>
    name.kind === 'place' ? [] : (claim.words[name.words.at(-1) ?? -1] ?? []),
  );
  return people.some((word) => {
    const token = claim.tokens.find(({ end }) => end === word.end);
    const before = claim.tokens[word.token - 1]?.lower ?? '';
    if (token === undefined || token.possessive || preposition.test(before)) return false;
    const same = sentence.words.filter((one) => nameTheSame(one, word));
    if (
      same.length === 0 ||
      !same.every((one) => sentence.tokens.some(({ end, possessive }) => end === one.end && possessive))
    )
      return false;
    // "the Obama administration" is Obama's.
    const next = wordAt(claim, word.token + 1);
    return (
      next === undefined ||
      !same.some((one) =>
        sentence.words.some(
          (other) => other.token > one.token && other.token <= one.token + 3 && nameTheSame(other, next),
        ),
      )
    );
  });
}

/**
 * Whether a claim says of one what the sentence says of another: who did it, to whom, and which number or date belongs to
 * which deed. Only where clauses, as far as punctuation and word forms show them, tell for certain; anything else passes.
 */
export function hasOtherDoer(claim: Statement, sentence: Statement, matches: readonly Match[]): boolean {
  const pair = { claim, sentence, matches };
  const segments = [segmentsOf(claim.tokens), segmentsOf(sentence.tokens)] as const;
  const own = deedsOf(claim, segments[0]);
  const theirs = deedsOf(sentence, segments[1]);
  if (isOfOtherDeed(pair, own, theirs, segments) || isOnlyOwner(pair)) return true;
  return own.some((deed) => {
    const match = matches[claim.words.indexOf(deed.word)];
    if (match === undefined || match.strength < surely) return false;
    const met = sentence.words[match.at];
    const same = theirs.filter(({ word }) => word === met || (met !== undefined && nameTheSame(word, met)));
    if (same.length === 0) return false;
    const verdicts = same.map((one) => isSameDoer(pair, deed, one));
    if (verdicts.includes(false) && verdicts.every((verdict) => verdict === false)) return true;
    return same.every((one) => isOtherObject(pair, deed, one));
  });
}
