import { CorpusError } from '../errors.js';
import type { FileReading } from './file-reading.js';
import { readInThread } from './read-in-thread.js';

export interface AttachmentLimits {
  /** The file's name, for errors; a name never decides what a file is. */
  readonly name: string;
  readonly maxBytes: number;
  readonly maxPages: number;
  /** After which reading is given up and its thread ended. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

const mebibyte = 1_048_576;

/** A file's name as it is shown: one line, no control characters, not endless. */
export function shownName(name: string): string {
  const line = name.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return (line.length <= 200 ? line : `${line.slice(0, 199).toWellFormed()}…`) || 'the file';
}

function shownSize(bytes: number, round: (value: number) => number): string {
  const unit = bytes >= mebibyte ? mebibyte : 1_024;
  return `${round((bytes / unit) * 10) / 10} ${unit === mebibyte ? 'MiB' : 'KiB'}`;
}

/**
 * Reads a file that somebody sent: a PDF, a Word document (.docx), an html page or UTF-8 text, told by what it holds. What
 * no reader would see of it is no part of `text` and is reported in `hidden`.
 *
 * It is read in a thread of its own: this one is never held, and hostile files end at their time or memory.
 *
 * @param bytes Left as they are.
 * @throws CorpusError whenever it cannot be read: another kind of file, by name ("is a PNG picture"), too large, damaged,
 * protected, a scan, empty, too slow; the signal's reason when it is called off.
 */
export async function readAttachment(
  bytes: Uint8Array,
  { name, maxBytes, maxPages, timeoutMs, signal }: AttachmentLimits,
): Promise<FileReading> {
  const shown = shownName(name);
  if (bytes.length > maxBytes) {
    const sizes = `has ${shownSize(bytes.length, Math.ceil)}; the limit is ${shownSize(maxBytes, Math.floor)}.`;
    throw new CorpusError(shown, sizes, 'Split it into several files.');
  }
  return readInThread({ bytes, name: shown, mostPages: maxPages, expected: null }, timeoutMs, { signal });
}
