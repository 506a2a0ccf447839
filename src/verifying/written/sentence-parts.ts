import { type WordToken, wordTokensOf } from '../../language/word-tokens.js';
import { segmentsOf } from './segments.js';
import { verbFormAt } from './verb-forms.js';

const joins = /^(?:and|but|yet|while|whereas|although|though)$/u;

const alsoFirst = /^(?:also|then|now)$/u;

/** What a sentence says in a certain order cannot be taken apart. */
const ordering = /^(?:only|then|later|afterwards|instead|not|rather)$/u;

const being = /^(?:is|are|was|were|has|have|had|do|does|did)$/u;

const pronoun = /^(?:it|they|he|she)$/u;

/** These reach over the border between statements. */
const reachesOver =
  /\b(?:if|unless|because|since(?! \d| last| the \d| \p{Lu})|whether|both|between|either|neither|not only)\b/iu;

const leastWords = 3;

const mostParts = 3;

const longestSubject = 8;

/** Place of the first token of the first verb among the tokens from `first` to `end`; `undefined` when there is none. */
function firstVerb(tokens: readonly WordToken[], first: number, end: number): number | undefined {
  for (let at = first; at < end; at++) {
    if (being.test(tokens[at]?.lower ?? '')) return at;
    const form = verbFormAt(tokens, at);
    if (form !== undefined && form.first >= first) return form.first;
  }
  return undefined;
}

/** Places of the tokens with which another statement begins, the word that joins it included. */
function borders(sentence: string, tokens: readonly WordToken[]): readonly number[] {
  const starts = segmentsOf(tokens).map(({ first }) => first);
  return tokens.flatMap(({ lower, gap }, at): readonly number[] => {
    if (at === 0) return [];
    if (/;/u.test(gap)) return [at];
    const next = alsoFirst.test(tokens[at + 1]?.lower ?? '') ? at + 2 : at + 1;
    if (!joins.test(lower) || !starts.includes(at) || ordering.test(tokens[next]?.lower ?? '')) return [];
    return reachesOver.test(sentence.slice(0, tokens[at]?.start)) ? [] : [at];
  });
}

function plainParts(sentence: string, tokens: readonly WordToken[], cuts: readonly number[]): readonly string[] {
  const starts = [0, ...cuts];
  return starts.map((at, i) => {
    const opening = tokens.slice(at).findIndex(({ lower }) => i === 0 || !(joins.test(lower) || alsoFirst.test(lower)));
    const first = at + Math.max(0, opening);
    const last = tokens[(starts[i + 1] ?? tokens.length) - 1];
    const text = sentence.slice(tokens[first]?.start ?? 0, last?.end ?? sentence.length);
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  });
}

const inserted =
  /^(?<subject>(?:\p{L}[\p{L}\p{N}’'.-]*\s){0,6}\p{L}[\p{L}\p{N}’'.-]*), (?:(?<relative>who|which)\s)?(?<told>[^,;]+), (?<rest>(?!and\b|or\b|but\b|the\b|a\b)[^;]+)$/u;

/** "The report, published in May, blames nobody": "The report was published in May." and "The report blames nobody." */
export function insertedParts(sentence: string): readonly string[] {
  const { subject, relative, told, rest } = inserted.exec(sentence)?.groups ?? {};
  if (subject === undefined || told === undefined || rest === undefined) return [sentence];
  const tokens = wordTokensOf(rest);
  const opensWithVerb =
    firstVerb(tokens, 0, 1) === 0 || /^(?:will|would|could|may|might|must|should|can)$/u.test(tokens[0]?.lower ?? '');
  const isParticiple =
    /^(?:\p{L}+ly )?\p{L}+(?:ed|en)\b|^(?:built|held|made|led|set|born|sent|paid|based|known)\b/u.test(told);
  if (!opensWithVerb || (relative === undefined && !isParticiple) || told.split(' ').length < 2) return [sentence];
  return [`${subject} ${relative === undefined ? 'was ' : ''}${told}.`, `${subject} ${rest}`];
}

/**
 * The statements that a sentence joins with "and", "but" and the like, each with its subject, so that each can be looked for
 * by itself; the sentence alone when it cannot be taken apart.
 */
export function partsOfSentence(sentence: string): readonly string[] {
  const tokens = wordTokensOf(sentence);
  const cuts: number[] = [];
  const all = borders(sentence, tokens);
  // Semicolons go first: what stands between them may be taken apart in turn.
  const strong = all.filter((at) => /;/u.test(tokens[at]?.gap ?? ''));
  for (const at of strong.length > 0 ? strong : all) {
    const from = cuts.at(-1) ?? 0;
    if (cuts.length === mostParts - 1 || at - from < leastWords || tokens.length - at < leastWords) continue;
    const hasVerbs =
      firstVerb(tokens, from, at) !== undefined || (/,/u.test(tokens[at]?.gap ?? '') && at - from > leastWords);
    if (strong.length === 0 && (!hasVerbs || firstVerb(tokens, at, tokens.length) === undefined)) continue;
    cuts.push(at);
  }
  if (cuts.length === 0) return insertedParts(sentence);
  if (strong.length > 0) return plainParts(sentence, tokens, cuts);
  const plain = plainParts(sentence, tokens, cuts);
  const verb = firstVerb(tokens, 0, cuts[0] ?? 0) ?? 0;
  const subject = sentence.slice(0, tokens[verb]?.start ?? 0).trim();
  const isClear = verb > 0 && verb <= longestSubject && !/[,;:]/u.test(subject);
  const needsSubject = plain.slice(1).some((part) => {
    const own = wordTokensOf(part);
    return firstVerb(own, 0, own.length) === 0 || pronoun.test(own[0]?.lower ?? '');
  });
  if (needsSubject && !isClear) return [sentence];
  return plain.map((part, i) => {
    if (i === 0) return part;
    const own = wordTokensOf(part);
    const opensWithVerb = firstVerb(own, 0, own.length) === 0;
    const opensWithPronoun = pronoun.test(own[0]?.lower ?? '');
    if (!opensWithVerb && !opensWithPronoun) return part;
    const rest = opensWithPronoun ? part.slice(own[0]?.end ?? 0) : ` ${part.charAt(0).toLowerCase()}${part.slice(1)}`;
    return `${subject}${rest}`;
  });
}
