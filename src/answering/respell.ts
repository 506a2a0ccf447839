import { editDistance } from '../language/edit-distance.js';
import { isKnownName } from '../language/known-names.js';
import { termsOf } from '../language/terms.js';
import { type WordToken, wordTokensOf } from '../language/word-tokens.js';
import type { WordVectors } from '../language/word-vectors.js';
import type { Generation } from '../types.js';
import { type WrittenWords, writtenWordsOf } from './written-words.js';

const acronym = /^\p{L}{3,5}$/u;
const respellable = /^\p{L}{4,24}$/u;
/** Unknown words looked up in one question: a message full of them is in no language of the collection. */
const mostLookedUp = 12;

/** Slips forgiven in a word of so many letters: in a short one a single letter makes another word of it. */
function slipsForgiven(length: number): number {
  if (length >= 8) return 2;
  return length >= 5 ? 1 : 0;
}

function withoutDoublings(word: string): string {
  return word.replaceAll(/(\p{L})\1/gu, '$1');
}

/** The word of the collection that somebody meant, the nearest one; `undefined` when none is near, or two are equally so. */
function meantWord(lower: string, { words }: WrittenWords): string | undefined {
  const most = slipsForgiven(lower.length);
  let best: { readonly form: string; readonly distance: number } | undefined;
  let isTied = false;
  for (const [word, form] of words) {
    if (word[0] !== lower[0] || Math.abs(word.length - lower.length) > Math.max(1, most)) continue;
    const distance = withoutDoublings(word) === withoutDoublings(lower) ? 0 : editDistance(word, lower);
    if (distance > most || (best !== undefined && distance > best.distance)) continue;
    const isEqual = best !== undefined && distance === best.distance;
    isTied = isEqual && (isTied || termsOf(word)[0] !== termsOf(best?.form ?? '')[0]);
    best = { form, distance };
  }
  return isTied ? undefined : best?.form;
}

function replacementFor(
  { lower, word, shape, opens }: WordToken,
  written: readonly WrittenWords[],
): string | undefined {
  for (const one of written) {
    const name = acronym.test(word) ? one.acronyms.get(lower) : undefined;
    const meant = name ?? (respellable.test(word) ? meantWord(lower, one) : undefined);
    // "the Drina" is a name that the collection lacks, not its word "drink".
    const isNameElsewhere = shape === 'capitalised' && !opens;
    if (meant !== undefined && !(isNameElsewhere && meant === meant.toLowerCase())) return meant;
  }
  return undefined;
}

/**
 * A question in the words of the collections: "is asad determind" → "is Assad determined", "the FSA" → "the Free Syrian
 * Army". Only words change that no paragraph has, that are no word of English and no known name; in a large collection none do.
 */
export function respell(text: string, generations: readonly Generation[], words: WordVectors): string {
  const written = generations.map(writtenWordsOf).filter((one) => one.words.size > 0);
  if (written.length === 0) return text;
  const isUnknown = (token: WordToken): boolean => {
    const [term] = termsOf(token.word);
    if (term === undefined || isKnownName(token) || words.rowOf(term) >= 0) return false;
    return generations.every((generation) => generation.terms.idOf(term) === undefined);
  };
  let respelt = '';
  let copied = 0;
  for (const token of wordTokensOf(text).filter(isUnknown).slice(0, mostLookedUp)) {
    const meant = replacementFor(token, written);
    if (meant === undefined) continue;
    respelt += text.slice(copied, token.start) + meant;
    copied = token.end;
  }
  return respelt + text.slice(copied);
}
