import type { Neighbour, VectorIndex } from '../types.js';
import { createBestList } from './best-list.js';
import { dotProduct } from './dot-product.js';
import type { TimeSlices } from './time-slices.js';

/** What `search` finds of the true ten nearest, from 0 to 1, when a search holds `ef` candidates. */
export interface Calibration {
  readonly ef: number;
  readonly recall: number;
}

/** The smallest share of the true ten nearest that is good enough. */
const wantedRecall = 0.995;
const nearest = 10;
/** Few searches miss much and most miss nothing, so that a hundred probes would still be off by half a per cent. */
const probeCount = 300;
const ladder = [128, 160, 192, 256, 320, 384, 448, 512, 640, 768, 1024];
/**
 * The probes promise too much over many vectors: with 128 candidates real questions found .976 of the true ten among
 * 20,000 mixed vectors and .93 among 100,000, where the probes said .999 and .995. What questions needed for .99, 256 and
 * 512, grows with the square root of the size; the ladder begins there.
 */
const floorAt = { size: 20_000, ef: 256 };

function smallestEf(size: number): number {
  return Math.min(1024, Math.ceil(floorAt.ef * Math.sqrt(size / floorAt.size)));
}
const seed = 20_160_909;
/**
 * How much of the difference of two stored vectors is added to a mixture of two others. With this much, probes need the
 * `ef` that real questions need, over 10,000 sentences as over 100,000; with Gaussian noise, which ignores that an
 * encoder's vectors fill few of their dimensions, what fits one size is far off at the other.
 */
const noiseShare = 0.35;

/** Numbers from 0 up to 1, the same ones every time (mulberry32). */
function createRandom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Vectors that stand to the stored ones as questions do: near a place where several of them are, on none of them.
 * Each is a mixture of a stored vector and one of its neighbours with noise of the vectors' own kind, at unit length.
 */
async function createProbes(vectors: Float32Array, index: VectorIndex, slices: TimeSlices) {
  const random = createRandom(seed);
  const { dimensions, size } = index;
  const vectorOf = (row: number) => vectors.subarray(row * dimensions, (row + 1) * dimensions);
  const anyRow = (): number => Math.floor(random() * size);
  const probes: Float32Array[] = [];
  while (probes.length < probeCount) {
    const first = anyRow();
    const one = vectorOf(first);
    const neighbours = index.search(one, nearest + 1);
    const other = vectorOf(neighbours[Math.floor(random() * neighbours.length)]?.chunk ?? first);
    const [plus, minus] = [vectorOf(anyRow()), vectorOf(anyRow())];
    const share = 0.3 + 0.4 * random();
    const mixture = one.map((value, at) => {
      const noise = noiseShare * ((plus[at] ?? 0) - (minus[at] ?? 0));
      return share * value + (1 - share) * (other[at] ?? 0) + noise;
    });
    const length = Math.sqrt(dotProduct(mixture, 0, mixture));
    probes.push(mixture.map((value) => value / (length || 1)));
    if (slices.due()) await slices.pause();
  }
  return probes;
}

/** The true nearest of each probe. Row by row over all probes, so that a large index is read once. */
async function exactNearest(
  vectors: Float32Array,
  dimensions: number,
  probes: readonly Float32Array[],
  slices: TimeSlices,
) {
  const lists = probes.map(() => createBestList(nearest));
  for (let chunk = 0; chunk < vectors.length / dimensions; chunk++) {
    for (let probe = 0; probe < lists.length; probe++) {
      lists[probe]?.offer(chunk, dotProduct(vectors, chunk * dimensions, probes[probe] as Float32Array));
    }
    if (slices.due()) await slices.pause();
  }
  return lists.map((list) => list.sorted());
}

// Equal vectors are equally right, and hnswlib's sums differ from ours in the last digit.
const tolerance = 1e-5;

function foundShare(found: readonly Neighbour[], truth: readonly Neighbour[]): number {
  const worst = (truth.at(-1)?.similarity ?? 0) - tolerance;
  return found.filter(({ similarity }) => similarity >= worst).length / truth.length;
}

/**
 * The smallest `ef`, from a floor that grows with the size, at which the graph finds enough of the true nearest, measured with seeded probes
 * against a full comparison; the largest of the ladder when none does.
 *
 * @param indexWith a search over the graph with the given `ef`
 */
export async function calibrateEf(
  vectors: Float32Array,
  indexWith: (ef: number) => VectorIndex,
  slices: TimeSlices,
): Promise<Calibration> {
  const probes = await createProbes(vectors, indexWith(100), slices);
  const truths = await exactNearest(vectors, indexWith(100).dimensions, probes, slices);
  let calibration: Calibration = { ef: 0, recall: 0 };
  const floor = smallestEf(indexWith(100).size);
  for (const ef of [floor, ...ladder.filter((one) => one > floor)]) {
    const index = indexWith(ef);
    let sum = 0;
    for (const [place, probe] of probes.entries()) {
      sum += foundShare(index.search(probe, nearest), truths[place] ?? []);
      if (slices.due()) await slices.pause();
    }
    calibration = { ef, recall: sum / probes.length };
    if (calibration.recall >= wantedRecall) break;
  }
  return calibration;
}
