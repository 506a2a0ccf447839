import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createProject, type Ended, type Project } from './parley-process.js';

let project: Project;
let live: string;
let generation: string;

beforeEach(async () => {
  project = await createProject();
  expect((await project.run(['index'])).code).toBe(0);
  const shared = path.join(project.data, 'collections', 'shared');
  live = (await readFile(path.join(shared, 'live'), 'utf8')).trim();
  generation = path.join(shared, 'generations', live);
});
afterEach(() => project.remove());

const integrity = (environment = {}): Promise<Ended> => project.run(['integrity'], { environment });

/** One byte in the midst of a file becomes another. */
async function damage(file: string): Promise<void> {
  const bytes = await readFile(file);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 0xff;
  await writeFile(file, bytes);
}

describe('a data folder', () => {
  it('is sound as it was made, and so is a backup of it, whatever happens to it afterwards', async () => {
    expect(await integrity()).toMatchObject({
      code: 0,
      stdout: 'Sound: the state and 1 generation of 1 collection.\n',
    });
    const backup = path.join(project.folder, 'backup');
    const made = await project.run(['backup', backup]);
    expect(made).toMatchObject({ code: 0, stdout: expect.stringContaining('1 generation of 1 collection are in') });
    expect(await project.run(['backup', backup])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('is there'),
    });
    await rm(project.data, { recursive: true });
    expect((await integrity({ PARLEY_DATA_DIR: backup })).code).toBe(0);
    const asked = await project.run(['ask', 'How long did the talks last?'], {
      environment: { PARLEY_DATA_DIR: backup },
    });
    expect(asked).toMatchObject({ code: 0, stdout: expect.stringContaining('15 hours') });
  }, 60_000);

  it('is not sound when any file of a generation is not as it was written', async () => {
    const files = await readdir(generation);
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) {
      const whole = await readFile(path.join(generation, file));
      await damage(path.join(generation, file));
      const { code, stdout } = await integrity();
      expect(code, file).toBe(1);
      expect(stdout, file).toMatch(/^shared: the live generation \S+ is damaged: .+\. Run `npx parley rollback/u);
      await writeFile(path.join(generation, file), whole);
    }
    expect((await integrity()).code).toBe(0);
  }, 120_000);

  it('is not sound when the live generation is missing, or the state is damaged', async () => {
    await rm(generation, { recursive: true });
    expect(await integrity()).toMatchObject({
      code: 1,
      stdout: `shared: the live generation ${live} is missing. Run \`npx parley rollback --collection shared\`, or index again.\n`,
    });
    await writeFile(path.join(project.data, 'state.sqlite'), 'This is no database, though it has its name.');
    const { code, stderr } = await integrity();
    expect(code).toBe(1);
    expect(stderr).toMatch(/state\.sqlite .+ put a backup in its place/u);
  }, 60_000);
});
