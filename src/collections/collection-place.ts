import { readdir, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { type CollectionName, isCollectionName, sharedCollection } from '../collections.js';
import { type GenerationStore, openGenerationStore } from '../indexing/generation-store.js';

/** Where a collection lies, and who keeps its generations. */
export interface CollectionPlace {
  readonly name: CollectionName;
  readonly folder: string;
  /**
   * Vectors of texts that were embedded for it. A server's are its own, so that nothing that one server does can be told
   * from how fast another's work is, and all that is left of a server is one folder.
   */
  readonly vectorsFolder: string;
  readonly store: GenerationStore;
}

function collectionsFolder(dataFolder: string): string {
  return path.join(dataFolder, 'collections');
}

/** Nothing is read or written before the store is used. */
export function placeOf(dataFolder: string, name: CollectionName, onWarning: (line: string) => void): CollectionPlace {
  const folder = path.join(collectionsFolder(dataFolder), name);
  return {
    name,
    folder,
    vectorsFolder: path.join(name === sharedCollection ? dataFolder : folder, 'vectors'),
    store: openGenerationStore({ folder, onWarning }),
  };
}

/** The collections that have a folder. */
export async function collectionsIn(dataFolder: string): Promise<readonly CollectionName[]> {
  const names: readonly string[] = await readdir(collectionsFolder(dataFolder)).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  return names.filter(isCollectionName).toSorted();
}

/** Removes a collection's folder when nothing is in it: an act that came to nothing may have made it. */
export async function removeIfEmpty({ folder }: Pick<CollectionPlace, 'folder'>): Promise<void> {
  await rmdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST' && error.code !== 'ENOENT') throw error;
  });
}
