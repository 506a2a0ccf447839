import type { MentionKind } from '../language/mention.js';
import { mentionsOf } from '../language/mentions.js';
import { type Term, termsOf, termsWithPlaces } from '../language/terms.js';

/** What a sentence says, in a form that two sentences can be compared by. */
export interface SentenceReading {
  readonly text: string;
  /** Its words but those that deny, which would hide that all others are the same. */
  readonly terms: readonly Term[];
  /** How often it says no. */
  readonly denials: number;
  /** For every term the kind of the name, date or amount it belongs to; `undefined` for an ordinary word. */
  readonly kinds: readonly (MentionKind | 'name' | undefined)[];
}

const denial = /\b(?:not|no|never|neither|nor|without|cannot|none|nobody|nothing)\b|n['’]t\b/giu;
const denyingTerms = new Set(termsOf('not no never neither nor without cannot none nobody nothing'));

/** A capital within a sentence is a name's, whatever the lists of names know. */
function isCapitalised(text: string, { start, end }: Term): boolean {
  return (
    /^\p{Lu}/u.test(text.slice(start, end)) &&
    /[\p{Ll}\p{N},;]["”’)]?\s+$/u.test(text.slice(Math.max(0, start - 4), start))
  );
}

/** Reads a sentence; time is about linear in its length. */
export function readSentence(text: string): SentenceReading {
  const terms = termsWithPlaces(text).filter(({ term }) => !denyingTerms.has(term));
  const mentions = mentionsOf(text);
  let next = 0;
  const kinds = terms.map((term) => {
    while ((mentions[next]?.end ?? Number.POSITIVE_INFINITY) <= term.start) next += 1;
    const mention = mentions[next];
    if (mention !== undefined && mention.start < term.end) return mention.kind;
    if (/^\p{N}/u.test(term.term)) return 'number';
    return isCapitalised(text, term) ? 'name' : undefined;
  });
  return { text, terms, kinds, denials: text.match(denial)?.length ?? 0 };
}
