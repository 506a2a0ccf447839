import path from 'node:path';
import { GenerationError } from '../errors.js';
import type { Manifest } from '../types.js';
import { type GenerationFolders, idsIn } from './generation-folders.js';
import { readManifest, verifyGeneration } from './load-generation.js';

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

/** The generations that lie in a collection's folder. */
export interface GenerationHistory {
  /** All generations, newest first. With `checksums: false` only manifests are read. */
  history(options?: { readonly checksums?: boolean }): Promise<readonly GenerationRecord[]>;
  /** The newest sound generation before the live one. @throws GenerationError that lists what there is when none is */
  earlier(): Promise<string>;
  /** What there is, as the remedy for a wrong id. */
  list(): Promise<string>;
}

export interface HistoryInput {
  readonly folders: GenerationFolders;
  /** Reads the pointer to the live generation. */
  readonly live: () => Promise<string | null>;
  /** Takes one line for a person. */
  readonly onWarning: (line: string) => void;
}

function lineOf(error: unknown): string {
  return error instanceof GenerationError ? error.message : String(error);
}

export function createHistory({ folders, live, onWarning }: HistoryInput): GenerationHistory {
  const folderOf = (id: string): string => path.join(folders.generations, id);

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

  const history: GenerationHistory['history'] = async ({ checksums = true } = {}) => {
    const liveId = await live();
    const records: GenerationRecord[] = [];
    for (const id of (await idsIn(folders.generations)).toReversed()) {
      records.push(await recordOf(id, liveId, checksums));
    }
    return records;
  };

  const list = async (): Promise<string> => {
    const liveId = await live();
    const ids = (await idsIn(folders.generations)).toReversed();
    if (ids.length === 0) return 'There is no generation yet; run `npx parley index` first.';
    return `There are: ${ids.map((id) => (id === liveId ? `${id} (live)` : id)).join(', ')}. Run \`npx parley rollback GENERATION\` with one of them.`;
  };

  const isSound = async (id: string): Promise<boolean> => (await recordOf(id, null, true)).sound;

  const earlier: GenerationHistory['earlier'] = async () => {
    const ids = await idsIn(folders.generations);
    const liveId = await live();
    for (const older of ids.toReversed().filter((other) => liveId === null || other < liveId)) {
      if (await isSound(older)) return older;
      onWarning(`Generation ${older} is damaged or of another format, so an older one is taken.`);
    }
    throw new GenerationError('There is no sound generation before the live one.', await list());
  };

  return { history, earlier, list };
}
