import type { Comparison } from './comparison.js';
import { isDenying } from './denying-words.js';
import type { StatementWord } from './statement.js';
import type { StatementInContext } from './words-in-context.js';
import { saidFrom } from './words-said.js';

/** One sentence of a claim, everything that it was compared with, the best first, and its words in context. */
export interface PartInContext {
  readonly claim: StatementInContext;
  readonly compared: readonly Comparison[];
}

/** One word of a claim, held against every word of a passage. */
export interface ClaimWord {
  /** A unit vector, or zeros where the encoder has none. */
  readonly state: Float32Array;
  /** 1 less the cosine of its state and the nearest of the passage, 0 (said so) to 2. */
  readonly miss: number;
  /** The same for the passage's nearest equal word; 0 when there is none: how differently the word is used. */
  readonly shift: number;
  /** What is compared of it; `undefined` for a word that says little by itself. */
  readonly word: StatementWord | undefined;
  /** The passage has it in no form. */
  readonly isNew: boolean;
  /** How well any sentence meets it, 0 to 1 (alignment.ts). */
  readonly met: number;
  readonly denies: boolean;
  /** A sentence that fits the claim has its opposite. */
  readonly isOpposite: boolean;
  /** The place of the nearest among the passage's words. */
  readonly place: number;
}

/** The words of a passage behind one another. */
export interface PassageWords {
  readonly lowers: readonly string[];
  readonly states: Float32Array;
  readonly terms: ReadonlySet<string>;
}

/** The opposite counts in the sentences that fit best: further down it is said of something else. */
const opposedBy = 3;

export function passageWordsOf(sentences: readonly StatementInContext[]): PassageWords {
  const rows = sentences.flatMap(({ states }) => states);
  const dimensions = rows[0]?.length ?? 0;
  const states = new Float32Array(rows.length * dimensions);
  for (const [i, row] of rows.entries()) states.set(row, i * dimensions);
  return {
    lowers: sentences.flatMap(({ statement }) => statement.tokens.map(({ lower }) => lower)),
    states,
    terms: new Set(sentences.flatMap(({ statement }) => [...statement.terms])),
  };
}

interface Nearest {
  readonly place: number;
  readonly cosine: number;
  /** The highest cosine of an equal word; `undefined` when there is none. */
  readonly same: number | undefined;
}

function nearestOf(lower: string, state: Float32Array, { lowers, states }: PassageWords): Nearest {
  const { length } = state;
  let place = -1;
  let cosine = -1;
  let same: number | undefined;
  for (const [at, other] of lowers.entries()) {
    let sum = 0;
    for (let i = 0, j = at * length; i < length; i++, j++) sum += (state[i] as number) * (states[j] as number);
    if (sum > cosine) {
      cosine = sum;
      place = at;
    }
    if (other === lower && (same === undefined || sum > same)) same = sum;
  }
  return { place, cosine, same };
}

/** What a passage says of each word of a part of a claim, in the order of its tokens. */
export function claimWordsOf({ claim, compared }: PartInContext, passage: PassageWords): readonly ClaimWord[] {
  const { tokens, words } = claim.statement;
  return tokens.map((token, i): ClaimWord => {
    const state = claim.states[i] ?? new Float32Array();
    const { place, cosine, same } = nearestOf(token.lower, state, passage);
    const at = words.findIndex(({ start, end }) => start < token.end && end > token.start);
    const word = words[at];
    return {
      state,
      miss: 1 - cosine,
      shift: same === undefined ? 0 : 1 - same,
      word,
      isNew: word === undefined ? same === undefined : !passage.terms.has(word.alias ?? word.term),
      met: word === undefined ? Number(same !== undefined) : Math.max(0, ...compared.map(({ met }) => met[at] ?? 0)),
      denies: isDenying(tokens, i),
      isOpposite: compared
        .slice(0, opposedBy)
        .some(({ matches }) => matches[at]?.opposite === true && matches[at].strength >= saidFrom),
      place,
    };
  });
}
