import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { EncoderError } from '../errors.js';
import { isAbandoned } from './durable-file.js';
import type { EncoderIdentity } from './encoder.js';

const ending = '.vectors';

/** The folder of one encoder's vectors below `parent`: readable, and a name that every file system takes. */
export function segmentFolderOf(parent: string, { id, hash }: EncoderIdentity): string {
  return path.join(parent, `${id.replaceAll(/[^\w.-]+/g, '_').slice(0, 80)}-${hash.slice(0, 12)}`);
}

/** A path for a new segment, which no other process chooses. */
export function newSegmentFile(folder: string): string {
  return path.join(folder, `${randomUUID()}${ending}`);
}

async function removeAbandonedIn(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder)).toSorted();
  for (const name of names) if (isAbandoned(name)) await rm(path.join(folder, name), { force: true });
  return names;
}

/** Deletes what killed processes left half-written below `parent`, of every encoder. @throws EncoderError when it cannot */
export async function removeAbandonedSegments(parent: string): Promise<void> {
  try {
    const entries = await readdir(parent, { withFileTypes: true });
    for (const entry of entries) if (entry.isDirectory()) await removeAbandonedIn(path.join(parent, entry.name));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw segmentFolderError(parent, cause);
  }
}

/** The segments of a folder, which is made if there is none; what killed processes left half-written is deleted. */
export async function listSegmentFiles(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const names = await removeAbandonedIn(folder);
  return names.filter((name) => name.endsWith(ending)).map((name) => path.join(folder, name));
}

/** What a failure to write or list says to a person. */
export function segmentFolderError(folder: string, cause: unknown): EncoderError {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new EncoderError(
      `There is no space left for vectors in ${folder}.`,
      'Free some space, or point PARLEY_DATA_DIR to another disk, and run the command again: what is done is kept.',
      { cause },
    );
  }
  return new EncoderError(
    `Vectors cannot be kept in ${folder}: ${message}.`,
    'Check that the folder exists and may be written, or point PARLEY_DATA_DIR to another one.',
    { cause },
  );
}
