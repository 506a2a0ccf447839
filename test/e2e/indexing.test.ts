import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createProject, type Project } from './parley-process.js';

let project: Project;
beforeEach(async () => {
  project = await createProject();
});
afterEach(() => project.remove());

async function runJson(args: readonly string[]): Promise<unknown> {
  const { code, stdout, stderr } = await project.run(args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.not.stringContaining('defect') });
  return JSON.parse(stdout);
}

interface IndexJson {
  readonly generation: string;
}

describe('the life of an index', () => {
  it('is preview, first build, nothing to do, a change, the history and a way back', async () => {
    const none = { added: [], changed: [], removed: [], unchanged: 0 };
    const article = 'syria-ceasefire-2016';
    expect(await runJson(['index', '--dry-run', '--json'])).toMatchObject({
      published: false,
      dryRun: true,
      generation: null,
      documents: { ...none, added: [article] },
    });
    expect(await runJson(['generations', '--json'])).toEqual([]);

    const first = (await runJson(['index', '--json'])) as IndexJson;
    expect(first).toMatchObject({
      collection: 'shared',
      published: true,
      dryRun: false,
      skipped: [],
      documents: { ...none, added: [article] },
    });
    expect(await runJson(['index', '--json'])).toMatchObject({
      generation: first.generation,
      published: false,
      embedded: 0,
      documents: { ...none, unchanged: 1 },
    });

    await writeFile(path.join(project.corpus, 'second.txt'), 'The second document is about lighthouses.');
    await writeFile(path.join(project.corpus, 'broken.txt'), Buffer.from([0xff, 0xfe, 0xfd, 0x80]));
    const run = await project.run(['index']);
    expect(run).toMatchObject({ code: 0, stdout: expect.stringContaining('  added: second\n') });
    expect(run.stderr).toMatch(/^warn: Skipped broken\.txt: .+\n$/u);

    const history = (await runJson(['generations', '--json'])) as { id: string; live: boolean; sound: boolean }[];
    expect(history).toMatchObject([
      { live: true, sound: true, counts: { documents: 2 } },
      { id: first.generation, live: false, sound: true, counts: { documents: 1 } },
    ]);
    expect((await project.run(['generations'])).stdout.split('\n')[0]).toContain(`live  ${history[0]?.id}`);

    expect((await project.run(['text', 'second'])).stdout).toBe('The second document is about lighthouses.');
    expect(await project.run(['rollback'])).toEqual({
      code: 0,
      stdout: `Generation ${first.generation} is live.\n`,
      stderr: '',
    });
    expect(await project.run(['text', 'second'])).toEqual({
      code: 1,
      stdout: '',
      stderr: 'There is no document “second”. There are: syria-ceasefire-2016.\n',
    });
    expect(await project.run(['rollback', 'nonsense'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('There are:'),
    });
  }, 60_000);

  it('gives a text byte for byte, and names the documents like a wrong one', async () => {
    await project.run(['index']);
    const { stdout } = await project.run(['text', 'syria-ceasefire-2016']);
    expect(stdout).toBe(await readFile(path.resolve('corpus/syria-ceasefire-2016.txt'), 'utf8'));
    const { code, stderr } = await project.run(['text', 'syria-ceasefire']);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: 'There is no document “syria-ceasefire”. Did you mean syria-ceasefire-2016?\n',
    });
  });

  it('is not needed for a first question: it is built on the way', async () => {
    const { code, stdout, stderr } = await project.run(['ask', 'How long did the talks last?', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'answered' });
    expect(stderr).toMatch(/^There is no index yet: building it\.\n[\s\S]*Indexed 1 document in /u);
  });

  it('is needed for a text, and the way to it is named', async () => {
    expect(await project.run(['text', 'x'])).toEqual({
      code: 1,
      stdout: '',
      stderr: 'There is no index yet. Run `npx parley index` first.\n',
    });
  });

  it('refuses a collection that there is not', async () => {
    const { code, stderr } = await project.run(['index', '--collection', 'other']);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'There is no collection “other”. Give “shared”, or guild-ID with the id of a Discord server.\n',
    });
  });

  it('refuses a corpus without documents in one line', async () => {
    const empty = await createProject({ withArticle: false });
    const { code, stdout, stderr } = await empty.run(['index']);
    await empty.remove();
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toContain('npx parley index');
  });
});

describe('an indexing run that takes long', () => {
  it('keeps others out, says so, and ends in good order on Ctrl-C', async () => {
    for (let document = 0; document < 60; document++) {
      const sentences = Array.from(
        { length: 30 },
        (_, line) => `Delegation ${document} raised point ${line} about the harbour of Port ${document * 31 + line}.`,
      );
      await writeFile(path.join(project.corpus, `long-${document}.txt`), sentences.join('\n\n'));
    }
    const running = project.start(['index']);
    let seen = '';
    for await (const [piece] of onData(running.child.stderr)) {
      seen += piece;
      if (seen.includes('Embedding')) break;
    }
    const second = await project.run(['index']);
    expect(second.code).toBe(1);
    expect(second.stderr).toMatch(/^The index is being built by npx parley index \(process \d+ on .+\n$/u);

    running.child.kill('SIGINT');
    const { code, stdout, stderr } = await running.ended;
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
    expect(stderr).toContain('Stopped; nothing was published');
    expect(await project.run(['generations', '--json'])).toMatchObject({ code: 0, stdout: '[]\n' });
    expect(await readdir(path.join(project.data, 'collections/shared'))).not.toContain('build.lock');
  }, 60_000);
});

/** Pieces of a stream as they come. */
async function* onData(stream: NodeJS.ReadableStream): AsyncGenerator<readonly [string]> {
  for (;;) yield (await once(stream, 'data')) as [string];
}
