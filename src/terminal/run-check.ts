import { UsageError } from '../errors.js';
import { readBatch } from './read-batch.js';
import { renderCheck } from './render-check.js';
import type { VerbContext } from './verb-context.js';
import { withDesk } from './with-desk.js';

export interface CheckChoices {
  readonly batch?: string;
  readonly json?: boolean;
}

/** The operator asks: no member's budget is used. */
const written = { member: null };

const owner = 'npx parley check';

/** `parley check`: the claims of one message with verdicts, or with `batch` one line of JSON for each line of a file, in its order. */
export async function runCheck(
  context: VerbContext,
  words: readonly string[],
  { batch, json = false }: CheckChoices,
): Promise<void> {
  const { terminal } = context;
  if (batch !== undefined) {
    if (words.length > 0) throw new UsageError('There is a claim and a batch.', 'Give one of the two.');
    const claims = await readBatch(batch, terminal.input, 'claim');
    await withDesk(context, owner, async (desk) => {
      for (const { id, text } of claims) {
        terminal.write(`${JSON.stringify({ id, ...(await desk.check(text, null, written)) })}\n`);
      }
    });
    return;
  }
  if (words.length === 0) {
    throw new UsageError('There is no claim.', 'Type it in quotes: npx parley check "The talks lasted nine hours."');
  }
  await withDesk(context, owner, async (desk) => {
    const check = await desk.check(words.join(' '), null, written);
    terminal.write(`${json ? JSON.stringify(check) : renderCheck(check, terminal)}\n`);
  });
}
