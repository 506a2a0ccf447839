import type { WordToken } from '../language/word-tokens.js';
import { type Mood, moodAt } from './moods.js';
import { handsNegationOn, isNegation, isPassedOver, isPlainNegation } from './negation.js';
import { formOf } from './word-forms.js';

/** A negation or a modal verb is said of a word at most this far on. */
const reach = 6;

/** The token that a negation or modal verb at `at` is said of. */
function focusAfter(tokens: readonly WordToken[], at: number): number | undefined {
  for (let next = at + 1; next < Math.min(tokens.length, at + 1 + reach); next++) {
    const token = tokens[next];
    if (token === undefined || /[.;:!?]/u.test(token.gap)) return undefined;
    if (!isPassedOver(token) && !isPlainNegation(token) && formOf(token.word) !== undefined) return next;
  }
  return undefined;
}

/** What is said of each token by a negation or a modal verb before it. */
export interface WordMarks {
  readonly negated: Uint8Array;
  readonly moods: readonly (Mood | undefined)[];
  readonly inMood: Uint8Array;
}

/** A comma before one of these goes on with what was said before it. */
const goesOn = /^(?:including|and|or|to|if|as|not)$/u;

/** Marks everything from `first` to the end of its clause. */
function markClause(tokens: readonly WordToken[], first: number, marks: Uint8Array): void {
  for (let at = first; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) return;
    if (at > first && (/[;:.!?()]/u.test(token.gap) || token.lower === 'that' || token.lower === 'which')) return;
    if (at > first && token.gap.includes(',') && !goesOn.test(token.lower)) return;
    // ", and from the outset, the U.S. has placed …" begins a clause of its own.
    if (
      at > first &&
      token.gap.includes(',') &&
      tokens.slice(at, at + 8).some(({ lower }) => /^(?:has|have|is|are|was|were)$/u.test(lower))
    )
      return;
    marks[at] = 1;
  }
}

/** "will be pulled out and filled": the second participle is in the mood of the first. */
function shareMood(tokens: readonly WordToken[], focus: number, inMood: Uint8Array, moods: (Mood | undefined)[]): void {
  for (let at = focus + 1; at < tokens.length && inMood[at] === 1; at++) {
    const joint = tokens[at - 1]?.lower ?? '';
    if (/(?:ed|en)$/u.test(tokens[at]?.lower ?? '') && /^(?:and|or|then)$/u.test(joint)) moods[at] ??= moods[focus];
  }
}

export function marksOf(tokens: readonly WordToken[]): WordMarks {
  const negated = new Uint8Array(tokens.length);
  const moods: (Mood | undefined)[] = tokens.map(() => undefined);
  const inMood = new Uint8Array(tokens.length);
  for (let at = 0; at < tokens.length; at++) {
    const mood = moodAt(tokens, at);
    const negates = isNegation(tokens, at);
    if (mood === undefined && !negates) continue;
    const focus = focusAfter(tokens, at);
    if (focus === undefined) continue;
    if (negates) {
      negated[focus] = (negated[focus] ?? 0) ^ 1;
      const next = handsNegationOn(tokens, focus) ? focusAfter(tokens, focus) : undefined;
      if (next !== undefined) negated[next] = (negated[next] ?? 0) ^ 1;
    }
    if (mood === undefined) continue;
    moods[focus] ??= mood;
    // An aim is its verb alone: "refused to recognise … on issues such as the release of a hostage", who was released.
    if (mood !== 'aim' && inMood[focus] === 0) {
      markClause(tokens, focus, inMood);
      shareMood(tokens, focus, inMood, moods);
    }
  }
  return { negated, moods, inMood };
}
