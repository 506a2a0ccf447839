import path from 'node:path';
import { GenerationError } from '../errors.js';
import type { Generation, Manifest } from '../types.js';
import { DamageError } from './damage-error.js';
import { type GenerationFolders, idsIn } from './generation-folders.js';
import { isGenerationId } from './generation-id.js';
import { loadGeneration } from './load-generation.js';

export interface LoadLiveInput {
  readonly folders: GenerationFolders;
  /** Reads the pointer to the live generation. */
  readonly live: () => Promise<string | null>;
  readonly model: Manifest['model'] | undefined;
  readonly onWarning: (line: string) => void;
}

/** How often a load starts over because somebody published or rolled back meanwhile. */
const loadAttempts = 3;

/** Ids that may serve when `live` cannot: those before it, newest first, then those after it, newest first. */
function substitutes(ids: readonly string[], live: string | null): readonly string[] {
  const newestFirst = ids.toReversed();
  if (live === null) return newestFirst;
  return [...newestFirst.filter((id) => id < live), ...newestFirst.filter((id) => id > live)];
}

/** Serves another generation in place of the live one, which failed with `fault`. */
async function loadSubstitute(
  { folders, model, onWarning }: LoadLiveInput,
  liveId: string | null,
  fault: DamageError,
): Promise<Generation> {
  for (const id of substitutes(await idsIn(folders.generations), liveId)) {
    try {
      const generation = await loadGeneration(path.join(folders.generations, id), model);
      onWarning(`${fault.message} Generation ${id} serves in its place. ${fault.remedy}`);
      return generation;
    } catch (error) {
      if (!(error instanceof GenerationError)) throw error;
      onWarning(`${error.message} It cannot serve either.`);
    }
  }
  throw new GenerationError(
    `${fault.message} No other generation is sound.`,
    'Run `npx parley index` to build the index anew.',
    { cause: fault },
  );
}

/**
 * The generation that serves by the pointer. The very first publication has no pointer between its two renames: killed
 * there, it leaves one whole generation, which is as good as published.
 */
function liveIdOf(pointer: string | null, ids: readonly string[]): string | null {
  if (pointer === null) return ids.length === 1 ? (ids[0] ?? null) : null;
  return isGenerationId(pointer) ? pointer : null;
}

/** What `GenerationStore.loadLive` does. */
export async function loadLiveGeneration(input: LoadLiveInput): Promise<Generation | null> {
  const { folders, live, model } = input;
  for (let attempt = 1; ; attempt++) {
    const ids = await idsIn(folders.generations);
    const pointer = await live();
    if (pointer === null && ids.length === 0) return null;
    const liveId = liveIdOf(pointer, ids);
    try {
      if (liveId === null)
        throw new DamageError('The file `live`, which names the generation that serves,', 'it names none');
      return await loadGeneration(path.join(folders.generations, liveId), model);
    } catch (error) {
      if (!(error instanceof DamageError)) throw error;
      // Somebody may have published meanwhile and pruned what was being read: that is no damage.
      if (attempt < loadAttempts && (await live()) !== pointer) continue;
      return loadSubstitute(input, liveId, error);
    }
  }
}
