import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listCorpusFiles } from '#src/corpus/list-corpus-files.js';
import { CorpusError } from '#src/errors.js';
import { corpusFolder } from './corpus-folder.js';

const pathsIn = async (folder: string): Promise<readonly string[]> =>
  (await listCorpusFiles(folder)).map(({ path }) => path);

describe('listCorpusFiles', () => {
  it('lists what can be read, in all folders, in code-unit order', async () => {
    const folder = await corpusFolder({
      'b.txt': 'b',
      'a/z.md': 'z',
      'a/deep/er/x.HTML': 'x',
      'Z.markdown': 'b2',
      'c.htm': 'c',
      'd.pdf': 'd',
      'e.DOCX': 'e',
      'photo.jpg': 'no',
      'notes.txt.bak': 'no',
      README: 'no',
    });
    expect(await pathsIn(folder)).toEqual([
      'Z.markdown',
      'a/deep/er/x.HTML',
      'a/z.md',
      'b.txt',
      'c.htm',
      'd.pdf',
      'e.DOCX',
    ]);
  });

  it('leaves out hidden files and folders, and sidecars', async () => {
    const folder = await corpusFolder({
      'a.txt': 'a',
      'a.meta.yaml': 'title: A',
      '.hidden.txt': 'no',
      '~$open.docx': 'no',
      '.git/notes.txt': 'no',
      'x.meta.json': '{}',
    });
    expect(await pathsIn(folder)).toEqual(['a.txt']);
  });

  it('counts the sidecar into bytes and time, and says where it is', async () => {
    const folder = await corpusFolder({ 'sub/a.txt': 'four', 'sub/b.txt': 'four', 'sub/a.meta.yaml': 'title: A' });
    const [withSidecar, without] = await listCorpusFiles(folder);
    expect(withSidecar).toMatchObject({ bytes: 12, sidecarPath: join(folder, 'sub/a.meta.yaml') });
    expect(without).toMatchObject({ bytes: 4, sidecarPath: null, absolutePath: join(folder, 'sub/b.txt') });
    expect(withSidecar?.modifiedMs).toBeGreaterThan(0);
  });

  it('follows a link inside the folder and leaves out links that lead out of it, break or loop', async () => {
    const outside = await corpusFolder({ 'secret.txt': 'secret', 'secret.yaml': 'title: Secret' });
    const folder = await corpusFolder({ 'real.txt': 'real', 'real/other.txt': 'other' });
    await symlink(join(folder, 'real.txt'), join(folder, 'inside.txt'));
    await symlink(join(outside, 'secret.txt'), join(folder, 'outside.txt'));
    await symlink(outside, join(folder, 'outside-folder'));
    await symlink(join(outside, 'secret.yaml'), join(folder, 'real.meta.yaml'));
    await symlink(join(folder, 'nowhere'), join(folder, 'broken.txt'));
    await symlink(folder, join(folder, 'real/loop'));
    await symlink(join(folder, 'self.txt'), join(folder, 'self.txt'));
    const files = await listCorpusFiles(folder);
    expect(files.map(({ path }) => path)).toEqual(['inside.txt', 'real.txt', 'real/other.txt']);
    expect(files.map(({ sidecarPath }) => sidecarPath)).toEqual([null, null, null]);
  });

  it('lists through a link to the corpus folder itself', async () => {
    const folder = await corpusFolder({ 'real/a.txt': 'a' });
    await symlink(join(folder, 'real'), join(folder, 'corpus'));
    expect(await pathsIn(join(folder, 'corpus'))).toEqual(['a.txt']);
  });

  it('takes a folder whose name ends in .txt for a folder', async () => {
    expect(await pathsIn(await corpusFolder({ 'folder.txt/a.txt': 'a' }))).toEqual(['folder.txt/a.txt']);
  });

  it.each([
    ['another ending', { 'a.txt': '1', 'a.md': '2' }],
    ['another case', { 'Truce.txt': '1', 'truce.txt': '2' }],
    ['another Unicode form of the same name', { 'caf\u00e9.txt': '1', 'cafe\u0301.txt': '2' }],
  ])('refuses two files that would be one document: %s', async (_, files) => {
    const failure = await listCorpusFiles(await corpusFolder(files)).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(CorpusError);
    for (const path of Object.keys(files)) expect((failure as CorpusError).message).toContain(path);
    expect((failure as CorpusError).remedy).toMatch(/rename/i);
  });

  it('refuses two sidecars for one file', async () => {
    const folder = await corpusFolder({ 'a.txt': 'a', 'a.meta.yaml': '', 'a.meta.json': '{}' });
    await expect(listCorpusFiles(folder)).rejects.toThrow('a.meta.yaml and a.meta.json');
  });

  it('says what to do when the folder is missing or is a file', async () => {
    const folder = await corpusFolder({ 'a.txt': 'a' });
    for (const path of [join(folder, 'missing'), join(folder, 'a.txt')]) {
      const failure = await listCorpusFiles(path).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(CorpusError);
      expect((failure as CorpusError).line).toContain(path);
      expect((failure as CorpusError).remedy).toContain('PARLEY_CORPUS_DIR');
    }
  });

  it('lists an empty folder as empty', async () => {
    expect(await pathsIn(await corpusFolder())).toEqual([]);
  });

  it('lists 5,000 files', async () => {
    const folder = await corpusFolder();
    for (let part = 0; part < 10; part += 1) {
      await mkdir(join(folder, `part-${part}`));
      const writes = Array.from({ length: 500 }, (_, index) =>
        writeFile(join(folder, `part-${part}/${index}.txt`), 'x'),
      );
      await Promise.all(writes);
    }
    const paths = await pathsIn(folder);
    expect(new Set(paths).size).toBe(5_000);
    expect(paths).toEqual(paths.toSorted());
  });
});
