import type { WordVectors } from '../language/word-vectors.js';
import { nearnessIn } from './nearness.js';
import { areOpposite } from './opposites.js';
import { nameTheSame, type Statement, type StatementWord } from './statement.js';
import { areSynonyms } from './synonyms.js';

/** Where a claim's word is met in a sentence. */
export interface Match {
  /** Place of the sentence's word, -1 when none meets it. */
  readonly at: number;
  /** How well, 0 to 1; 1 for the same word. */
  readonly strength: number;
  /** It is met by a word that says the opposite. */
  readonly opposite: boolean;
  /** A synonym and an opposite of it both stand there. */
  readonly contested?: boolean;
}

export const unmet: Match = { at: -1, strength: 0, opposite: false };

/**
 * Cosines of single words are centred: unrelated words lie near 0, but "break" and "cope" reach 0.5 as "deal" and
 * "agreement" do. What lies below `nothing` counts nothing.
 */
const nothing = 0.3;
const same = 0.75;
/** A cosine alone is a guess: "join" and "bring" are as near as many synonyms. */
const bestOfAnother = 0.75;
const synonym = 0.88;
/**
 * Cosines of words read in their sentences, with a tenth of their own: of 49 synonyms put for one another more than half
 * reach .80, of 95 words that say something else ("summer" for "winter", "rejected" for "adopted") one in twelve.
 */
const apart = 0.69;
const alike = 0.84;
const ownShare = 0.1;
/** Of several synonyms the one that is used alike. */
const tie = 0.01;
/** The same word this far from itself is used in another way: the plan is not the Planning Office. */
const otherUse = { name: 0.52, word: 0.5 } as const;
/** Below a synonym: who wants to remain in power is not the one whom others want to leave it. */
const oppositeMet = 0.87;
const contested = 0.5;
const sharedPart = 0.5;
/** "negotiate" and "negotiations" have stems of their own; so have "recognise" and "recognition". */
const stemShared = 0.9;
const shortestStem = 5;

export function shareStem(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length);
  if (length < shortestStem - 1 || one.charCodeAt(0) !== other.charCodeAt(0)) return false;
  let shared = 1;
  while (shared < length && one.charCodeAt(shared) === other.charCodeAt(shared)) shared += 1;
  return shared >= shortestStem && shared >= length - 2 && Math.abs(one.length - other.length) <= 5;
}

/** `reached` is what another word has reached already: a cosine that cannot pass it is not taken. */
function strengthOf(
  claim: StatementWord,
  word: StatementWord,
  vectors: WordVectors,
  reached: number,
  nearness: () => number | undefined,
): number {
  if (nameTheSame(claim, word)) {
    if (claim.isFigure || (claim.isName && word.isName)) return 1;
    const near = nearness() ?? 1;
    return near < otherUse[claim.isName === word.isName ? 'word' : 'name'] ? contested : 1;
  }
  // Another name or number is another thing, however near it lies: Turkey is not Iran.
  if (claim.isName || word.isName || claim.isFigure || word.isFigure) return 0;
  if (shareStem(claim.term, word.term)) return stemShared;
  const inContext = nearness();
  if (areSynonyms(claim.term, word.term)) return synonym + tie * (inContext ?? 0);
  if (reached >= (inContext === undefined ? bestOfAnother : synonym)) return 0;
  const similarity = vectors.similarity(claim.row, word.row);
  if (inContext !== undefined) {
    const near = inContext + ownShare * Math.max(0, similarity);
    return Math.max(0, Math.min(synonym, (near - apart) / (alike - apart)));
  }
  return Math.max(0, Math.min(bestOfAnother, (similarity - nothing) / (same - nothing)));
}

/** "five children were left" says that they remained. */
function isLeftOver({ tokens }: Statement, { token }: StatementWord): boolean {
  return tokens[token]?.lower === 'left' && /^(?:is|are|was|were)$/u.test(tokens[token - 1]?.lower ?? '');
}

/**
 * For every word of a claim the word of the sentence that meets it best; the same word before one that says the opposite,
 * which in turn comes before one that merely lies near.
 */
export function align(claim: Statement, sentence: Statement, vectors: WordVectors): readonly Match[] {
  const matches = claim.words.map((word): Match => {
    let best = unmet;
    let isContested = false;
    for (const [at, other] of sentence.words.entries()) {
      const opposite =
        !word.isName && !other.isName && areOpposite(word.term, other.term) && !isLeftOver(sentence, other);
      const strength = opposite
        ? oppositeMet
        : strengthOf(word, other, vectors, best.strength, () =>
            nearnessIn({ claim: word, word: other }, [claim, sentence]),
          );
      isContested ||= opposite !== best.opposite && Math.min(strength, best.strength) >= oppositeMet && best.at >= 0;
      if (strength > best.strength) best = { at, strength, opposite };
    }
    // "united" beside both "unified" and "fractured": which of the two it is said of, words alone do not tell.
    return isContested && best.strength < 1
      ? { at: best.at, strength: contested, opposite: false, contested: true }
      : best;
  });
  return matches.map((match, i) =>
    isTaken(claim, matches, i) ? { ...match, strength: match.strength * sharedPart } : match,
  );
}

/** True when what meets a word of the claim meets another of its words as well or better: it says only one of them. */
function isTaken(claim: Statement, matches: readonly Match[], i: number): boolean {
  const own = matches[i];
  if (own === undefined || own.at < 0 || own.strength === 1) return false;
  return matches.some(
    (other, j) =>
      j !== i &&
      other.at === own.at &&
      claim.words[j]?.term !== claim.words[i]?.term &&
      (other.strength > own.strength || (other.strength === own.strength && j < i)),
  );
}

/** Weighted share of a claim's words that are met, those in `without` left out, 0 to 1; 1 when nothing is left. */
export function coverage(
  claim: Statement,
  matches: readonly Match[],
  without: (word: StatementWord, at: number) => boolean = () => false,
): number {
  let total = 0;
  let met = 0;
  for (const [at, word] of claim.words.entries()) {
    if (without(word, at)) continue;
    total += word.weight;
    met += word.weight * (matches[at]?.strength ?? 0);
  }
  return total === 0 ? 1 : met / total;
}
