import type { Desk } from '../desk.js';
import { UsageError } from '../errors.js';
import { type BatchRow, readBatch } from './read-batch.js';
import { renderAnswer } from './render-answer.js';
import type { VerbContext } from './verb-context.js';
import { withDesk } from './with-desk.js';

export interface AskChoices {
  readonly batch?: string;
  readonly json?: boolean;
}

/** The operator asks: no member's budget is used, and nothing was said before. */
const written = { member: null };

const owner = 'npx parley ask';

async function askAll({ terminal }: VerbContext, desk: Desk, questions: readonly BatchRow[]): Promise<void> {
  for (const { id, text } of questions) {
    terminal.write(`${JSON.stringify({ id, ...(await desk.ask(text, null, written)) })}\n`);
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
    const questions = await readBatch(batch, terminal.input, 'question');
    await withDesk(context, owner, (desk) => askAll(context, desk, questions));
    return;
  }
  if (words.length === 0) {
    throw new UsageError('There is no question.', 'Type it in quotes: npx parley ask "Who agreed on the ceasefire?"');
  }
  const question = words.join(' ');
  await withDesk(context, owner, async (desk) => {
    const answer = await desk.ask(question, null, written);
    terminal.write(`${json ? JSON.stringify(answer) : renderAnswer(answer, terminal)}\n`);
  });
}
