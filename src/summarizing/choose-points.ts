import type { Affinities } from './affinities.js';
import type { Slices } from './slices.js';

/** What the points are chosen by: everything that is known of the candidates is in these numbers. */
export interface Choice {
  readonly affinities: Affinities;
  /** How much each sentence wants to be stood for, 0 or more, one a row of the affinities. */
  readonly weights: Float64Array;
  /** How much each candidate is worth by itself, 0 or more, one a column. */
  readonly worth: Float64Array;
  /** The paragraph of each candidate. */
  readonly paragraphs: readonly number[];
  /** How many paragraphs there are to be represented. */
  readonly paragraphCount: number;
}

/**
 * What a paragraph's first point adds beside what it says. From 0.6 on each of 3, 6 and 12 points comes from a
 * paragraph of its own in the article and 24 practice texts (docs/decisions/2026-11-24-summaries.md); with half of it one
 * point in a hundred does not.
 */
const paragraphReward = 0.6;

/** A share of all weight that is rounding: the order of adding must not decide between two candidates. */
const leastGain = 1e-12;

/** What the points chosen so far come to. */
interface Standings {
  /** How well the best of them stands for each sentence. */
  readonly stoodFor: Float64Array;
  /** Worth of those of each paragraph. */
  readonly inParagraph: Map<number, number>;
}

/** What each candidate would add by standing for sentences. */
async function facilityGains(
  { affinities: { values, columns }, weights }: Choice,
  { stoodFor }: Standings,
  slices: Slices,
): Promise<Float64Array> {
  const gains = new Float64Array(columns);
  for (const [row, weight] of weights.entries()) {
    const already = stoodFor[row] as number;
    for (let column = 0; column < columns; column++) {
      const more = (values[row * columns + column] as number) - already;
      if (more > 0) gains[column] = (gains[column] as number) + weight * more;
    }
    if (slices.due()) await slices.pause();
  }
  return gains;
}

function add(point: number, { affinities, worth, paragraphs }: Choice, { stoodFor, inParagraph }: Standings): void {
  const { values, columns } = affinities;
  const paragraph = paragraphs[point] as number;
  inParagraph.set(paragraph, (inParagraph.get(paragraph) ?? 0) + (worth[point] as number));
  for (const [row, already] of stoodFor.entries()) {
    stoodFor[row] = Math.max(already, values[row * columns + point] as number);
  }
}

/**
 * At most `count` candidates (columns), in the order of their choice: always the one that adds most to the value of the
 * summary, the first of equals. With sentences i of weight w, affinities a, paragraphs p and the candidates' worth r,
 *
 *   value(S) = Σ_i w_i max_{j∈S} a_ij / Σ_i w_i  +  paragraphReward · Σ_p √(Σ_{j∈S∩p} r_j) / paragraphCount
 *
 * which is facility location (each sentence counts as far as the best point stands for it) and a reward for diversity,
 * whose root makes the second point of a paragraph worth less than the first. Monotone and submodular, after Lin and
 * Bilmes, "A Class of Submodular Functions for Document Summarization" (ACL 2011), so that greedy choice among all
 * candidates reaches at least 1 - 1/e of the best set of that size (Nemhauser, Wolsey and Fisher 1978).
 *
 * Ends early when nothing that `mayJoin` the chosen ones adds anything.
 */
export async function choosePoints(
  choice: Choice,
  count: number,
  mayJoin: (candidate: number, chosen: readonly number[]) => boolean,
  slices: Slices,
): Promise<readonly number[]> {
  const { weights, worth, paragraphs, paragraphCount } = choice;
  const totalWeight = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const rewardScale = (paragraphReward * totalWeight) / Math.max(1, paragraphCount);
  const standings: Standings = { stoodFor: new Float64Array(weights.length), inParagraph: new Map() };
  const chosen: number[] = [];
  while (chosen.length < count) {
    let best = -1;
    let bestGain = 0;
    for (const [candidate, gain] of (await facilityGains(choice, standings, slices)).entries()) {
      const before = standings.inParagraph.get(paragraphs[candidate] as number) ?? 0;
      const reward = Math.sqrt(before + (worth[candidate] as number)) - Math.sqrt(before);
      const total = gain + rewardScale * reward;
      if (total > bestGain + leastGain * totalWeight && !chosen.includes(candidate) && mayJoin(candidate, chosen)) {
        best = candidate;
        bestGain = total;
      }
    }
    if (best < 0) break;
    chosen.push(best);
    add(best, choice, standings);
  }
  return chosen;
}
