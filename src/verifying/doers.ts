import type { WordToken } from '../language/word-tokens.js';
import type { Match } from './alignment.js';
import { type Segment, segmentsOf } from './segments.js';
import { nameTheSame, type Statement, type StatementWord } from './statement.js';
import { areSynonyms } from './synonyms.js';
import { type VerbForm, verbFormAt } from './verb-forms.js';

/** A word is the same verb when it is met so well; a noun may be met a little less. */
const surely = 0.85;
const nearly = 0.6;
const preposition =
  /^(?:of|in|on|at|for|with|from|to|by|about|between|over|under|against|among|during|after|before|since|near|within|towards?|into|as|than)$/u;
const pronoun =
  /^(?:it|they|he|she|this|these|those|who|which|that|there|we|i|you|one|some|others?|both|each|neither|what|anyone|nobody|nothing|everyone|all|most|many|such)$/u;
/** "allow Russia to target": the one who is allowed to is the one who does. */
const tells =
  /^(?:allow|enabl|let|forc|ask|told|tell|help|persuad|convinc|order|urg|permit|caus|get|got|want|expect|requir|invit|encourag|pressur)/u;
const words = new WeakMap<Statement, Map<number, StatementWord>>();

function wordAt(statement: Statement, token: number): StatementWord | undefined {
  let byToken = words.get(statement);
  if (byToken === undefined) {
    byToken = new Map();
    for (const word of statement.words) {
      for (let at = word.token; at < statement.tokens.length && (statement.tokens[at]?.start ?? 0) < word.end; at++)
        byToken.set(at, word);
    }
    words.set(statement, byToken);
  }
  return byToken.get(token);
}

function segmentAt(segments: readonly Segment[], token: number): number {
  return segments.findIndex(({ first, end }) => token >= first && token < end);
}

/** A verb of a statement with what stands before it in its clause. */
interface Deed {
  readonly word: StatementWord;
  readonly form: VerbForm;
  readonly segment: number;
  /** Content words before the verb in its clause, or in the one whose subject it shares; `undefined` when nothing tells. */
  readonly before: readonly StatementWord[] | undefined;
  /** The word that the verb is said of. */
  readonly head: StatementWord | undefined;
}

function contentBetween(statement: Statement, first: number, end: number): readonly StatementWord[] {
  const found: StatementWord[] = [];
  for (let at = first; at < end; at++) {
    const word = wordAt(statement, at);
    if (word !== undefined && word.token === at) found.push(word);
  }
  return found;
}

/** The word that a verb group at `end` is said of: the noun right before it, or the one that a preposition hangs on. */
function headBefore(statement: Statement, first: number, end: number): StatementWord | undefined {
  const { tokens } = statement;
  let at = end - 1;
  for (let rounds = 0; rounds < 6 && at >= first; rounds++) {
    const word = wordAt(statement, at);
    if (word === undefined) {
      if (pronoun.test(tokens[at]?.lower ?? '')) return undefined;
      at -= 1;
      continue;
    }
    let back = at;
    while (back > first && !preposition.test(tokens[back]?.lower ?? '')) back -= 1;
    const isAfterPreposition = preposition.test(tokens[back]?.lower ?? '');
    if (!isAfterPreposition || contentBetween(statement, first, back).length === 0) return word;
    at = back - 1;
  }
  return undefined;
}

function isPointing(tokens: readonly WordToken[], first: number, end: number): boolean {
  return tokens.slice(first, end).some(({ lower }) => pronoun.test(lower));
}

