import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { codeOf } from './file-fault.js';
import { isGenerationId } from './generation-id.js';

/**
 * Where a collection keeps its index:
 *
 *     <folder>/building/<id>/      a build at work, or what a dead one left
 *     <folder>/generations/<id>/   whole generations, never changed
 *     <folder>/live                the id of the generation that serves
 *     <folder>/publishing          the id of the generation that is just becoming the one that serves
 *     <folder>/build.lock          who builds, if anybody
 */
export interface GenerationFolders {
  readonly building: string;
  readonly generations: string;
  readonly live: string;
  readonly publishing: string;
  readonly lock: string;
}

export function foldersOf(folder: string): GenerationFolders {
  return {
    building: path.join(folder, 'building'),
    generations: path.join(folder, 'generations'),
    live: path.join(folder, 'live'),
    publishing: path.join(folder, 'publishing'),
    lock: path.join(folder, 'build.lock'),
  };
}

/** The generation ids in a folder, oldest first; none when the folder does not exist. */
export async function idsIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter(isGenerationId).toSorted();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
