import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { ParleyError } from '../errors.js';

export interface BatchQuestion {
  readonly id: string | number;
  readonly question: string;
}

const rowSchema = z.object({ id: z.union([z.string(), z.number()]), question: z.string() });
const remedy = 'Write {"id": "1", "question": "…"} on every line; nothing has been answered.';

function readRow(line: string, place: string): BatchQuestion {
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

async function contentOf(file: string, input: NodeJS.ReadableStream): Promise<string> {
  if (file === '-') return text(input);
  return readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new ParleyError(
      `${file} cannot be read (${cause.code}).`,
      'Name a file of questions, or - for standard input.',
      { cause },
    );
  });
}

/**
 * Every question of a file with one JSON object a line, blank lines left out; `-` reads `input`.
 * @throws ParleyError that names the first line that is wrong
 */
export async function readBatch(file: string, input: NodeJS.ReadableStream): Promise<readonly BatchQuestion[]> {
  const lines = (await contentOf(file, input)).replace(/^\uFEFF/u, '').split(/\r?\n/u);
  const name = file === '-' ? 'standard input' : file;
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [readRow(line, `${name}, line ${index + 1}`)]));
}
