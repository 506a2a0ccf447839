import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { access, constants, rm, stat, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { packageFile } from '../../project-files.js';
import { type Finding, unwell, well } from './finding.js';

function numbersOf(version: string): readonly number[] {
  return (version.match(/\d+/gu) ?? []).map(Number);
}

function isAtLeast(version: string, least: string): boolean {
  const have = numbersOf(version);
  for (const [place, wanted] of numbersOf(least).entries()) {
    const difference = (have[place] ?? 0) - wanted;
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/** Whether Node is as new as package.json wants it. */
export function checkNode(version: string): Finding {
  const { engines } = JSON.parse(readFileSync(packageFile, 'utf8')) as { readonly engines: { readonly node: string } };
  const least = engines.node.replace('>=', '');
  if (isAtLeast(version, least)) return well('Node.js', `Node ${version} runs Parley.`);
  return unwell('Node.js', `Node ${version} is too old.`, `Install Node ${least} or newer.`);
}

/** The folder itself, or the nearest one above it that is there. */
async function nearestFolder(folder: string): Promise<string> {
  const isThere = await stat(folder).then(
    () => true,
    () => false,
  );
  const parent = path.dirname(folder);
  return isThere || parent === folder ? folder : nearestFolder(parent);
}

/** Whether a file can be written there; only a folder that is Parley's own is written to. */
async function tryWriting(folder: string, isOwn: boolean): Promise<void> {
  if (!isOwn) return access(folder, constants.W_OK | constants.X_OK);
  const file = path.join(folder, `doctor-${randomUUID()}`);
  await writeFile(file, '');
  await rm(file);
}

/** An index of a thousand pages with its vectors, twice, as the old one stays until the new one is whole. */
const leastFree = 200_000_000;

/** Whether the data folder can be written to, and has room. It is not made. */
export async function checkDataFolder(dataFolder: string): Promise<Finding> {
  const name = 'data folder';
  const folder = await nearestFolder(dataFolder);
  try {
    await tryWriting(folder, folder === dataFolder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const remedy = 'Mend its permissions, or name another one in PARLEY_DATA_DIR.';
    return unwell(name, `${dataFolder} cannot be written to (${code}).`, remedy);
  }
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const room = `${(free / 1e9).toFixed(1)} GB free`;
  if (free < leastFree) {
    const remedy = 'Make room: a new index is written beside the old one.';
    return unwell(name, `${dataFolder} is on a disk with only ${room}.`, remedy);
  }
  const state = folder === dataFolder ? 'can be written to' : 'will be made at the first start';
  return well(name, `${dataFolder} ${state}, ${room}.`);
}
