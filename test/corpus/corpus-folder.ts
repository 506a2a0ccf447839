import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';
import { type CorpusFile, listCorpusFiles } from '#src/corpus/list-corpus-files.js';
import { readDocument } from '#src/corpus/read-document.js';
import type { Document } from '#src/types.js';

const folders: string[] = [];

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** A new folder with the given files, removed after the test. Resolves to its absolute path, links resolved. */
export async function corpusFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'parley-corpus-')));
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

/** The only document of a folder that holds these files and nothing else that can be read. */
export async function readOnly(files: Readonly<Record<string, string | Uint8Array>>): Promise<Document> {
  const [file] = await listCorpusFiles(await corpusFolder(files));
  return readDocument(file as CorpusFile);
}
