import type { Comparison } from '../comparison.js';
import { nameTheSame, type Statement, type StatementWord } from '../statement.js';
import { areSynonyms } from '../synonyms.js';
import { deedsOf, preposition } from './deeds.js';
import { isDefinitely } from './pronouns.js';
import { cueWord, leastWeight, linkWord, surely } from './reserve-words.js';
import { segmentsOf } from './segments.js';
import { verbFormAt } from './verb-forms.js';

const auxiliary =
  /^(?:is|are|was|were|be|been|has|have|had|will|would|can|could|should|must|may|might|shall|do|does|did|cannot|\p{L}+n['’]t)$/u;

const nearly = 0.6;

/** Place of a statement's first verb, -1 when none shows. */
function verbOf({ tokens }: Pick<Statement, 'tokens'>): number {
  return tokens.findIndex(({ lower }, at) => auxiliary.test(lower) || verbFormAt(tokens, at) !== undefined);
}

/** The word that a claim is about: the last one before its first verb that no preposition hangs on another. */
function subjectOf({ tokens, words }: Statement): number {
  const verb = verbOf({ tokens });
  if (verb <= 0) return -1;
  const bound = tokens.findIndex(({ lower }, at) => at > 0 && at < verb && preposition.test(lower));
  if (
    /[,;:]/u.test(
      tokens
        .slice(0, verb + 1)
        .map(({ gap }) => gap)
        .join(''),
    )
  )
    return -1;
  return words.findLastIndex(({ token }) => token < (bound > 0 ? bound : verb));
}

/**
 * True when only the sentences before have what a claim is about, and this one tells the same of somebody by name: "The
 * investigators postponed it" where "Halberg Lines had postponed it".
 */
export function borrowsSubject(claim: Statement, comparison: Comparison): boolean {
  const { candidate, matches, met } = comparison;
  const { statement } = candidate;
  const at = subjectOf(claim);
  const word = claim.words[at];
  if (word === undefined || word.isFigure || word.isName || word.weight < leastWeight) return false;
  const text = claim.text.slice(word.start, word.end);
  if (cueWord.test(text) || linkWord.test(text) || (matches[at]?.strength ?? 0) >= nearly) return false;
  if ((met[at] ?? 0) < surely || anyPronoun.test(statement.text) || isDefinitely(claim, at, candidate)) return false;
  const verb = verbOf(statement);
  const named = statement.words.filter(({ token, isName }) => isName && token < verb);
  return named.length > 0 && !named.some((name) => claim.words.some((one) => nameTheSame(one, name)));
}

const anyPronoun = /\b(?:he|she|it|they|his|her|its|their|this|these|who|which|the (?:former|latter))\b/iu;

const speaking =
  /^(?:said|says|say|told|tells|adds|added|argues|argued|warns|warned|insists|insisted|claims|claimed|promises?|promised|accuses?|accused)$/u;

/** A claim that gives as one's word or deed what the sentence gives as another's, who stands before the same verb there. */
export function hasOtherSubject(claim: Statement, sentence: Statement, matches: Comparison['matches']): boolean {
  const isMetAt = (word: StatementWord, other: StatementWord): boolean => {
    const match = matches[claim.words.indexOf(word)];
    return (
      nameTheSame(word, other) ||
      (match !== undefined && match.strength >= surely && sentence.words[match.at] === other)
    );
  };
  return claim.tokens.some(({ lower }, at) => {
    const own = claim.words.findLast(
      ({ token, start, end }) => token < at && !claim.text.slice(start, end).endsWith('ly'),
    );
    const first = verbOf(claim);
    if (own === undefined || own.isFigure || at - own.token > 2 || (first >= 0 && first < at)) return false;
    const verb = claim.words.find(({ token }) => token === at);
    if (verb === undefined ? !speaking.test(lower) : verb.isName || verbFormAt(claim.tokens, at) !== undefined)
      return false;
    const theirs = verbAt(claim, verb, lower, sentence, matches);
    if (theirs === undefined) return false;
    const said = sentence.words.filter((word) => isMetAt(own, word));
    const told = sentence.words.filter(({ token }) => token < theirs);
    return told.length > 0 && said.length > 0 && said.every(({ token }) => token > theirs);
  });
}

/** Place of the same verb in the sentence; `undefined` where there is none, or more than one. */
function verbAt(
  claim: Statement,
  verb: StatementWord | undefined,
  lower: string,
  sentence: Statement,
  matches: Comparison['matches'],
): number | undefined {
  if (verb === undefined) {
    const places = sentence.tokens.flatMap((token, at) => (speaking.test(token.lower) ? [at] : []));
    return places.length === 1 && speaking.test(lower) ? places[0] : undefined;
  }
  const met = sentence.words[matches[claim.words.indexOf(verb)]?.at ?? -1];
  const deed = deedsOf(sentence, segmentsOf(sentence.tokens)).filter(
    ({ word, form }) =>
      !form.isPassive && (word === met || nameTheSame(word, verb) || areSynonyms(word.term, verb.term)),
  );
  return deed.length === 1 ? deed[0]?.word.token : undefined;
}

const ofThem =
  /\b(?<count>\p{Nd}\S*|one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|few|half|most) of (?:them|these|those|whom|which)\b(?<rest>[^,;.]*)/iu;

/** "Seventeen had burns" where the sentence has "seventeen, four of them with burns". */
export function takesPartOfThem(claim: Statement, sentence: Statement, matches: Comparison['matches']): boolean {
  const found = ofThem.exec(sentence.text);
  if (found !== null && /\b(?:each|every)\s+$/iu.test(sentence.text.slice(0, found.index))) return false;
  const { count, rest = '' } = found?.groups ?? {};
  if (found === null || count === undefined || rest.trim() === '') return false;
  if (new RegExp(`\\b${count}\\b`, 'iu').test(claim.text)) return false;
  if (/\b(?:some|several|many|most|majority|part|few)\b/iu.test(claim.text)) return false;
  const end = found.index + found[0].length;
  return claim.words.some((word, at) => {
    const match = matches[at];
    const met = match === undefined || match.strength < surely ? undefined : sentence.words[match.at];
    return met !== undefined && word.weight >= 0.4 && !word.isFigure && met.start > found.index && met.end <= end;
  });
}
