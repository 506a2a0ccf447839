import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Encoder } from '../embedding/encoder.js';
import { buildJudgedIndex } from '../evaluating/build-judged-index.js';
import { evaluateAbstention } from '../evaluating/evaluate-abstention.js';
import { evaluateRetrieval } from '../evaluating/evaluate-retrieval.js';
import { type JudgedSet, readJudgedSet } from '../evaluating/judged-set.js';
import { rankings } from '../evaluating/rank-documents.js';
import type { Generation } from '../types.js';
import { interruptible } from './interruption.js';
import type { VerbContext } from './verb-context.js';

interface JudgedIndex {
  readonly set: JudgedSet;
  readonly generation: Generation;
  readonly encoder: Encoder;
  readonly onProgress: (done: number, total: number) => void;
}

/** Gives `work` an index of an evaluation set that lies below the data folder for as long as it is needed. */
async function withJudgedIndex<T>(
  { terminal, parley }: VerbContext,
  setFolder: string,
  work: (index: JudgedIndex) => Promise<T>,
): Promise<T> {
  const set = await readJudgedSet(setFolder);
  const { dataFolder } = parley.config;
  const { status } = terminal;
  await mkdir(dataFolder, { recursive: true });
  const folder = await mkdtemp(path.join(dataFolder, 'evaluating-'));
  return interruptible('Stopped; vectors that were whole segments are kept.', async (signal) => {
    const { encoder, cache } = await parley.openEmbedding(status.show);
    // A closed encoder rejects what it still owes: everything that follows ends the usual way.
    const stop = (): void => void encoder.close();
    signal.addEventListener('abort', stop, { once: true });
    try {
      const generation = await buildJudgedIndex({
        documents: set.documents,
        folder,
        encoder,
        cache,
        now: Date.now,
        onProgress: (done, total) => status.show({ stage: 'embed', done, total }),
      });
      const onProgress = (done: number, total: number): void => status.show({ stage: 'questions', done, total });
      return await work({ set, generation, encoder, onProgress });
    } catch (error) {
      throw signal.aborted ? signal.reason : error;
    } finally {
      status.clear();
      await encoder.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
}

export interface EvaluationChoices {
  readonly json?: boolean;
}

/** `parley eval retrieval`: how well documents are ranked for the questions of a set. */
export async function runRetrievalEvaluation(
  context: VerbContext,
  setFolder: string,
  { json = false }: EvaluationChoices,
): Promise<void> {
  const report = await withJudgedIndex(context, setFolder, ({ set, generation, encoder, onProgress }) =>
    evaluateRetrieval(set, generation, encoder, onProgress),
  );
  if (json) {
    context.terminal.write(`${JSON.stringify(report)}\n`);
    return;
  }
  const names = ['nDCG@10', 'recall@5', 'hit@1'] as const;
  const rows = rankings.map(
    (ranking) => ranking.padEnd(9) + names.map((name) => report[ranking][name].toFixed(3).padStart(9)).join(''),
  );
  const head = `${' '.repeat(9)}${names.map((name) => name.padStart(9)).join('')}`;
  context.terminal.write(
    `${report.queries} questions over ${report.documents} documents\n${[head, ...rows].join('\n')}\n`,
  );
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

/** `parley eval abstention`: how well answerable questions are told from others. */
export async function runAbstentionEvaluation(
  context: VerbContext,
  setFolder: string,
  { json = false }: EvaluationChoices,
): Promise<void> {
  const report = await withJudgedIndex(context, setFolder, async ({ set, generation, encoder, onProgress }) => {
    const { ask, threshold } = await context.parley.openDeskOver(generation, encoder);
    return evaluateAbstention(set.questions, ask, threshold, onProgress);
  });
  if (json) {
    context.terminal.write(`${JSON.stringify(report)}\n`);
    return;
  }
  context.terminal.write(
    `AUROC ${report.auroc.toFixed(3)}; at threshold ${report.threshold.toFixed(3)} ${percent(report.refusalRate)} of the unanswerable and ${percent(report.falseRefusalRate)} of the answerable questions are declined\n`,
  );
}
