import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readGoldenSet } from '#src/evaluating/golden-set.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley-golden-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function read(...lines: readonly object[]) {
  const file = path.join(folder, 'set.jsonl');
  await writeFile(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return readGoldenSet(file);
}

describe('a golden set', () => {
  it('of those that ship can be read', async () => {
    const practice = (await readdir('golden/practice')).filter((name) => name.endsWith('.jsonl'));
    for (const file of ['held-out.jsonl', 'tuning.jsonl', ...practice.map((name) => path.join('practice', name))]) {
      expect((await readGoldenSet(path.join('golden', file))).length, file).toBeGreaterThan(5);
    }
  });

  it('has one right answer or several', async () => {
    const about = { id: 'a', question: 'Who?', answerable: true, paragraphs: [2] };
    const [one, several, none] = await read(
      { ...about, keyWords: ['Kerry', 'left'] },
      { ...about, keyWordsAny: [['Kerry'], ['Lavrov']], document: 'other' },
      { id: 'b', question: 'When?', answerable: false },
    );
    expect(one).toMatchObject({ keyWords: [['Kerry', 'left']], document: null });
    expect(several).toMatchObject({ keyWords: [['Kerry'], ['Lavrov']], document: 'other' });
    expect(none).toMatchObject({ paragraphs: [], keyWords: [] });
  });

  it('is refused with the line and what is wrong', async () => {
    const fine = { id: 'a', question: 'Who?', answerable: true, paragraphs: [2] };
    await expect(read(fine, { ...fine, paragraphs: [] })).rejects.toThrow(/line 2 .*paragraphs/u);
    await expect(read({ ...fine, answerable: 'yes' })).rejects.toThrow(/line 1 .*answerable/u);
    await expect(readGoldenSet(path.join(folder, 'none.jsonl'))).rejects.toMatchObject({
      remedy: expect.stringContaining('golden/held-out.jsonl'),
    });
  });
});
