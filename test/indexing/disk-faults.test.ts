import { execFile } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { GenerationError } from '#src/errors.js';
import { type DurableFiles, diskFiles } from '#src/indexing/durable-files.js';
import { openGenerationStore } from '#src/indexing/generation-store.js';
import { fileNames } from '#src/indexing/manifest.js';
import { madeUpDocument, madeUpDocuments } from './made-up-documents.js';
import { buildMadeUp, publishMadeUp } from './publish-made-up.js';
import { temporaryFolder } from './temporary-folder.js';

const run = promisify(execFile);

/** The real disk, except that the named file cannot be written. */
function failingAt(name: string, code: string): DurableFiles {
  const fail = (file: string): void => {
    if (path.basename(file) === name) throw Object.assign(new Error(`${code}: write`), { code });
  };
  return {
    async write(file, pieces) {
      if (path.basename(file) === name) await diskFiles.write(file, [pieces[0]?.subarray(0, 10) ?? new Uint8Array(0)]);
      fail(file);
      return diskFiles.write(file, pieces);
    },
    async settle(file) {
      fail(file);
      return diskFiles.settle(file);
    },
  };
}

async function folderWithLive() {
  const folder = await temporaryFolder();
  const live = await publishMadeUp(folder, [madeUpDocument('text', [{ kind: 'body', sentences: ['I serve.'] }])]);
  return {
    folder,
    async expectUntouched() {
      const store = openGenerationStore({ folder, onWarning: (line) => expect.fail(line) });
      expect((await store.loadLive())?.id).toBe(live);
      expect(await store.history()).toHaveLength(1);
      expect(await readdir(path.join(folder, 'building'))).toEqual([]);
    },
  };
}

describe('a build that the disk refuses', () => {
  it.each([
    ['ENOSPC', /no space left/],
    ['EDQUOT', /no space left/],
    ['EROFS', /may not write/],
    ['EACCES', /may not write/],
    ['EIO', /could not be written/],
  ])('ends with one clear line for %s at any file, and the live generation is untouched', async (code, line) => {
    const { folder, expectUntouched } = await folderWithLive();
    const [few, many] = [madeUpDocuments(3, 5), madeUpDocuments(30, 30)];
    const graphFiles: readonly string[] = [fileNames.labels, fileNames.graph];
    for (const name of [...Object.values(fileNames), 'manifest.json']) {
      // Only with many chunks is there a graph; it costs half a second, and all codes take the same way.
      if (graphFiles.includes(name) && code !== 'ENOSPC') continue;
      const documents = graphFiles.includes(name) ? many : few;
      const failure: unknown = await buildMadeUp(folder, documents, { files: failingAt(name, code) }).catch(
        (error: unknown) => error,
      );
      expect(failure).toBeInstanceOf(GenerationError);
      expect((failure as GenerationError).line).toMatch(line);
      expect((failure as GenerationError).line).toContain('npx parley index');
      expect((failure as GenerationError).line).not.toContain('\n');
      await expectUntouched();
    }
  });

  it('notices a graph of which hnswlib, which reports nothing, could only write a part', async () => {
    const { folder, expectUntouched } = await folderWithLive();
    // A limit on the size of a file, in blocks of 1024 bytes: every file but the graph stays below it.
    const child = path.join(import.meta.dirname, 'build-once.mjs');
    const command = `ulimit -f 150; exec "${process.execPath}" "${child}" "${folder}"`;
    const failure: unknown = await run('bash', ['-c', command]).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /^There is no space left to write the index .*\nhnswlib wrote only a part of its file\n$/,
      ),
    });
    await expectUntouched();
  });

  it('reports a folder that cannot be made', async () => {
    const file = path.join(await temporaryFolder(), 'file');
    await writeFile(file, '');
    const failure: unknown = await buildMadeUp(file, madeUpDocuments(1, 1)).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(GenerationError);
  });
});
