import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findCorpusDrift } from '#src/corpus-drift.js';
import type { Generation } from '#src/types.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley-drift-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A generation that was made of files, by name, of one byte and of time 1,000. */
function madeOf(...names: readonly string[]): Generation {
  return { documents: names.map((name) => ({ source: { path: name, bytes: 1, modifiedMs: 1000 } })) } as never;
}

async function write(name: string, text = 'x', seconds = 1): Promise<void> {
  await writeFile(path.join(folder, name), text);
  await utimes(path.join(folder, name), seconds, seconds);
}

describe('the files of a corpus', () => {
  it('are counted where they differ from what was indexed', async () => {
    await write('same.txt');
    await write('longer.txt', 'xx');
    await write('new.txt');
    const drift = await findCorpusDrift(folder, madeOf('same.txt', 'longer.txt', 'gone.txt'));
    expect(drift).toMatchObject({ added: 1, changed: 1, removed: 1 });
    expect(await findCorpusDrift(folder, madeOf('same.txt'))).toMatchObject({ added: 2 });
  });

  it('that do not differ are no drift', async () => {
    await write('same.txt');
    expect(await findCorpusDrift(folder, madeOf('same.txt'))).toBeNull();
  });

  it('have a fingerprint of their own, whatever they are compared with', async () => {
    await write('one.txt');
    const fingerprint = async (...names: string[]) => (await findCorpusDrift(folder, madeOf(...names)))?.fingerprint;
    const first = await fingerprint();
    expect(await fingerprint('other.txt')).toBe(first);
    await write('one.txt', 'x', 2);
    const touched = await fingerprint();
    expect(touched).not.toBe(first);
    await write('two.txt');
    expect(await fingerprint()).not.toBe(touched);
    await rm(path.join(folder, 'two.txt'));
    await write('one.txt');
    expect(await fingerprint()).toBe(first);
  });
});
