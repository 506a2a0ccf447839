import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { replaceFile, syncFolder } from './durable-files.js';
import { codeOf, fileFault } from './file-fault.js';
import { type GenerationFolders, idsIn } from './generation-folders.js';
import { isGenerationId } from './generation-id.js';

async function readName(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw fileFault(error, file);
  }
}

/** The id that the pointer to the live generation names, sound or not; `null` before the first publication. */
export function readLive({ live }: GenerationFolders): Promise<string | null> {
  return readName(live);
}

/** Names a whole generation as the live one. @throws GenerationError when the disk refuses; the old one then serves */
export async function pointTo({ live }: GenerationFolders, id: string): Promise<void> {
  try {
    await replaceFile(live, `${id}\n`);
  } catch (error) {
    throw fileFault(error, live);
  }
}

/**
 * Brings to an end what died between the renames of `publishBuild`: a generation that never came to serve goes, and the
 * very first one serves. Gives the live id. The caller holds the build lock.
 */
export async function settlePublication(folders: GenerationFolders): Promise<string | null> {
  const { generations, publishing } = folders;
  const begun = await readName(publishing);
  const live = await readLive(folders);
  try {
    if (live === null) {
      // Without a pointer a single generation serves (load-live-generation.ts): from now on it is named.
      const ids = await idsIn(generations);
      const first = begun !== null && ids.includes(begun) ? begun : ids.length === 1 ? ids[0] : undefined;
      if (first !== undefined) await pointTo(folders, first);
    } else if (begun !== null && begun !== live && isGenerationId(begun)) {
      await rm(path.join(generations, begun), { recursive: true, force: true });
    }
    await rm(publishing, { force: true });
  } catch (error) {
    throw fileFault(error, publishing);
  }
  return readLive(folders);
}

/** What `GenerationStore.publish` does: the moment in which `live` is replaced is the moment of the publication. */
export async function publishBuild(folders: GenerationFolders, id: string): Promise<void> {
  const { building, generations, publishing } = folders;
  await settlePublication(folders);
  const target = path.join(generations, id);
  try {
    await mkdir(generations, { recursive: true });
    // Without this note nobody could tell a generation that was rolled back from one that never came to serve.
    await replaceFile(publishing, `${id}\n`);
    await rename(path.join(building, id), target);
    await syncFolder(generations);
  } catch (error) {
    throw fileFault(error, target);
  }
  await pointTo(folders, id);
  await rm(publishing, { force: true });
}
