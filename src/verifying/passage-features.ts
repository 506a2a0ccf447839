import { type ClaimWord, claimWordsOf, type PartInContext, passageWordsOf } from './claim-words.js';
import { countedFindings } from './support-features.js';
import type { StatementInContext } from './words-in-context.js';
import { countedOf } from './words-said.js';

const measured = [
  // How far the claim's words lie from the passage's nearest ones, as the encoder reads both.
  'missMean',
  'missSquares',
  'missLow',
  'missMost',
  'missMost3',
  'missRare',
  'heaviest',
  'missLight',
  'weakestPart',
  // The same words, used in another way.
  'shiftMean',
  'shiftMost3',
  // What changes a sense with a word: negations and the like, opposites, names, figures.
  'denyMiss',
  'denyNew',
  'oppositeNew',
  'nameNew',
  'nameMiss',
  'figureNew',
  'figureMiss',
  // Words that no sentence meets (alignment.ts), and neighbours that are said far from each other.
  'unmetMean',
  'unmetMost',
  'apart',
  // What the sentences say as wholes.
  'whole',
  'similarity',
  'similarityNext',
] as const;

/** What is known of a claim of one or more sentences and a whole passage, besides `strangeWords`. */
export const passageFeatures: readonly string[] = [...measured, ...countedFindings.map((kind) => `finding.${kind}`)];

/** A word that is too common to be compared still says something. */
const lightWeight = 0.1;
/** Words this near in the passage are said together. */
const together = 4;
const next = 3;

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** The mean of the `count` highest, 0 for none. */
function highest(values: readonly number[], count: number): number {
  return mean(values.toSorted((a, b) => b - a).slice(0, count));
}

function missOf({ miss }: ClaimWord): number {
  return miss;
}

function one(): number {
  return 1;
}

function isName({ word }: ClaimWord): boolean {
  return word?.isName === true;
}

function isFigure({ word }: ClaimWord): boolean {
  return word?.isFigure === true;
}

function weightOf({ word }: ClaimWord): number {
  return word?.weight ?? lightWeight;
}

/** Share of a word's neighbours in the claim that the passage says far from it, 0 to 1. */
function apartOf(words: readonly ClaimWord[], at: number): number {
  const near = [words[at - 1], words[at + 1]].filter(
    (other) => other !== undefined && Math.abs(other.place - (words[at]?.place ?? 0)) <= together,
  );
  return 1 - near.length / 2;
}

/**
 * The direction in which the words lie that the passage has in no form: "misinforms" and "expensive" lie elsewhere than
 * the other words for what it says do.
 */
function strangeWords(words: readonly ClaimWord[]): Float64Array {
  const strange = words.filter(({ isNew }) => isNew);
  const sum = new Float64Array(words[0]?.state.length ?? 0);
  for (const { state } of strange) for (const [i, value] of state.entries()) sum[i] = (sum[i] ?? 0) + value;
  return sum.map((value) => value / Math.max(1, strange.length));
}

function measuredOf(
  parts: readonly PartInContext[],
  byPart: readonly (readonly ClaimWord[])[],
): Readonly<Record<(typeof measured)[number], number>> {
  const words = byPart.flat();
  const of = (value: (word: ClaimWord) => number, which: (word: ClaimWord) => boolean = () => true) =>
    words.map((word) => (which(word) ? value(word) : 0));
  const misses = words.map(missOf);
  const shifts = words.map(({ shift }) => shift);
  const unmet = words.map(({ met, word }) => (1 - met) * (word?.weight ?? 0));
  const rarely = of((word) => weightOf(word) * word.miss);
  const similarities = parts.map(({ compared }) => compared.map(({ candidate }) => candidate.similarity));
  return {
    missMean: mean(misses),
    missSquares: mean(misses.map((miss) => miss ** 2)),
    missLow: misses.toSorted((a, b) => a - b)[Math.floor(misses.length / 4)] ?? 0,
    missMost: highest(misses, 1),
    missMost3: highest(misses, next),
    missRare: mean(rarely) / mean(of(weightOf)),
    heaviest: highest(rarely, 1),
    missLight: mean(of(missOf, ({ word }) => word === undefined)),
    weakestPart: Math.max(...byPart.map((own) => mean(own.map(missOf)))),
    shiftMean: mean(shifts),
    shiftMost3: highest(shifts, next),
    denyMiss: mean(of(missOf, ({ denies }) => denies)),
    denyNew: mean(of(one, ({ denies, isNew }) => denies && isNew)),
    oppositeNew: highest(
      of(one, ({ isOpposite, isNew }) => isOpposite && isNew),
      1,
    ),
    nameNew: mean(of(one, (word) => isName(word) && word.isNew)),
    nameMiss: mean(of(missOf, isName)),
    figureNew: highest(
      of(one, (word) => isFigure(word) && word.isNew),
      1,
    ),
    figureMiss: highest(of(missOf, isFigure), 1),
    unmetMean: mean(unmet),
    unmetMost: highest(unmet, 1),
    apart: mean(byPart.flatMap((own) => own.map((_, at) => apartOf(own, at)))),
    whole: Math.min(...parts.map(({ compared }) => compared[0]?.whole ?? 0)),
    similarity: Math.min(...similarities.map((own) => highest(own, 1))),
    similarityNext: Math.min(...similarities.map((own) => highest(own, next))),
  };
}

/**
 * `passageFeatures` and behind them `strangeWords`, as many as a state has numbers.
 * `undefined` when a part was compared with nothing, or there is no word.
 */
export function passageFeaturesOf(
  parts: readonly PartInContext[],
  sentences: readonly StatementInContext[],
): Float64Array | undefined {
  const passage = passageWordsOf(sentences);
  const byPart = parts.map((part) => claimWordsOf(part, passage));
  const words = byPart.flat();
  if (words.length === 0 || passage.lowers.length === 0 || parts.some(({ compared }) => compared.length === 0)) {
    return undefined;
  }
  const values = measuredOf(parts, byPart);
  const findings = parts.flatMap(({ compared }) => compared[0]?.findings ?? []);
  return Float64Array.from([
    ...measured.map((name) => values[name]),
    ...countedFindings.map((kind) => countedOf(findings, kind)),
    ...strangeWords(words),
  ]);
}
