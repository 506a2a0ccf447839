import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { ParleyError } from '../errors.js';

/** What a line of a batch asks, under the key that the verb names: `{"id":"1","question":"…"}`. */
export interface BatchRow {
  readonly id: string | number;
  readonly text: string;
}

export type BatchKey = 'question' | 'claim';

const done: Readonly<Record<BatchKey, string>> = { question: 'answered', claim: 'checked' };
const idSchema = z.union([z.string(), z.number()]);

function readRow(line: string, place: string, key: BatchKey): BatchRow {
  const remedy = `Write {"id": "1", "${key}": "…"} on every line; nothing has been ${done[key]}.`;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new ParleyError(`${place} is not JSON.`, remedy, { cause });
  }
  const row = z.object({ id: idSchema, [key]: z.string() }).safeParse(value);
  if (row.success) return { id: idSchema.parse(row.data.id), text: String(row.data[key]) };
  const faults = row.error.issues.map(({ path }) => path.join('.') || 'the value');
  throw new ParleyError(`${place}: ${[...new Set(faults)].join(' and ')} missing or of the wrong kind.`, remedy);
}

async function contentOf(file: string, input: NodeJS.ReadableStream, key: BatchKey): Promise<string> {
  if (file === '-') return text(input);
  return readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    const remedy = `Name a file of ${key}s, or - for standard input.`;
    throw new ParleyError(`${file} cannot be read (${cause.code}).`, remedy, { cause });
  });
}

/**
 * Every row of a file with one JSON object a line, blank lines left out; `-` reads `input`.
 * @throws ParleyError that names the first line that is wrong
 */
export async function readBatch(
  file: string,
  input: NodeJS.ReadableStream,
  key: BatchKey,
): Promise<readonly BatchRow[]> {
  const lines = (await contentOf(file, input, key)).replace(/^\uFEFF/u, '').split(/\r?\n/u);
  const name = file === '-' ? 'standard input' : file;
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [readRow(line, `${name}, line ${index + 1}`, key)]));
}
