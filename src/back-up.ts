import { cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { ParleyError } from './errors.js';
import { collectionFolders } from './indexing/collection-folders.js';
import { syncFolder } from './indexing/durable-files.js';
import { foldersOf, idsIn } from './indexing/generation-folders.js';
import type { StateStore } from './state/state-store.js';

export interface BackUpParts {
  readonly dataFolder: string;
  readonly state: Pick<StateStore, 'backUp'>;
  /** A folder that is not there yet; becomes a data folder of its own. */
  readonly target: string;
  readonly onProgress: (progress: { readonly done: number; readonly total: number }) => void;
}

export interface BackUpReport {
  readonly folder: string;
  readonly collections: number;
  readonly generations: number;
}

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

function diskFault(error: unknown, target: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (error instanceof ParleyError || code === undefined) return error;
  return new ParleyError(
    `The backup could not be written to ${target} (${code}).`,
    'Make room or choose another folder; nothing was left behind.',
    { cause: error },
  );
}

/** Old generations go when new ones come: one that went while it was copied is left out. */
async function copyGeneration(from: string, to: string): Promise<void> {
  try {
    await cp(from, to, { recursive: true });
  } catch (error) {
    if (await isThere(from)) throw error;
    await rm(to, { recursive: true, force: true });
  }
}

/** Copies whole generations: they never change, and builds at work are nobody's to keep. */
async function copyCollection(from: string, to: string, onCopied: () => void): Promise<void> {
  const [source, copy] = [foldersOf(from), foldersOf(to)];
  await mkdir(copy.generations, { recursive: true });
  // Read before the generations: what it names is then among them, and a later swap only adds to them.
  const hasLive = await isThere(source.live);
  if (hasLive) await cp(source.live, copy.live);
  for (const id of await idsIn(source.generations)) {
    await copyGeneration(path.join(source.generations, id), path.join(copy.generations, id));
    onCopied();
  }
  await syncFolder(copy.generations);
}

/**
 * A copy of everything that cannot be made again: the state, and the generations of all collections with what is live.
 * The bot may go on meanwhile. The copy is whole or not there; it is itself a data folder (PARLEY_DATA_DIR).
 *
 * @throws ParleyError when the target is there already or cannot be written; StateError when the state cannot be read
 */
export async function backUp({ dataFolder, state, target, onProgress }: BackUpParts): Promise<BackUpReport> {
  if (await isThere(target)) {
    throw new ParleyError(`${target} is there already.`, 'Name a folder that is not, such as one with the date in it.');
  }
  const partial = `${target}.partial`;
  try {
    await rm(partial, { recursive: true, force: true });
    await mkdir(partial, { recursive: true });
    // The state first: what was staged then may since have been published, which is nothing new to publish. The other way
    // round a document could be in neither.
    await state.backUp(path.join(partial, 'state.sqlite'));
    const collections = await collectionFolders(dataFolder);
    let total = 0;
    for (const folder of collections.values()) total += (await idsIn(foldersOf(folder).generations)).length;
    let done = 0;
    for (const [name, folder] of collections) {
      await copyCollection(folder, path.join(partial, 'collections', name), () => {
        done += 1;
        onProgress({ done, total: Math.max(done, total) });
      });
    }
    await rename(partial, target);
    await syncFolder(path.dirname(target));
    return { folder: target, collections: collections.size, generations: done };
  } catch (error) {
    await rm(partial, { recursive: true, force: true }).catch(() => undefined);
    throw diskFault(error, target);
  }
}
