import type { Desk } from '../desk.js';
import { UsageError } from '../errors.js';
import { buildMissingIndex } from './build-index.js';
import { noteCorpusDrift } from './note-corpus-drift.js';
import { type BatchQuestion, readBatch } from './read-batch.js';
import { renderAnswer } from './render-answer.js';
import type { VerbContext } from './verb-context.js';

export interface AskChoices {
  readonly batch?: string;
  readonly json?: boolean;
}

async function withDesk(context: VerbContext, work: (desk: Desk) => Promise<void>): Promise<void> {
  const { terminal, parley } = context;
  await buildMissingIndex(context, 'npx parley ask');
  const desk = await parley.openDesk(terminal.status.show);
  terminal.status.clear();
  try {
    await work(desk);
    await noteCorpusDrift(context, desk.generation);
  } finally {
    await desk.close();
  }
}

async function askAll({ terminal }: VerbContext, desk: Desk, questions: readonly BatchQuestion[]): Promise<void> {
  for (const { id, question } of questions) {
    terminal.write(`${JSON.stringify({ id, ...(await desk.ask(question)) })}\n`);
  }
}

/** `parley ask`: one answer, or with `batch` one line of JSON for each question of a file, in its order. */
export async function runAsk(
  context: VerbContext,
  words: readonly string[],
  { batch, json = false }: AskChoices,
): Promise<void> {
  const { terminal } = context;
  if (batch !== undefined) {
    if (words.length > 0) throw new UsageError('There is a question and a batch.', 'Give one of the two.');
    const questions = await readBatch(batch, terminal.input);
    await withDesk(context, (desk) => askAll(context, desk, questions));
    return;
  }
  if (words.length === 0) {
    throw new UsageError('There is no question.', 'Type it in quotes: npx parley ask "Who agreed on the ceasefire?"');
  }
  const question = words.join(' ');
  await withDesk(context, async (desk) => {
    const answer = await desk.ask(question);
    terminal.write(`${json ? JSON.stringify(answer) : renderAnswer(answer, terminal)}\n`);
  });
}
