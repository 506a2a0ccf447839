import type { Generation } from '#src/types.js';
import type { BenchParts } from './bench-parts.js';
import type { LimitRow } from './bench-row.js';
import { millisecondsOf } from './milliseconds-of.js';
import { quantile } from './quantile.js';

export interface WarmAnswerTargets {
  readonly p50: number;
  readonly p95: number;
}

/** Questions that go one way before the same ones go the other. */
const blockSize = 10;
/**
 * Between two ways. A model's threads go on spinning after a pass, for tens of milliseconds, and there are two models
 * here where production has one: taking turns at every question would measure how they hinder each other.
 */
const restMs = 200;
const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, restMs));

function ms(values: readonly number[], share: number): string {
  return `${quantile(values, share).toFixed(2)} ms`;
}

/**
 * Each question once through `ask`, in blocks, each block between two blocks of bare forward passes of the same
 * questions; a ratio is to the mean of a question's two passes. `warmUp` are other questions, asked first.
 */
export async function measureWarmAnswer(
  parts: BenchParts,
  generation: Generation,
  questions: readonly string[],
  warmUp: readonly string[],
  size: string,
  targets: WarmAnswerTargets,
): Promise<readonly LimitRow[]> {
  const ask = parts.createAsk([generation]);
  for (const question of warmUp) {
    await ask(question);
    await parts.bareForwardPass(question);
  }
  const asked: number[] = [];
  const bare: number[] = [];
  const ratios: number[] = [];
  const stages = { embed: [] as number[], retrieve: [] as number[], answer: [] as number[] };
  const passesOf = async (block: readonly string[]): Promise<readonly number[]> => {
    await rest();
    const times: number[] = [];
    for (const question of block) times.push(await millisecondsOf(() => parts.bareForwardPass(question)));
    await rest();
    return times;
  };
  for (let from = 0; from < questions.length; from += blockSize) {
    const block = questions.slice(from, from + blockSize);
    const before = await passesOf(block);
    for (const question of block) {
      const startedAt = performance.now();
      const { timings } = await ask(question);
      asked.push(performance.now() - startedAt);
      stages.embed.push(timings.embedMs);
      stages.retrieve.push(timings.retrieveMs);
      stages.answer.push(timings.answerMs);
    }
    const after = await passesOf(block);
    for (const at of block.keys()) {
      const pass = ((before[at] ?? 0) + (after[at] ?? 0)) / 2;
      bare.push(pass);
      ratios.push((asked[from + at] ?? 0) / pass);
    }
  }
  const row = (name: 'p50' | 'p95', share: number): LimitRow => ({
    what: `answer, ${size}, ${name} of ${questions.length} questions`,
    measured: `${ms(asked, share)} (embed ${ms(stages.embed, share)}, retrieve ${ms(stages.retrieve, share)}, answer ${ms(stages.answer, share)})`,
    limit: `bare forward pass ${ms(bare, share)}`,
    figure: quantile(ratios, share),
    unit: '×',
    target: { bound: 'at most', value: targets[name] },
  });
  return [row('p50', 0.5), row('p95', 0.95)];
}
