import { termsOf } from '../language/terms.js';
import type { Statement } from './statement.js';
import { formOf } from './word-forms.js';

/**
 * `own`: the sentence itself says it ("opened"). `around`: it tells what the question is about, and a sentence may point
 * back to it ("The Halden library … It was opened in 1904"). `named`: the same, but in that very word: "the workers of Lisk"
 * are not its drivers. `free`: the answer says it in its own way ("lasted", "people").
 */
export type WordPlace = 'own' | 'around' | 'named' | 'free';

/** They say no more than that something goes on: a length of time says it too. */
const lasting: ReadonlySet<string> = new Set(
  'last take continue go need require spend'.split(' ').map((word) => formOf(word) ?? word),
);

const priceWords: ReadonlySet<string> = new Set(
  'cost price rent fee toll fare tariff worth pay'.split(' ').map((word) => formOf(word) ?? word),
);
const auxiliary = /^(?:do|does|did|will|would|can|could|may|might|must|should|shall)$/u;
const beVerb = /^(?:is|are|was|were|be|been|has|have|had)$/u;
const regular = /(?:ed|^(?:cut|put|set|hit|shut|cast|cost|spread|split))$/u;

/** "opened", "found", "cut". */
function isParticiple(word: string): boolean {
  return regular.test(word) || formOf(word) !== termsOf(word)[0];
}

/** True when nothing but a space stands between two neighbouring words. */
function isNext({ words, tokens }: Statement, at: number): boolean {
  const [one, other] = [words[at], words[at + 1]];
  if (one === undefined || other === undefined) return false;
  const between = tokens.filter(({ start }) => start >= one.end && start < other.start);
  return between.length === 0;
}

/** Stretches of words side by side, as first and last place. */
function runsOf(statement: Statement): readonly (readonly [first: number, last: number])[] {
  const runs: (readonly [number, number])[] = [];
  let first = 0;
  for (const at of statement.words.keys()) {
    if (isNext(statement, at)) continue;
    runs.push([first, at]);
    first = at + 1;
  }
  return runs;
}

/**
 * True when the last word of a stretch may be the verb: "did the library open", "was the library opened". After "did" or
 * "will" nothing tells a verb from a noun; after "was" or "has" its form does, and then one is enough.
 */
function mayEndInVerb({ words, tokens, text }: Statement, last: number): boolean {
  const word = words[last];
  if (word === undefined) return false;
  const before = tokens.filter(({ end }) => end <= word.start);
  if (before.some(({ lower }) => auxiliary.test(lower))) return true;
  const at = before.findIndex(({ lower }) => beVerb.test(lower));
  if (at < 0 || before.slice(at + 1).some(({ lower }) => isParticiple(lower))) return false;
  return isParticiple(text.slice(word.start, word.end).toLowerCase());
}

/** "of the fever", "in Merrow hospital": where or of what, which may be said before. */
const preposition =
  /\b(?:of|in|at|on|near|for|from|to|with|between|by|under|during|against)(?: (?:the|a|an|its|their|his|her))? $/iu;
const ofName = /^ of(?: the)? $/iu;

/** "Was anybody hurt after the riots": met by "nobody", and by any way of telling when. */
const linking =
  /^(?:any|people|anyone|anybody|anything|someone|somebody|something|everyone|after|before|during|since|about|over)$/iu;

const ordering = /^(?:first|last|new|next|old|former|second|third|late|big|small|great)$/iu;

/** "the poet Edda Quist", "the tanker Rosa": the name alone tells who or what it is. */
function isApposition(statement: Statement, at: number): boolean {
  const { words, text } = statement;
  const [word, next] = [words[at], words[at + 1]];
  if (word === undefined || next?.isName !== true || !isNext(statement, at)) return false;
  if (ordering.test(text.slice(word.start, word.end)) || !/\bthe $/iu.test(text.slice(0, word.start))) return false;
  let last = at + 1;
  while (words[last + 1]?.isName === true && isNext(statement, last)) last += 1;
  // "the new Warsaw bridge": a name that tells which bridge.
  return !isNext(statement, last) || mayEndInVerb(statement, last + 1);
}

/** What a question asks for, and so need not be said in its own words. */
export interface Freedom {
  /** Place of the noun that is counted, -1 when none is. */
  readonly counted: number;
  /** Place of the noun of the kind that is asked for, -1 when none is. */
  readonly kind: number;
  readonly isTime: boolean;
  readonly isPrice: boolean;
}

/** For every word of a question where a sentence that answers it must say it. */
export function placesOf(statement: Statement, { counted, kind, isTime, isPrice }: Freedom): readonly WordPlace[] {
  const { words, text } = statement;
  const places: WordPlace[] = words.map(() => 'own');
  for (const [first, last] of runsOf(statement)) {
    const end = mayEndInVerb(statement, last) ? last - 1 : last;
    const isAbout =
      words.slice(first, last + 1).some(({ isName }) => isName) || preposition.test(text.slice(0, words[first]?.start));
    // "the school meals programme": the last word carries the others.
    for (let at = first; at <= last; at++) if (at < last || (isAbout && at <= end)) places[at] = 'around';
    // "the trams of Lodva", "the mayor of Dorn".
    const [tail, next] = [words[last], words[last + 1]];
    const isOfName = next?.isName === true && ofName.test(text.slice(tail?.end, next.start));
    if (isOfName && end === last) places[last] = 'named';
  }
  return words.map((word, at): WordPlace => {
    if (word.isName) return 'around';
    if (isApposition(statement, at)) return 'free';
    if (at === counted || at === kind || word.isFigure || linking.test(text.slice(word.start, word.end))) return 'free';
    if ((isTime && lasting.has(word.term)) || (isPrice && priceWords.has(word.term))) return 'free';
    return places[at] ?? 'own';
  });
}
