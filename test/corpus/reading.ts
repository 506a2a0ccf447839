import { expect } from 'vitest';
import type { FileReading } from '#src/corpus/file-reading.js';
import { readAttachment } from '#src/corpus/read-attachment.js';
import { CorpusError } from '#src/errors.js';

const limits = { name: 'sent.bin', maxBytes: 20_000_000, maxPages: 200, timeoutMs: 30_000 };

/** The file as somebody sent it. */
export async function reading(bytes: Uint8Array | string, changed: Partial<typeof limits> = {}): Promise<FileReading> {
  return readAttachment(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, { ...limits, ...changed });
}

/** The CorpusError that reading a file ends in. */
export async function refusal(bytes: Uint8Array | string, changed: Partial<typeof limits> = {}): Promise<CorpusError> {
  const failure = await reading(bytes, changed).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(CorpusError);
  expect((failure as CorpusError).remedy).toMatch(/\.$/u);
  return failure as CorpusError;
}
