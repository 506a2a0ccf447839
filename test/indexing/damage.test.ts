import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DamageError } from '#src/indexing/damage-error.js';
import { openGenerationStore } from '#src/indexing/generation-store.js';
import { decodeManifest, fileNames } from '#src/indexing/manifest.js';
import { madeUpDocument, madeUpDocuments } from './made-up-documents.js';
import { publishMadeUp } from './publish-made-up.js';

let folder: string;
let older: string;
let live: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley-damage-'));
  older = await publishMadeUp(folder, [
    madeUpDocument('text', [{ kind: 'body', sentences: ['The older one serves.'] }]),
  ]);
  live = await publishMadeUp(folder, madeUpDocuments(30, 30));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function flipped(content: Buffer, at: number, bit: number): Buffer {
  const changed = Buffer.from(content);
  changed.writeUInt8(changed.readUInt8(at) ^ (1 << bit), at);
  return changed;
}

/** Ways to damage a file; `null` deletes it. */
function damages(content: Buffer): readonly (readonly [what: string, damaged: Buffer | null])[] {
  const places = [0, 1, 5, 16, 24, Math.floor(content.length / 3), Math.floor(content.length / 2), content.length - 1];
  return [
    ...places.map((at, turn) => [`bit ${turn % 8} of byte ${at} flipped`, flipped(content, at, turn % 8)] as const),
    ['cut in half', content.subarray(0, content.length / 2)],
    ['one byte short', content.subarray(0, -1)],
    ['one byte too long', Buffer.concat([content, Buffer.of(0)])],
    ['empty', Buffer.alloc(0)],
    ['deleted', null],
  ];
}

describe('damage to the live generation', () => {
  it.each([...Object.values(fileNames), 'manifest.json'])(
    'in %s is found, and the older generation serves',
    async (name) => {
      const file = path.join(folder, 'generations', live, name);
      const content = await readFile(file);
      for (const [what, damaged] of damages(content)) {
        if (damaged === null) await rm(file);
        else await writeFile(file, damaged);
        const warnings: string[] = [];
        const store = openGenerationStore({ folder, onWarning: (line) => warnings.push(line) });
        const generation = await store.loadLive();
        expect(generation?.id, `${name} ${what}`).toBe(older);
        expect(generation?.documents[0]?.text).toBe('The older one serves.');
        expect(warnings).toHaveLength(1);
        for (const fact of [live, name, older, 'npx parley index', 'npx parley rollback'])
          expect(warnings[0]).toContain(fact);
        expect((await store.history()).map(({ sound }) => sound)).toEqual([false, true]);
      }
      await writeFile(file, content);
      const store = openGenerationStore({ folder, onWarning: (line) => expect.fail(line) });
      expect((await store.loadLive())?.id).toBe(live);
    },
  );

  it('in any byte of the manifest is found', async () => {
    const content = await readFile(path.join(folder, 'generations', live, 'manifest.json'));
    expect(() => decodeManifest(content.toString('utf8'), live)).not.toThrow();
    for (let at = 0; at < content.length; at++) {
      for (const bit of [0, 4, 5]) {
        expect(() => decodeManifest(flipped(content, at, bit).toString('utf8'), live)).toThrow(DamageError);
      }
    }
  });

  it('is found when a whole generation takes the place of another', async () => {
    const swapped = await mkdtemp(path.join(os.tmpdir(), 'parley-damage-'));
    await cp(folder, swapped, { recursive: true });
    await rm(path.join(swapped, 'generations', live), { recursive: true });
    await cp(path.join(swapped, 'generations', older), path.join(swapped, 'generations', live), { recursive: true });
    const warnings: string[] = [];
    const store = openGenerationStore({ folder: swapped, onWarning: (line) => warnings.push(line) });
    expect((await store.loadLive())?.id).toBe(older);
    expect(warnings).toHaveLength(1);
    await rm(swapped, { recursive: true, force: true });
  });
});
