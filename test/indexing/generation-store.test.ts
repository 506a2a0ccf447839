import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { GenerationError } from '#src/errors.js';
import { openGenerationStore } from '#src/indexing/generation-store.js';
import { madeUpDocument, madeUpDocuments, madeUpModel } from './made-up-documents.js';
import { buildMadeUp, publishMadeUp } from './publish-made-up.js';
import { temporaryFolder } from './temporary-folder.js';

/** A store with `count` generations of one document each, oldest first. */
async function storeWith(count: number, keep?: number) {
  const folder = await temporaryFolder();
  const warnings: string[] = [];
  const ids: string[] = [];
  for (let generation = 1; generation <= count; generation++) {
    const sentences = [`This is generation number ${generation}.`];
    ids.push(await publishMadeUp(folder, [madeUpDocument('text', [{ kind: 'body', sentences }])]));
  }
  const store = openGenerationStore({
    folder,
    onWarning: (line) => warnings.push(line),
    ...(keep === undefined ? {} : { keep }),
  });
  return {
    folder,
    store,
    ids: ids as readonly string[],
    warnings,
    inFolder: (id = '') => path.join(folder, 'generations', id),
  };
}

const textOf = (generation: { readonly documents: readonly { readonly text: string }[] } | null) =>
  generation?.documents[0]?.text;

/** Changes a manifest and signs it again, as another version of Parley would have written it. */
async function rewriteManifest(folder: string, changes: object): Promise<void> {
  const file = path.join(folder, 'manifest.json');
  const { sha256: _, ...manifest } = { ...JSON.parse(await readFile(file, 'utf8')), ...changes };
  const sha256 = createHash('sha256').update(JSON.stringify(manifest)).digest('hex');
  await writeFile(file, `${JSON.stringify({ ...manifest, sha256 }, null, 2)}\n`);
}

async function errorOf(promise: Promise<unknown>): Promise<GenerationError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof GenerationError)) throw new Error(`expected a GenerationError, got ${String(error)}`);
  expect(error.line).not.toContain('\n');
  return error;
}

