import type { Generation } from '#src/types.js';
import type { BenchParts } from './bench-parts.js';
import type { LimitRow } from './bench-row.js';
import { millisecondsOf } from './milliseconds-of.js';
import { quantile } from './quantile.js';

export interface WarmAnswerTargets {
  readonly p50: number;
  readonly p95: number;
}

/** What a person's pause leaves behind: both runtimes' threads have stopped spinning before the next measurement. */
const pauseMs = 15;
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, pauseMs));

function ms(values: readonly number[], share: number): string {
  return `${quantile(values, share).toFixed(2)} ms`;
}

/**
 * Each question once through `ask`, between two bare forward passes of the same question; the ratio is to their mean.
 * `warmUp` are other questions, asked first.
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
  for (const question of questions) {
    await pause();
    const before = await millisecondsOf(() => parts.bareForwardPass(question));
    await pause();
    const startedAt = performance.now();
    const { timings } = await ask(question);
    const askedMs = performance.now() - startedAt;
    await pause();
    const after = await millisecondsOf(() => parts.bareForwardPass(question));
    const pass = (before + after) / 2;
    asked.push(askedMs);
    bare.push(pass);
    ratios.push(askedMs / pass);
    stages.embed.push(timings.embedMs);
    stages.retrieve.push(timings.retrieveMs);
    stages.answer.push(timings.answerMs);
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
