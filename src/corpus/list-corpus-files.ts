import type { Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { CorpusError } from '../errors.js';
import { documentId } from './document-id.js';

/** A file of the corpus folder that can become a document, as it was when the folder was listed. */
export interface CorpusFile {
  /** Relative to the corpus folder, with `/` between the parts. */
  readonly path: string;
  readonly absolutePath: string;
  /** Bytes of the file and, where there is one, of its metadata sidecar. */
  readonly bytes: number;
  /** The later of the two files' times, milliseconds since 1970. */
  readonly modifiedMs: number;
  /** Absolute path of `NAME.meta.yaml`, `NAME.meta.yml` or `NAME.meta.json` beside the file. */
  readonly sidecarPath: string | null;
}

const readableEnding = /\.(?:txt|md|markdown|html|htm|pdf|docx)$/iu;
const sidecarEndings = ['.meta.yaml', '.meta.yml', '.meta.json'] as const;

/** A regular file inside the folder, links followed; `null` for anything else, and for what has vanished meanwhile. */
async function fileInside(root: string, path: string, isLink: boolean): Promise<Stats | null> {
  try {
    // A link out of the folder would let anybody who can write to it publish the machine's other files.
    if (isLink && !(await realpath(path)).startsWith(root + sep)) return null;
    const facts = await stat(path);
    return facts.isFile() ? facts : null;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ELOOP' || code === 'ENOTDIR') return null;
    throw new CorpusError(path, `cannot be read (${code}).`, 'Give the bot read permission, or remove the file.', {
      cause: error,
    });
  }
}

async function filesOfFolder(root: string, folder: string): Promise<{ files: CorpusFile[]; folders: string[] }> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    throw new CorpusError(
      join(root, folder),
      `the folder cannot be listed (${error.code}).`,
      'Give the bot read permission on it, or remove it from the corpus.',
      { cause: error },
    );
  });
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  // Word keeps `~$NAME.docx` beside a file that is open.
  const visible = entries.filter(({ name }) => !/^(?:\.|~\$)/u.test(name));

  const list = visible
    .filter((entry) => readableEnding.test(entry.name) && !entry.isDirectory())
    .map(async (entry): Promise<CorpusFile | null> => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const absolutePath = join(root, path);
      if (entry.name.includes('\u{FFFD}')) {
        throw new CorpusError(path, 'the file name is not UTF-8.', 'Rename the file.');
      }
      const facts = await fileInside(root, absolutePath, entry.isSymbolicLink());
      if (facts === null) return null;
      const stem = entry.name.replace(/\.[^.]+$/u, '');
      const sidecars = sidecarEndings.map((ending) => stem + ending).filter((name) => byName.has(name));
      if (sidecars.length > 1) {
        throw new CorpusError(path, `has two metadata files, ${sidecars.join(' and ')}.`, 'Keep one of them.');
      }
      const sidecar = sidecars[0] === undefined ? undefined : byName.get(sidecars[0]);
      const sidecarPath = sidecar === undefined ? null : join(root, folder, sidecar.name);
      const sidecarFacts =
        sidecarPath === null ? null : await fileInside(root, sidecarPath, sidecar?.isSymbolicLink() === true);
      return {
        path,
        absolutePath,
        bytes: facts.size + (sidecarFacts?.size ?? 0),
        modifiedMs: Math.max(facts.mtimeMs, sidecarFacts?.mtimeMs ?? 0),
        sidecarPath: sidecarFacts === null ? null : sidecarPath,
      };
    });
  // Folders behind links are left out: inside the corpus they are listed under their own name, and a loop has no end.
  const folders = visible
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => (folder === '' ? name : `${folder}/${name}`));
  return { files: (await Promise.all(list)).filter((file) => file !== null), folders };
}

/**
 * Every `.txt`, `.md`, `.markdown`, `.html`, `.htm`, `.pdf` and `.docx` file under a folder, by path in code-unit order. Hidden files and
 * folders, metadata sidecars and links that lead out of the folder are left out.
 *
 * @throws CorpusError when the folder is missing or unreadable, or two files would become the same document.
 */
export async function listCorpusFiles(folder: string): Promise<readonly CorpusFile[]> {
  const root = await realpath(folder).catch((error: NodeJS.ErrnoException) => {
    throw new CorpusError(
      folder,
      error.code === 'ENOENT'
        ? 'there is no such corpus folder.'
        : `the corpus folder cannot be opened (${error.code}).`,
      'Create it and put the documents in, or set PARLEY_CORPUS_DIR to the folder that has them.',
      { cause: error },
    );
  });
  if (!(await stat(root)).isDirectory()) {
    throw new CorpusError(folder, 'is not a folder.', 'Set PARLEY_CORPUS_DIR to the folder that has the documents.');
  }

  const found: CorpusFile[] = [];
  const pending = [''];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { files, folders } = await filesOfFolder(root, next);
    found.push(...files);
    pending.push(...folders);
  }
  found.sort((one, other) => (one.path < other.path ? -1 : 1));

  const owners = new Map<string, string>();
  for (const { path } of found) {
    const id = documentId(path);
    const owner = owners.get(id);
    if (owner !== undefined) {
      throw new CorpusError(path, `would be the same document as ${owner} ("${id}").`, 'Rename one of the two files.');
    }
    owners.set(id, path);
  }
  return found;
}