describe('the store of generations', () => {
  it('has nothing live before the first publication', async () => {
    const { store } = await storeWith(0);
    expect(await store.live()).toBeNull();
    expect(await store.loadLive()).toBeNull();
    expect(await store.history()).toEqual([]);
    expect(await store.prune()).toEqual([]);
    expect((await errorOf(store.rollback())).line).toContain('npx parley index');
  });

  it('serves what was published last', async () => {
    const { store, ids, warnings } = await storeWith(3);
    expect(await store.live()).toBe(ids[2]);
    expect(textOf(await store.loadLive())).toBe('This is generation number 3.');
    expect(textOf(await store.load(ids[0] ?? ''))).toBe('This is generation number 1.');
    expect(warnings).toEqual([]);
  });

  it('does not serve a build that was not published', async () => {
    const { folder, store, ids } = await storeWith(1);
    await buildMadeUp(folder, madeUpDocuments(2, 2));
    expect((await store.loadLive())?.id).toBe(ids[0]);
    expect(await store.history()).toHaveLength(1);
  });

  it('lists its history, newest first, and says what is damaged', async () => {
    const { store, ids, inFolder } = await storeWith(3);
    await rm(path.join(inFolder(ids[1]), 'terms.bin'));
    await writeFile(path.join(inFolder(ids[0]), 'manifest.json'), '{}');
    const [newest, middle, oldest] = await store.history();
    expect(newest).toMatchObject({
      id: ids[2],
      live: true,
      sound: true,
      fault: null,
      counts: { documents: 1, chunks: 1 },
    });
    expect(Date.parse(newest?.createdAt ?? '')).toBeGreaterThan(0);
    expect(middle).toMatchObject({
      id: ids[1],
      live: false,
      sound: false,
      fault: expect.stringContaining('terms.bin is missing'),
    });
    expect(oldest).toMatchObject({ id: ids[0], sound: false, createdAt: null, counts: null });
    expect((await store.history({ checksums: false }))[1]).toMatchObject({ sound: true });
  });

  it('rolls back to the generation before, again and again, and forward by name', async () => {
    const { store, ids } = await storeWith(3);
    expect(await store.rollback()).toBe(ids[1]);
    expect(textOf(await store.loadLive())).toBe('This is generation number 2.');
    expect(await store.rollback()).toBe(ids[0]);
    const { line } = await errorOf(store.rollback());
    for (const id of ids) expect(line).toContain(id);
    expect(line).toContain(`${ids[0]} (live)`);
    expect(await store.rollback(ids[2])).toBe(ids[2]);
    expect(textOf(await store.loadLive())).toBe('This is generation number 3.');
  });

  it('does not roll back to what is unknown or damaged, and lists what there is', async () => {
    const { store, ids, inFolder, warnings } = await storeWith(3);
    for (const unknown of ['20200101-000000-0000', '../generations', '', 'live']) {
      const { line } = await errorOf(store.rollback(unknown));
      for (const id of ids) expect(line).toContain(id);
      expect((await errorOf(store.load(unknown))).line).toContain(ids[0]);
    }
    await rm(path.join(inFolder(ids[1]), 'texts.bin'));
    expect((await errorOf(store.rollback(ids[1]))).line).toContain('texts.bin is missing');
    expect(await store.live()).toBe(ids[2]);
    expect(await store.rollback()).toBe(ids[0]);
    expect(warnings.join()).toContain(ids[1]);
  });

  it('prunes to the newest ones and the live one, and sweeps up dead builds', async () => {
    const { folder, store, ids, inFolder } = await storeWith(6, 3);
    await store.rollback(ids[1]);
    await mkdir(path.join(folder, 'building', '20200101-000000-0000'), { recursive: true });
    await writeFile(path.join(folder, 'building', '20200101-000000-0000', 'rows.bin'), 'half');
    expect(await store.prune()).toEqual([ids[0], ids[2]]);
    expect((await readdir(inFolder())).toSorted()).toEqual([ids[1], ids[3], ids[4], ids[5]]);
    expect(await readdir(folder)).not.toContain('building');
    expect(textOf(await store.loadLive())).toBe('This is generation number 2.');
    expect(await store.prune()).toEqual([]);
  });

  it('loads a build that is not published, and removes it', async () => {
    const { folder, store, ids } = await storeWith(1);
    const { id } = await buildMadeUp(folder, madeUpDocuments(2, 2));
    expect(await store.loadBuild(id)).toMatchObject({ id, documents: [{ id: 'document-0' }, { id: 'document-1' }] });
    await errorOf(store.loadBuild(id, { model: { ...madeUpModel, hash: 'other' } }));
    await store.discardBuild(id);
    await store.discardBuild(id);
    await errorOf(store.loadBuild(id));
    expect(await store.live()).toBe(ids[0]);
  });

  it('publishes, loads, searches and rolls back a generation of no documents', async () => {
    const { folder, store, ids } = await storeWith(1);
    const empty = await publishMadeUp(folder, [], { previous: await store.loadLive() });
    const generation = await store.loadLive();
    expect(generation).toMatchObject({ id: empty, chunkCount: 0, paragraphCount: 0, documents: [] });
    expect(generation?.vectors.search(new Float32Array(madeUpModel.dimensions), 3)).toEqual([]);
    expect(generation?.terms.score(['generation']).touched).toHaveLength(0);
    expect(generation?.terms.idf('generation')).toBeGreaterThan(0);
    await publishMadeUp(folder, madeUpDocuments(1, 2), { previous: generation });
    expect(await store.rollback()).toBe(empty);
    expect(await store.earlier()).toBe(ids[0]);
    expect((await store.history()).every(({ sound }) => sound)).toBe(true);
  });

  // A generation that was renamed into its place, and never named as the live one, once stayed in the history for ever:
  // the next rollback could have made it live.
  it('mends a publication that died between its two renames: the generation that never served goes', async () => {
    const { folder, store, ids, inFolder } = await storeWith(2);
    await publishMadeUp(folder, madeUpDocuments(1, 1));
    const [dead] = await store.history();
    await writeFile(path.join(folder, 'live'), `${ids[1]}\n`);
    await writeFile(path.join(folder, 'publishing'), `${dead?.id}\n`);
    await writeFile(path.join(folder, 'live.new'), 'half');
    expect(await store.mend()).toBe(ids[1]);
    expect((await readdir(inFolder())).toSorted()).toEqual(ids);
    expect((await readdir(folder)).toSorted()).toEqual(['generations', 'live']);
    expect(await store.mend()).toBe(ids[1]);
  });

  it.each(['rollback', 'publish'])('mends it before the next %s as well', async (next) => {
    const { folder, store, ids } = await storeWith(2);
    const dead = await publishMadeUp(folder, madeUpDocuments(1, 1));
    await writeFile(path.join(folder, 'live'), `${ids[1]}\n`);
    await writeFile(path.join(folder, 'publishing'), `${dead}\n`);
    if (next === 'rollback') await store.rollback(ids[0]);
    else await publishMadeUp(folder, madeUpDocuments(1, 2));
    expect((await store.history()).map(({ id }) => id)).not.toContain(dead);
    expect(await readdir(folder)).not.toContain('publishing');
  });

  it('names the first generation when its publication died before it did', async () => {
    const { folder, store, ids } = await storeWith(1);
    await rm(path.join(folder, 'live'));
    expect(await store.mend()).toBe(ids[0]);
    expect(await store.live()).toBe(ids[0]);
  });

  it('keeps five when nobody says how many', async () => {
    const { store, ids } = await storeWith(7);
    expect(await store.prune()).toEqual(ids.slice(0, 2));
  });

  it('prefers an older generation to a newer one in place of a damaged live one', async () => {
    const { store, ids, inFolder, warnings } = await storeWith(3);
    await store.rollback(ids[1]);
    await rm(path.join(inFolder(ids[1]), 'rows.bin'));
    expect((await store.loadLive())?.id).toBe(ids[0]);
    await rm(path.join(inFolder(ids[0]), 'rows.bin'));
    expect((await store.loadLive())?.id).toBe(ids[2]);
    expect(warnings.join('\n')).toContain(`${ids[2]} serves in its place`);
  });

  it.each([
    ['missing', null],
    ['empty', ''],
    ['garbled', '2026 /../x\n'],
    ['a name that is gone', '20200101-000000-0000\n'],
  ])('serves the newest generation when the pointer to the live one is %s', async (_, content) => {
    const { folder, store, ids, warnings } = await storeWith(2);
    await rm(path.join(folder, 'live'));
    if (content !== null) await writeFile(path.join(folder, 'live'), content);
    expect((await store.loadLive())?.id).toBe(ids[1]);
    expect(warnings.join()).toContain('npx parley index');
  });

  // The first publication has no pointer yet between its two renames; a kill there once looked like damage.
  it('serves the only generation when the first publication died before it named it', async () => {
    const { folder, store, ids, warnings } = await storeWith(1);
    await rm(path.join(folder, 'live'));
    expect((await store.loadLive())?.id).toBe(ids[0]);
    expect(warnings).toEqual([]);
  });

  it('warns when the file that names the live one of several is gone', async () => {
    const { folder, store, ids, warnings } = await storeWith(2);
    await rm(path.join(folder, 'live'));
    expect((await store.loadLive())?.id).toBe(ids[1]);
    expect(warnings.join()).toContain('names none');
  });

  it('says so in one line when no generation is sound', async () => {
    const { store, ids, inFolder } = await storeWith(2);
    for (const id of ids) await rm(path.join(inFolder(id), 'rows.bin'));
    const { line } = await errorOf(store.loadLive());
    expect(line).toContain(ids[1]);
    expect(line).toContain('npx parley index');
  });

  it.each([0, 2, 99])('refuses format %i with the command that mends it', async (format) => {
    const { store, ids, inFolder, warnings } = await storeWith(2);
    await rewriteManifest(inFolder(ids[1]), { format });
    const { line } = await errorOf(store.loadLive());
    expect(line).toContain(`has format ${format}`);
    expect(line).toContain('`npx parley index`');
    expect(warnings).toEqual([]);
    expect((await store.history())[0]).toMatchObject({ sound: false });
  });

  it('refuses a generation of another model, naming both and the command', async () => {
    const { store } = await storeWith(2);
    expect(await store.loadLive({ model: madeUpModel })).not.toBeNull();
    for (const other of [{ id: 'other-encoder' }, { hash: 'ffff00001111' }, { dimensions: 32 }]) {
      const model = { ...madeUpModel, ...other };
      const { line } = await errorOf(store.loadLive({ model }));
      expect(line).toContain(madeUpModel.id);
      expect(line).toContain(model.id);
      expect(line).toContain(model.hash.slice(0, 12));
      expect(line).toContain('`npx parley index`');
    }
  });
});
