import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { Desk } from '../desk.js';
import { ParleyError, UsageError } from '../errors.js';
import { buildMissingIndex } from './build-index.js';
import { noteCorpusDrift } from './note-corpus-drift.js';
import { renderCheck } from './render-check.js';
import type { VerbContext } from './verb-context.js';

export interface CheckChoices {
  readonly batch?: string;
  readonly json?: boolean;
}

interface BatchClaim {
  readonly id: string | number;
  readonly claim: string;
}

const rowSchema = z.object({ id: z.union([z.string(), z.number()]), claim: z.string() });
const remedy = 'Write {"id": "1", "claim": "…"} on every line; nothing has been checked.';

function readRow(line: string, place: string): BatchClaim {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new ParleyError(`${place} is not JSON.`, remedy, { cause });
  }
  const row = rowSchema.safeParse(value);
  if (row.success) return row.data;
  const faults = row.error.issues.map(({ path }) => path.join('.') || 'the value');
  throw new ParleyError(`${place}: ${[...new Set(faults)].join(' and ')} missing or of the wrong kind.`, remedy);
}

/** Every claim of a file with one JSON object a line, blank lines left out; `-` reads `input`. */
async function readClaims(file: string, input: NodeJS.ReadableStream): Promise<readonly BatchClaim[]> {
  const content =
    file === '-'
      ? await text(input)
      : await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
          const what = 'Name a file of claims, or - for standard input.';
          throw new ParleyError(`${file} cannot be read (${cause.code}).`, what, { cause });
        });
  const name = file === '-' ? 'standard input' : file;
  const lines = content.replace(/^\uFEFF/u, '').split(/\r?\n/u);
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [readRow(line, `${name}, line ${index + 1}`)]));
}

async function withDesk(context: VerbContext, work: (desk: Desk) => Promise<void>): Promise<void> {
  const { terminal, parley } = context;
  await buildMissingIndex(context, 'npx parley check');
  const desk = await parley.openDesk(terminal.status.show);
  terminal.status.clear();
  try {
    await work(desk);
    await noteCorpusDrift(context, desk.generation);
  } finally {
    await desk.close();
  }
}

/** `parley check`: the claims of one message with verdicts, or with `batch` one line of JSON for each line of a file, in its order. */
export async function runCheck(
  context: VerbContext,
  words: readonly string[],
  { batch, json = false }: CheckChoices,
): Promise<void> {
  const { terminal } = context;
  if (batch !== undefined) {
    if (words.length > 0) throw new UsageError('There is a claim and a batch.', 'Give one of the two.');
    const claims = await readClaims(batch, terminal.input);
    await withDesk(context, async (desk) => {
      for (const { id, claim } of claims) {
        terminal.write(`${JSON.stringify({ id, ...(await desk.check(claim)) })}\n`);
      }
    });
    return;
  }
  if (words.length === 0) {
    throw new UsageError('There is no claim.', 'Type it in quotes: npx parley check "The talks lasted nine hours."');
  }
  await withDesk(context, async (desk) => {
    const check = await desk.check(words.join(' '));
    terminal.write(`${json ? JSON.stringify(check) : renderCheck(check, terminal)}\n`);
  });
}
