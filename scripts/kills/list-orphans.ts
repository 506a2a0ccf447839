import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileNames, manifestName } from '#src/indexing/manifest.js';

const names = [manifestName, ...Object.values(fileNames)].map((name) => name.replaceAll('.', '\\.')).join('|');
const id = '\\d{8}-\\d{6}-[0-9a-f]{4}';
const collection = 'collections/(?:shared|guild-\\d+)';

/** What may lie in a data folder that nobody has open: everything else is an orphan. */
const belongs = [
  /^state\.sqlite$/u,
  new RegExp(`^${collection}/live$`, 'u'),
  new RegExp(`^${collection}/generations/${id}/(?:${names})$`, 'u'),
  new RegExp(`^(?:${collection}/)?vectors/[\\w.-]+/[0-9a-f-]{36}\\.vectors$`, 'u'),
];

/** Folders that may be empty: the next index uses them, and an empty one takes no room. */
const mayBeEmpty = [/^collections$/u, new RegExp(`^(?:${collection}/)?vectors(?:/[\\w.-]+)?$`, 'u')];

/** Files that belong to nothing, by their paths in the data folder; an empty folder ends with `/`. */
export async function listOrphans(dataFolder: string): Promise<readonly string[]> {
  const entries = await readdir(dataFolder, { withFileTypes: true, recursive: true });
  const paths = entries.map((entry) => ({
    isFolder: entry.isDirectory(),
    name: path.relative(dataFolder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'),
  }));
  const files = paths.filter(({ isFolder }) => !isFolder).map(({ name }) => name);
  const empty = paths.filter(({ isFolder, name }) => isFolder && !paths.some((one) => one.name.startsWith(`${name}/`)));
  return [
    ...files.filter((name) => !belongs.some((pattern) => pattern.test(name))),
    ...empty.filter(({ name }) => !mayBeEmpty.some((pattern) => pattern.test(name))).map(({ name }) => `${name}/`),
  ];
}
