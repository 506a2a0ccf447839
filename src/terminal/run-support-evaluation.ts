import { ParleyError } from '../errors.js';
import { evaluateSupport, type SupportReport } from '../evaluating/evaluate-support.js';
import { verifyPairs } from '../evaluating/passage-support.js';
import { readSupportPairs } from '../evaluating/support-pairs.js';
import { replaceFile } from '../indexing/durable-files.js';
import { loadWordVectors } from '../language/word-vectors.js';
import { wordVectorsFile } from '../project-files.js';
import { shippedPassageModel } from '../verifying/passage-model.js';
import { shippedSupportModel } from '../verifying/support-model.js';
import type { EvaluationChoices } from './run-evaluation.js';
import type { VerbContext } from './verb-context.js';

export interface SupportChoices extends EvaluationChoices {
  /** File for what was decided on each pair. */
  readonly scores?: string;
}

function describe({ pairs, auroc, balancedAccuracy, threshold, bestBalancedAccuracy }: SupportReport): string {
  const best = bestBalancedAccuracy.toFixed(3);
  return `${pairs} pairs: AUROC ${auroc.toFixed(3)}; balanced accuracy ${balancedAccuracy.toFixed(3)} at threshold ${threshold.toFixed(3)}, ${best} at the best one`;
}

async function writeScores(file: string, scores: readonly object[]): Promise<void> {
  try {
    await replaceFile(file, scores.map((score) => `${JSON.stringify(score)}\n`).join(''));
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new ParleyError(`${file} cannot be written (${code}).`, 'Name a file in a folder that exists.', { cause });
  }
}

/** `parley eval support`: how well statements that a passage supports are told from others. */
export async function runSupportEvaluation(
  { terminal, parley }: VerbContext,
  file: string,
  { json = false, scores: scoresFile }: SupportChoices,
): Promise<void> {
  const { status } = terminal;
  const pairs = await readSupportPairs(file);
  const words = await loadWordVectors(wordVectorsFile);
  const { encoder, cache } = await parley.openEmbedding(status.show);
  try {
    const onProgress = (done: number, total: number): void => status.show({ stage: 'embed', done, total });
    const models = { sentences: shippedSupportModel, passages: shippedPassageModel };
    const { verified, threshold } = await verifyPairs(pairs, models, { encoder, cache, words, onProgress });
    const { report, scores } = evaluateSupport(pairs, verified, threshold);
    if (scoresFile !== undefined) await writeScores(scoresFile, scores);
    status.clear();
    terminal.write(`${json ? JSON.stringify(report) : describe(report)}\n`);
  } finally {
    status.clear();
    await encoder.close();
  }
}
