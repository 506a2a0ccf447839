import { readFile, stat } from 'node:fs/promises';
import { CorpusError, ParleyError } from '../errors.js';

const mebibyte = 1_048_576;

/**
 * Reads a file of at most so many bytes.
 *
 * @param shownPath Names it in errors. @param remedy What to do when it is larger.
 * @throws CorpusError
 */
export async function readBounded(path: string, shownPath: string, mostBytes: number, remedy: string): Promise<Buffer> {
  try {
    const facts = await stat(path);
    // Opening a pipe or a device would wait for ever.
    if (!facts.isFile()) throw new CorpusError(shownPath, 'is not a file.', 'Remove it from the corpus.');
    if (facts.size > mostBytes) {
      const limit = mostBytes >= mebibyte ? `${mostBytes / mebibyte} MiB` : `${mostBytes / 1_024} KiB`;
      throw new CorpusError(shownPath, `has ${facts.size} bytes; the limit is ${limit}.`, remedy);
    }
    return await readFile(path);
  } catch (error) {
    if (error instanceof ParleyError) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? 'no reason given';
    throw new CorpusError(shownPath, `cannot be read (${code}).`, 'Check that it is there and may be read.', {
      cause: error,
    });
  }
}
