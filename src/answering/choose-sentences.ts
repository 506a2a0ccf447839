import type { Generation } from '../types.js';
import type { RankedEvidence } from './assess.js';
import type { ReadChunk } from './chunk-reading.js';
import { chunkBefore, needsContext } from './context.js';
import { probability } from './logistic-model.js';

/** A chunk that an answer quotes. `evidence` is `undefined` for one that is there only so that the next is understood. */
export interface ChosenChunk {
  readonly generation: Generation;
  readonly chunk: number;
  readonly evidence: RankedEvidence | undefined;
  /** The words of it that are marked, as offsets into it; without, those that answer the question. */
  readonly highlight?: readonly [start: number, end: number];
}

/** Sentences an answer may have, context included: more is a summary, and people ask for that by another name. */
const mostSentences = 3;
/**
 * A second or third sentence joins when it is at least this share as likely to answer as the best one. On questions about
 * texts that were not fitted, 0.12 quotes the answering words for 89 % with 1.8 sentences, 0.08 for 89 % with 1.9, a right
 * paragraph for 93.7 and 93.9 %.
 */
export const joinsFrom = 0.08;

function inReadingOrder(chosen: readonly ChosenChunk[]): readonly ChosenChunk[] {
  const generations = [...new Set(chosen.map(({ generation }) => generation))];
  return chosen.toSorted(
    (a, b) => generations.indexOf(a.generation) - generations.indexOf(b.generation) || a.chunk - b.chunk,
  );
}

/**
 * The one to three chunks that answer, in reading order: the best evidence, what else is about as good, and before a
 * sentence that points back ("This brings Moscow …") the one it points to.
 */
export function chooseSentences(ranked: readonly RankedEvidence[], readChunk: ReadChunk): readonly ChosenChunk[] {
  const best = ranked[0];
  if (best === undefined) return [];
  const chosen: ChosenChunk[] = [];
  const has = (generation: Generation, chunk: number): boolean =>
    chosen.some((one) => one.generation === generation && one.chunk === chunk);
  const bar = probability(best.odds) * joinsFrom;
  for (const evidence of ranked) {
    if (chosen.length >= mostSentences || probability(evidence.odds) < bar) break;
    const { generation, chunk } = evidence;
    if (has(generation, chunk)) {
      // It came in as context of a better sentence; now it stands for itself.
      const at = chosen.findIndex((one) => one.generation === generation && one.chunk === chunk);
      chosen[at] = { generation, chunk, evidence };
      continue;
    }
    const before = needsContext(readChunk(generation, chunk).text) ? chunkBefore(generation, chunk) : undefined;
    const needed = before !== undefined && !has(generation, before);
    if (chosen.length + (needed ? 2 : 1) > mostSentences) {
      if (chosen.length > 0) continue;
    }
    chosen.push({ generation, chunk, evidence });
    if (needed) chosen.push({ generation, chunk: before, evidence: undefined });
  }
  return inReadingOrder(chosen);
}
