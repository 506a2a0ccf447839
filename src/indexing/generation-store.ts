import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { GenerationError } from '../errors.js';
import type { Generation, Manifest } from '../types.js';
import { replaceFile, syncFolder } from './durable-files.js';
import { codeOf, fileFault } from './file-fault.js';
import { foldersOf, idsIn } from './generation-folders.js';
import { loadGeneration, readManifest, verifyGeneration } from './load-generation.js';
import { loadLiveGeneration } from './load-live-generation.js';

/** One generation as the history shows it. */
export interface GenerationRecord {
  readonly id: string;
  readonly live: boolean;
  /** `null` when the manifest cannot be read. */
  readonly createdAt: string | null;
  readonly counts: Manifest['counts'] | null;
  readonly sound: boolean;
  /** Why it is not sound; `null` when it is. */
  readonly fault: string | null;
}

export interface GenerationStore {
  /** Makes a build that is complete in `building/` the live generation. The caller holds the build lock. */
  publish(id: string): Promise<void>;
  /** The id that the pointer to the live generation names, sound or not; `null` before the first publication. */
  live(): Promise<string | null>;
  /** Loads one generation; throws a GenerationError when it is unknown, damaged or of another format or model. */
  load(id: string, expected?: { readonly model?: Manifest['model'] }): Promise<Generation>;
  /**
   * Loads the live generation. When it is damaged, the newest sound one before it serves (or else the newest sound one
   * after it), and a warning says so. `null` when nothing was ever published.
   *
   * @throws GenerationError when the live one is of another format or model, or when none is sound
   */
  loadLive(expected?: { readonly model?: Manifest['model'] }): Promise<Generation | null>;
  /** All generations, newest first. With `checksums: false` only manifests are read. */
  history(options?: { readonly checksums?: boolean }): Promise<readonly GenerationRecord[]>;
  /**
   * Makes an older generation live: the named one, or the newest sound one before the live one. Gives its id.
   *
   * @throws GenerationError that lists what there is when there is no such generation, or it is damaged
   */
  rollback(id?: string): Promise<string>;
  /**
   * Removes all but the newest `keep` generations and the live one, and whatever dead builds left behind. The caller
   * holds the build lock. Gives the ids of the generations that went.
   */
  prune(): Promise<readonly string[]>;
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

function lineOf(error: unknown): string {
  return error instanceof GenerationError ? error.message : String(error);
}

/** The generations of one collection on disk. Nothing is read before a method is called. */
export function openGenerationStore({ folder, keep = defaultKeep, onWarning }: GenerationStoreInput): GenerationStore {
  const folders = foldersOf(folder);
  const folderOf = (id: string): string => path.join(folders.generations, id);

  const live = async (): Promise<string | null> => {
    try {
      return (await readFile(folders.live, 'utf8')).trim();
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null;
      throw fileFault(error, folders.live);
    }
  };

  const recordOf = async (id: string, liveId: string | null, checksums: boolean): Promise<GenerationRecord> => {
    let manifest: Manifest | undefined;
    let fault: string | null = null;
    try {
      manifest = await readManifest(folderOf(id));
      if (checksums) await verifyGeneration(folderOf(id), manifest);
    } catch (error) {
      fault = lineOf(error);
    }
    const { createdAt = null, counts = null } = manifest ?? {};
    return { id, live: id === liveId, createdAt, counts, sound: fault === null, fault };
  };

  const history: GenerationStore['history'] = async ({ checksums = true } = {}) => {
    const liveId = await live();
    const records: GenerationRecord[] = [];
    for (const id of (await idsIn(folders.generations)).toReversed()) {
      records.push(await recordOf(id, liveId, checksums));
    }
    return records;
  };

  const listOf = async (): Promise<string> => {
    const liveId = await live();
    const ids = (await idsIn(folders.generations)).toReversed();
    if (ids.length === 0) return 'There is no generation yet; run `npx parley index` first.';
    return `There are: ${ids.map((id) => (id === liveId ? `${id} (live)` : id)).join(', ')}. Run \`npx parley rollback GENERATION\` with one of them.`;
  };

  const pointTo = async (id: string): Promise<void> => {
    try {
      await replaceFile(folders.live, `${id}\n`);
    } catch (error) {
      throw fileFault(error, folders.live);
    }
  };

  const load: GenerationStore['load'] = async (id, { model } = {}) => {
    if (!(await idsIn(folders.generations)).includes(id)) {
      throw new GenerationError(`There is no generation ${JSON.stringify(id)}.`, await listOf());
    }
    return loadGeneration(folderOf(id), model);
  };

  const isSound = async (id: string): Promise<boolean> => (await recordOf(id, null, true)).sound;

  const rollback: GenerationStore['rollback'] = async (id) => {
    const ids = await idsIn(folders.generations);
    const liveId = await live();
    if (id !== undefined) {
      if (!ids.includes(id)) throw new GenerationError(`There is no generation ${JSON.stringify(id)}.`, await listOf());
      await verifyGeneration(folderOf(id), await readManifest(folderOf(id)));
      await pointTo(id);
      return id;
    }
    for (const older of ids.toReversed().filter((other) => liveId === null || other < liveId)) {
      if (await isSound(older)) {
        await pointTo(older);
        return older;
      }
      onWarning(`Generation ${older} is damaged or of another format, so an older one is taken.`);
    }
    throw new GenerationError('There is no sound generation before the live one.', await listOf());
  };

  return {
    live,
    load,
    loadLive: ({ model } = {}) => loadLiveGeneration({ folders, live, model, onWarning }),
    history,
    rollback,
    async publish(id) {
      try {
        await mkdir(folders.generations, { recursive: true });
        await rename(path.join(folders.building, id), folderOf(id));
        await syncFolder(folders.generations);
      } catch (error) {
        throw fileFault(error, folderOf(id));
      }
      await pointTo(id);
    },
    async prune() {
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
    },
  };
}
