import type { WordToken } from '../../language/word-tokens.js';
import type { Statement, StatementWord } from '../statement.js';
import type { Segment } from './segments.js';
import { type VerbForm, verbFormAt } from './verb-forms.js';

export const preposition =
  /^(?:of|in|on|at|for|with|from|to|by|about|between|over|under|against|among|during|after|before|since|near|within|towards?|into|as|than)$/u;

const pronoun =
  /^(?:it|they|he|she|this|these|those|who|which|that|there|we|i|you|one|some|others?|both|each|neither|what|anyone|nobody|nothing|everyone|all|most|many|such)$/u;

/** "allow Russia to target": the one who is allowed to is the one who does. */
const tells =
  /^(?:allow|enabl|let|forc|ask|told|tell|help|persuad|convinc|order|urg|permit|caus|get|got|want|expect|requir|invit|encourag|pressur)/u;

const words = new WeakMap<Statement, Map<number, StatementWord>>();

export function wordAt(statement: Statement, token: number): StatementWord | undefined {
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

export function segmentAt(segments: readonly Segment[], token: number): number {
  return segments.findIndex(({ first, end }) => token >= first && token < end);
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

/** "Uruguay, Paraguay, Panama, …": the last of a list is not all of it. */
function isList(statement: Statement, segments: readonly Segment[], at: number): boolean {
  const before = segments[at - 1];
  if (before === undefined) return false;
  const inside = contentBetween(statement, before.first, before.end);
  return before.end - before.first <= 3 && inside.length > 0 && inside.every(({ isName }) => isName);
}

/** A verb of a statement with what stands before it in its clause. */
export interface Deed {
  readonly word: StatementWord;
  readonly form: VerbForm;
  readonly segment: number;
  /** Content words before the verb in its clause, or in the one whose subject it shares; `undefined` when nothing tells. */
  readonly before: readonly StatementWord[] | undefined;
  /** The word that the verb is said of. */
  readonly head: StatementWord | undefined;
}

/** The names, or the word, right before a relative pronoun, back to what they hang on: "from the Pentagon and the CIA, who". */
function antecedentOf(statement: Statement, relative: number): readonly StatementWord[] {
  const { tokens } = statement;
  const found: StatementWord[] = [];
  for (let at = relative - 1; at >= Math.max(0, relative - 7); at--) {
    const lower = tokens[at]?.lower ?? '';
    if (lower === 'of') return [];
    if (preposition.test(lower) || pronoun.test(lower) || verbFormAt(tokens, at) !== undefined) break;
    const word = wordAt(statement, at);
    if (word !== undefined && found[0] !== word) found.unshift(word);
    if (/[,;:]/u.test(tokens[at]?.gap ?? '')) break;
  }
  return found.every(({ isName }) => isName) ? found : [];
}

export function deedsOf(statement: Statement, segments: readonly Segment[]): readonly Deed[] {
  const { tokens } = statement;
  return statement.words.flatMap((word): readonly Deed[] => {
    if (word.isName || word.isFigure) return [];
    const form = verbFormAt(tokens, word.token);
    // An infinitive says nothing of who does it; "and badly explained" may describe what stands before it.
    if (form === undefined) return [];
    if (
      form.first < word.token &&
      (tokens[form.first]?.lower ?? '').endsWith('ly') &&
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
    let content = contentBetween(statement, first, end);
    // "The geologist, who was asked by the council, found …": the one who found stands before the clause.
    if (content.length === 0 && end > first - 1 && segments[segment - 1]?.opening === 'relative') {
      const named = segments[segment - 2];
      const inside = named === undefined ? [] : contentBetween(statement, named.first, named.end);
      if (
        named !== undefined &&
        inside.length > 0 &&
        !inside.some(({ token }) => verbFormAt(tokens, token) !== undefined)
      ) {
        ({ first, end } = named);
        content = inside;
      }
    }
    if (tokens[form.first]?.lower === 'to') {
      const told = wordAt(statement, form.first - 1);
      const isTold = told?.isName === true && tells.test(tokens[told.token - 1]?.lower ?? '');
      return [{ word, form, segment: own, before: isTold ? [told] : undefined, head: isTold ? told : undefined }];
    }
    const relative = tokens[first]?.lower ?? '';
    if (opening === 'relative' && /^(?:who|which)$/u.test(relative) && content.length === 0) {
      const named = antecedentOf(statement, first);
      if (named.length > 0) return [{ word, form, segment: own, before: named, head: named.at(-1) }];
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
