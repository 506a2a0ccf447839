import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { GenerationError } from '../errors.js';
import type { Generation, Manifest } from '../types.js';
import { codeOf, fileFault } from './file-fault.js';
import { foldersOf, idsIn } from './generation-folders.js';
import { createHistory, type GenerationHistory, type GenerationRecord } from './generation-history.js';
import { pointTo, publishBuild, readLive, settlePublication } from './live-pointer.js';
import { loadGeneration, readManifest, verifyGeneration } from './load-generation.js';
import { loadLiveGeneration } from './load-live-generation.js';

export type { GenerationRecord };

export interface GenerationStore extends Pick<GenerationHistory, 'history' | 'earlier'> {
  /** Makes a build that is complete in `building/` the live generation. The caller holds the build lock. */
  publish(id: string): Promise<void>;
  /** The id that the pointer to the live generation names, sound or not; `null` before the first publication. */
  live(): Promise<string | null>;
  /** Loads a build that was not published; throws as `load` does. */
  loadBuild(id: string, expected?: { readonly model?: Manifest['model'] }): Promise<Generation>;
  /** Removes a build that was not published; does nothing when it is gone. */
  discardBuild(id: string): Promise<void>;
  /** Loads one generation; throws a GenerationError when it is unknown, damaged or of another format or model. */
  load(id: string, expected?: { readonly model?: Manifest['model'] }): Promise<Generation>;
  /**
   * Loads the live generation. When it is damaged, the newest sound one before it serves (or else the newest sound one
   * after it), and a warning says so. `null` when nothing was ever published.
   *
   * @throws GenerationError when the live one is of another format or model, or when none is sound
   */
  loadLive(expected?: { readonly model?: Manifest['model'] }): Promise<Generation | null>;
  /**
   * Makes an older generation live: the named one, or the newest sound one before the live one. Gives its id. The
   * caller holds the build lock.
   *
   * @throws GenerationError that lists what there is when there is no such generation, or it is damaged
   */
  rollback(id?: string): Promise<string>;
  /**
   * Removes all but the newest `keep` generations and the live one, and whatever dead builds left behind. The caller
   * holds the build lock. Gives the ids of the generations that went.
   */
  prune(): Promise<readonly string[]>;
  /**
   * Brings to an end what a killed process left half done, and removes its files. Gives the id of the live generation.
   * The caller holds the build lock.
   */
  mend(): Promise<string | null>;
}

export interface GenerationStoreInput {
  /** The collection's folder. */
  readonly folder: string;
  /** How many generations outlive a `prune`, the live one not counted when it is older. */
  readonly keep?: number;
  /** Takes one line for a person. */
  readonly onWarning: (line: string) => void;
}

const defaultKeep = 5;

/** Small files that were to replace others, and claims on locks that are gone: see durable-files.ts and build-lock.ts. */
const halfWritten = /^(?:(?:live|publishing)\.new|build\.lock\..+)$/u;

async function removeHalfWritten(folder: string): Promise<void> {
  try {
    const names = (await readdir(folder)).filter((name) => halfWritten.test(name));
    for (const name of names) await rm(path.join(folder, name), { force: true });
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw fileFault(error, folder);
  }
}

/** The generations of one collection on disk. Nothing is read before a method is called. */
export function openGenerationStore({ folder, keep = defaultKeep, onWarning }: GenerationStoreInput): GenerationStore {
  const folders = foldersOf(folder);
  const folderOf = (id: string): string => path.join(folders.generations, id);

  const live = (): Promise<string | null> => readLive(folders);

  const { history, earlier, list } = createHistory({ folders, live, onWarning });

  const load: GenerationStore['load'] = async (id, { model } = {}) => {
    if (!(await idsIn(folders.generations)).includes(id)) {
      throw new GenerationError(`There is no generation ${JSON.stringify(id)}.`, await list());
    }
    return loadGeneration(folderOf(id), model);
  };

  const rollback: GenerationStore['rollback'] = async (wanted) => {
    await settlePublication(folders);
    const id = wanted ?? (await earlier());
    if (!(await idsIn(folders.generations)).includes(id)) {
      throw new GenerationError(`There is no generation ${JSON.stringify(id)}.`, await list());
    }
    if (wanted !== undefined) await verifyGeneration(folderOf(id), await readManifest(folderOf(id)));
    await pointTo(folders, id);
    return id;
  };

  const prune: GenerationStore['prune'] = async () => {
    const liveId = await live();
    const ids = await idsIn(folders.generations);
    const gone = ids.slice(0, Math.max(0, ids.length - keep)).filter((id) => id !== liveId);
    try {
      for (const id of gone) await rm(folderOf(id), { recursive: true, force: true });
      await rm(folders.building, { recursive: true, force: true });
    } catch (error) {
      throw fileFault(error, folder);
    }
    return gone;
  };

  return {
    live,
    load,
    loadLive: ({ model } = {}) => loadLiveGeneration({ folders, live, model, onWarning }),
    loadBuild: (id, { model } = {}) => loadGeneration(path.join(folders.building, id), model),
    async discardBuild(id) {
      try {
        await rm(path.join(folders.building, id), { recursive: true, force: true });
      } catch (error) {
        throw fileFault(error, folders.building);
      }
    },
    history,
    rollback,
    earlier,
    publish: (id) => publishBuild(folders, id),
    prune,
    async mend() {
      const id = await settlePublication(folders);
      await prune();
      await removeHalfWritten(folder);
      return id;
    },
  };
}