function deedsOf(statement: Statement, segments: readonly Segment[]): readonly Deed[] {
  const { tokens } = statement;
  return statement.words.flatMap((word): readonly Deed[] => {
    if (word.isName || word.isFigure) return [];
    const form = verbFormAt(tokens, word.token);
    // An infinitive says nothing of who does it; "and badly explained" may describe what stands before it.
    if (form === undefined) return [];
    if (
      form.first < word.token &&
      /ly$/u.test(tokens[form.first]?.lower ?? '') &&
      segments.some(({ first, opening }) => opening === 'shared' && form.first - 1 <= first + 1 && form.first > first)
    )
      return [];
    let segment = segmentAt(segments, word.token);
    const own = segment;
    let end = form.first;
    while (
      segment > 0 &&
      segments[segment]?.opening === 'shared' &&
      contentBetween(statement, segments[segment]?.first ?? 0, end).length === 0
    ) {
      let { first, end: last } = segments[segment - 1] ?? { first: 0, end: 0 };
      segment -= 1;
      let verb = contentBetween(statement, first, last).find(({ token }) => verbFormAt(tokens, token) !== undefined);
      while (verb === undefined && segment > 0) {
        segment -= 1;
        ({ first, end: last } = segments[segment] ?? { first: 0, end: 0 });
        verb = contentBetween(statement, first, last).find(({ token }) => verbFormAt(tokens, token) !== undefined);
      }
      end = verb === undefined ? last : (verbFormAt(tokens, verb.token)?.first ?? verb.token);
    }
    let { first, opening } = segments[segment] ?? { first: 0, opening: 'own' as const };
    // "an earlier president, Andrés Pastrana, handed over"
    if (end <= first && segment > 0) {
      const named = segments[segment - 1];
      const inside = named === undefined ? [] : contentBetween(statement, named.first, named.end);
      if (
        named !== undefined &&
        named.end - named.first <= 4 &&
        inside.length > 0 &&
        inside.every(({ isName }) => isName) &&
        !tokens.slice(named.first, named.end).some(({ lower }) => lower === 'and') &&
        !isList(statement, segments, segment - 1)
      ) {
        // "Its director, Bastien Orlu, criticised": both name who did it.
        const told = segments[segment - 2];
        first = told === undefined || told.end - told.first > 6 ? named.first : told.first;
        end = named.end;
        opening = named.opening;
      }
    }
    const content = contentBetween(statement, first, end);
    if (tokens[form.first]?.lower === 'to') {
      const told = wordAt(statement, form.first - 1);
      const isTold = told?.isName === true && tells.test(tokens[told.token - 1]?.lower ?? '');
      return [{ word, form, segment: own, before: isTold ? [told] : undefined, head: isTold ? told : undefined }];
    }
    const isUnknown =
      content.length === 0 ||
      content.some(({ token }) => token < form.first && verbFormAt(tokens, token) !== undefined) ||
      isPointing(tokens, opening === 'relative' ? first + 1 : first, end);
    return [
      {
        word,
        form,
        segment: own,
        before: isUnknown ? undefined : content,
        head: isUnknown ? undefined : headBefore(statement, first, end),
      },
    ];
  });
}

/** "Uruguay, Paraguay, Panama, …": the last of a list is not all of it. */
function isList(statement: Statement, segments: readonly Segment[], at: number): boolean {
  const before = segments[at - 1];
  if (before === undefined) return false;
  const inside = contentBetween(statement, before.first, before.end);
  return before.end - before.first <= 3 && inside.length > 0 && inside.every(({ isName }) => isName);
}

