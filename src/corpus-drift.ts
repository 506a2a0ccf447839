import { createHash } from 'node:crypto';
import { listCorpusFiles } from './corpus/list-corpus-files.js';
import { CorpusError } from './errors.js';
import type { Generation } from './types.js';

/** How the files of a corpus differ from the ones that a generation was made of. */
export interface CorpusDrift {
  /** Files that the generation has no document of: new ones, and ones that could not be read. */
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** Stands for the names, sizes and times of all files: equal folders, equal fingerprints. */
  readonly fingerprint: string;
}

/**
 * Compares by name, size and time, without reading a file; `null` when nothing differs, or when the folder cannot be
 * listed: an index answers without its corpus.
 */
export async function findCorpusDrift(corpusFolder: string, generation: Generation): Promise<CorpusDrift | null> {
  const known = new Map(generation.documents.map(({ source }) => [source.path, source]));
  let added = 0;
  let changed = 0;
  const state = createHash('sha256');
  try {
    for (const { path, bytes, modifiedMs } of await listCorpusFiles(corpusFolder)) {
      state.update(`${JSON.stringify(path)} ${bytes} ${modifiedMs}\n`);
      const source = known.get(path);
      if (source === undefined) added += 1;
      else if (source.bytes !== bytes || source.modifiedMs !== modifiedMs) changed += 1;
      known.delete(path);
    }
  } catch (error) {
    if (error instanceof CorpusError) return null;
    throw error;
  }
  const removed = known.size;
  return added + changed + removed === 0 ? null : { added, changed, removed, fingerprint: state.digest('hex') };
}
