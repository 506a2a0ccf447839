import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { codeOf } from './file-fault.js';

/** The folders of all collections in a data folder, by the collection's name; none before the first index. */
export async function collectionFolders(dataFolder: string): Promise<ReadonlyMap<string, string>> {
  const folder = path.join(dataFolder, 'collections');
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    return new Map(names.toSorted().map((name) => [name, path.join(folder, name)]));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return new Map();
    throw error;
  }
}