interface Pair {
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
  if (head === undefined || head.isFigure || theirs.before === undefined || theirs.head === undefined) return undefined;
  if (own.form.isPassive === theirs.form.isPassive)
    return isMet(pair, head) || head.isName ? isMetIn(pair, head, theirs.before) : undefined;
  if (own.form.isPassive && !hasObject(pair.sentence, theirs)) return undefined;
  // Active here, passive there: what the one tells of is done to in the other.
  return isMetIn(pair, head, theirs.before) && !isMetIn(pair, head, wordsAfter(pair.sentence, theirs))
    ? false
    : undefined;
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

/** Figures of the claim that the sentence gives to another deed, or beside whose deed it has others. */
function isOfOtherDeed(
  pair: Pair,
  own: readonly Deed[],
  theirs: readonly Deed[],
  segments: readonly [readonly Segment[], readonly Segment[]],
): boolean {
  const { claim, sentence, matches } = pair;
  const figureAt = (start: number, end: number): StatementWord | undefined =>
    claim.words.find((word) => word.isFigure && word.start < end && word.end > start);
  const counts = claim.quantities.filter(
    ({ dimension, counted, value }) =>
      dimension !== 'count' ||
      counted.length === 0 ||
      !sentence.quantities.some(
        (other) => other.value === value && other.counted.some((term) => counted.includes(term)),
      ),
  );
  return [...counts, ...claim.dates].some((figure) => {
    const word = figureAt(figure.start, figure.end);
    const same = word === undefined ? [] : sentence.words.filter((one) => one.isFigure && one.term === word.term);
    const [only] = same;
    if (word === undefined || only === undefined || same.length !== 1) return false;
    const deed = own.find(({ segment }) => segment === segmentAt(segments[0], word.token));
    const match = deed === undefined ? undefined : matches[claim.words.indexOf(deed.word)];
    if (deed === undefined || match === undefined || match.strength < surely) return false;
    const met = sentence.words[match.at];
    const same_ = theirs.filter(
      ({ word: verb }) => verb === met || nameTheSame(verb, deed.word) || areSynonyms(verb.term, deed.word.term),
    );
    const place = segmentAt(segments[1], only.token);
    // "has delivered 28 million doses" where 28 million were ordered, and the delivery is another matter.
    if (same_.length === 0)
      return (
        'dimension' in figure &&
        deed.form.isDone &&
        theirs.some(({ segment, word: verb }) => segment === place && verb.token < only.token)
      );
    if (same_.some(({ segment }) => segment === place)) return false;
    if (theirs.some(({ segment, word: verb }) => segment === place && verb.token < only.token)) return true;
    // "After four years of negotiation and a session that lasted eleven hours": eleven hours is how long it lasted.
    if (!('dimension' in figure)) return false;
    return same_.every(({ segment }) =>
      sentence.quantities.some((other) => {
        const token = sentence.words.find(({ start, end }) => start < other.end && end > other.start)?.token ?? -1;
        return (
          other.dimension === figure.dimension &&
          other.value !== figure.value &&
          segmentAt(segments[1], token) === segment &&
          !claim.quantities.some(({ value }) => value === other.value)
        );
      }),
    );
  });
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
/** Whether a claim tells as done what the sentence has as still to come, possible or wanted. */
export function tellsUndone(claim: Statement, sentence: Statement, matches: readonly Match[]): boolean {
  return claim.words.some((word, at) => {
    const form = word.isName || word.isFigure ? undefined : verbFormAt(claim.tokens, word.token);
    const match = matches[at];
    if (form?.isDone !== true || match === undefined || match.strength < 0.9) return false;
    const met = sentence.words[match.at];
    const same = sentence.words.filter((one) => one === met || (met !== undefined && nameTheSame(one, met)));
    return (
      same.length > 0 &&
      same.every((one) => {
        const there = verbFormAt(sentence.tokens, one.token);
        if (there === undefined || there.isDone || there.isPassive) return false;
        return there.isOpen
          ? one.mood !== undefined
          : one.term === word.term && (sentence.tokens[one.token]?.lower ?? '').endsWith('s');
      })
    );
  });
}

/** Verbs that say little themselves, whatever stands in their place. */
export const carriesOthers =
  /^(?:see(?:s|n)?|saw|regard(?:s|ed)?|consider(?:s|ed)?|view(?:s|ed)?|call(?:s|ed)?|describe[sd]?|treat(?:s|ed)?|amount(?:s|ed)?|serve[sd]?|r[ua]ns?|hold|holds|held|manage[sd]?|succeed(?:s|ed)?|sit|sits|sat|put|puts|remain(?:s|ed)?|stay(?:s|ed)?|include[sd]?|involve[sd]?|represent(?:s|ed)?|concern(?:s|ed)?|face[sd]?|give|gives|gave|given|provide[sd]?|create[sd]?|offer(?:s|ed)?|take|takes|took|taken|bring|brings|brought|come|comes|came|follow(?:s|ed)?|mark(?:s|ed)?|constitute[sd]?|count(?:s|ed)?|speak|speaks|spoke|express(?:es|ed)?|voice[sd]?|note[sd]?|use[sd]?|ha(?:s|ve|d)|make|makes|made|get|gets|got|find|finds|found|turn(?:s|ed)?|pass(?:es|ed)?|occur(?:s|red)?|happen(?:s|ed)?|mean|means|meant|want(?:s|ed)?|host(?:s|ed)?|start(?:s|ed)?|begin|begins|began|continue[sd]?|add(?:s|ed)?|contain(?:s|ed)?|consist(?:s|ed)?|lie|lies|lay|appear(?:s|ed)?|seem(?:s|ed)?)$/u;

/** Words of a claim that are its verbs, which a sentence must have themselves or by a known synonym. */
export function unmetDeeds(claim: Statement, strengths: readonly number[]): readonly number[] {
  return claim.words.flatMap((word, at) =>
    !word.isName &&
    !word.isFigure &&
    word.weight >= 0.3 &&
    !carriesOthers.test(claim.tokens[word.token]?.lower ?? '') &&
    (strengths[at] ?? 0) < surely &&
    verbFormAt(claim.tokens, word.token) !== undefined
      ? [at]
      : [],
  );
}

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
export function explain(claim: Statement, sentence: Statement, matches: readonly Match[]): unknown {
  const pair = { claim, sentence, matches };
  const segments = [segmentsOf(claim.tokens), segmentsOf(sentence.tokens)] as const;
  const own = deedsOf(claim, segments[0]);
  const theirs = deedsOf(sentence, segments[1]);
  const show = (d: Deed) =>
    `${d.word.term}(${d.form.isPassive ? 'p' : ''}${d.form.isDone ? 'd' : ''}${d.form.isOpen ? 'o' : ''}) by ${d.head?.term} of ${d.before?.map((w) => w.term).join(' ')}`;
  return [own.map(show), theirs.map(show), isOfOtherDeed(pair, own, theirs, segments), isOnlyOwner(pair)];
}
