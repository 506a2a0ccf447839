import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { articleDocument, readGoldenQuestions } from '#src/golden-questions.js';
import { heldOutQuestionsFile } from '#src/project-files.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley-golden-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('golden questions', () => {
  it('that ship are about the article, and say where their answers stand', async () => {
    const questions = await readGoldenQuestions(heldOutQuestionsFile);
    expect(questions.length).toBeGreaterThan(200);
    expect(new Set(questions.map(({ document }) => document))).toEqual(new Set([articleDocument]));
    for (const { answerable, paragraphs } of questions) expect(answerable).toBe(paragraphs.length > 0);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
  });

  it.each([
    ['{"id":"a","question":"Who?","answerable":"yes"}', 'answerable'],
    ['not json', 'not JSON'],
    ['{"id":"a","question":"","answerable":true}', 'question'],
  ])('of a file with %s are refused with what is wrong and what to do', async (line, named) => {
    const file = path.join(folder, 'golden.jsonl');
    await writeFile(file, `${line}\n`);
    await expect(readGoldenQuestions(file)).rejects.toMatchObject({
      message: expect.stringContaining(named),
      remedy: expect.stringContaining('golden/'),
    });
  });

  it('of a file that is not there are refused with where it belongs', async () => {
    await expect(readGoldenQuestions(path.join(folder, 'none.jsonl'))).rejects.toMatchObject({
      remedy: expect.stringContaining('golden/'),
    });
  });
});
