import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeDurably } from '#src/embedding/durable-file.js';
import { cacheKeyOf, embedWithCache } from '#src/embedding/embed-with-cache.js';
import { openVectorCache, type VectorCache } from '#src/embedding/vector-cache.js';
import { EncoderError } from '#src/errors.js';
import { createFakeEncoder } from '../support/fake-encoder.js';
import { fakeVector } from '../support/fake-vector.js';

const dimensions = 8;
const someTexts = (count: number, word = 'truck') => Array.from({ length: count }, (_, index) => `${word} ${index}`);

const builtModule = (name: string) => JSON.stringify(new URL(`../../dist/embedding/${name}.js`, import.meta.url).href);

function expectVectors(matrix: Float32Array, texts: readonly string[]): void {
  expect(matrix).toHaveLength(texts.length * dimensions);
  texts.forEach((text, row) => {
    expect(matrix.subarray(row * dimensions, (row + 1) * dimensions)).toEqual(fakeVector(text, dimensions));
  });
}

describe('the cache of vectors', () => {
  let folder: string;
  let encoder: ReturnType<typeof createFakeEncoder>;
  let warnings: string[];

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'parley-cache-'));
    encoder = createFakeEncoder({ dimensions });
    warnings = [];
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  const open = (more: Partial<Parameters<typeof openVectorCache>[0]> = {}): Promise<VectorCache> =>
    openVectorCache({ folder, identity: encoder.identity, onWarning: (warning) => warnings.push(warning), ...more });
  const ownFolder = () => path.join(folder, `fake-${encoder.identity.hash.slice(0, 12)}`);
  const filesIn = async () => (await readdir(ownFolder())).toSorted();
  const embeddedTexts = () => encoder.calls.documents.flat();

  it('embeds only what it does not know, in this run and in the next', async () => {
    const texts = someTexts(30);
    expectVectors(await embedWithCache(encoder, await open(), texts), texts);
    expect(embeddedTexts()).toEqual(texts);

    const more = ['a new first one', ...texts.slice(5), 'and a new last one'];
    expectVectors(await embedWithCache(encoder, await open(), more), more);
    expect(embeddedTexts().slice(30)).toEqual(['a new first one', 'and a new last one']);
    expect(warnings).toEqual([]);
  });

  it('embeds equal texts once and gives each its vector', async () => {
    const texts = ['one', 'two', 'one', 'one', 'two'];
    const cache = await open();
    expectVectors(await embedWithCache(encoder, cache, texts), texts);
    expect(embeddedTexts()).toEqual(['one', 'two']);
    expect(cache.size).toBe(2);
    expect(cache.has(cacheKeyOf('one'))).toBe(true);
    expect(cache.has(cacheKeyOf('three'))).toBe(false);
  });

  it('takes no texts', async () => {
    expect(await embedWithCache(encoder, await open(), [])).toHaveLength(0);
  });

  it('reports how many texts are done, cached ones and copies included', async () => {
    const cache = await open();
    await embedWithCache(encoder, cache, someTexts(10));
    const seen: [number, number][] = [];
    await embedWithCache(encoder, cache, [...someTexts(40), ...someTexts(10)], {
      onProgress: (done, total) => seen.push([done, total]),
    });
    expect(seen[0]).toEqual([20, 50]);
    expect(seen.at(-1)).toEqual([50, 50]);
    const counts = seen.map(([done]) => done);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  });

  it('stops when told to and keeps the segments that are whole', async () => {
    const stop = new AbortController();
    const work = embedWithCache(encoder, await open(), someTexts(50), {
      signal: stop.signal,
      vectorsASegment: 20,
      onProgress: (done) => done >= 30 && stop.abort(new Error('enough')),
    });
    await expect(work).rejects.toThrow('enough');
    expect((await open()).size).toBe(20);
  });

  it('goes on where a killed process was', async () => {
    // Zero is as good as any vector here; the process is killed while its third segment is under way.
    const source = `
      import { openVectorCache } from ${builtModule('vector-cache')};
      import { embedWithCache } from ${builtModule('embed-with-cache')};
      const identity = ${JSON.stringify(encoder.identity)};
      let calls = 0;
      const embedMatrix = async (texts) => {
        calls += 1;
        if (calls === 3) { process.stdout.write('third'); await new Promise((resolve) => setTimeout(resolve, 60_000)); }
        return new Float32Array(texts.length * ${dimensions});
      };
      const cache = await openVectorCache({ folder: ${JSON.stringify(folder)}, identity });
      const texts = Array.from({ length: 50 }, (_, index) => 'truck ' + index);
      await embedWithCache({ identity, embedMatrix }, cache, texts, { vectorsASegment: 10 });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', source], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));

    await embedWithCache(encoder, await open(), someTexts(50));
    expect(embeddedTexts()).toEqual(someTexts(50).slice(20));
    expect(warnings).toEqual([]);
  });

  it('removes the partial files of dead processes and leaves those of living ones', async () => {
    await open();
    // Process 1 always lives; 4194304 is above every number that a process can have; the last is an earlier run of ours.
    for (const writer of ['1-5', '4194304-5', `${process.pid}-5`]) {
      await writeFile(path.join(ownFolder(), `a.vectors.${writer}.partial`), 'half');
    }
    await open();
    expect(await filesIn()).toEqual(['a.vectors.1-5.partial']);
  });

  it('never gives a wrong vector, whatever bit is flipped and wherever a file is cut', async () => {
    const texts = someTexts(12);
    await embedWithCache(encoder, await open(), texts, { vectorsASegment: 6 });
    const original = ownFolder();
    const names = await filesIn();
    expect(names).toHaveLength(2);
    const size = (await readFile(path.join(original, names[0] ?? ''))).length;
    const saved = path.join(folder, 'saved');
    await cp(original, saved, { recursive: true });

    const damage = fc.record({
      at: fc.integer({ min: 0, max: size - 1 }),
      bit: fc.integer({ min: 0, max: 7 }),
      cut: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ at, bit, cut }) => {
        await rm(original, { recursive: true });
        await cp(saved, original, { recursive: true });
        const victim = path.join(original, names[0] ?? '');
        const bytes = await readFile(victim);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        await writeFile(victim, cut ? bytes.subarray(0, at) : bytes);
        warnings = [];
        const before = embeddedTexts().length;
        expectVectors(await embedWithCache(encoder, await open(), texts), texts);
        expect(embeddedTexts().length - before).toBe(6);
        expect(warnings).toHaveLength(1);
        expect(warnings[0]).toContain(victim);
        expect(await filesIn()).not.toContain(names[0]);
      }),
      { numRuns: 150 },
    );
  });

  it("does not take another encoder's files", async () => {
    const other = createFakeEncoder({ dimensions, id: 'other' });
    await embedWithCache(other, await openVectorCache({ folder, identity: other.identity }), someTexts(3));
    const foreign = path.join(folder, `other-${other.identity.hash.slice(0, 12)}`);
    await mkdir(ownFolder());
    for (const name of await readdir(foreign)) await cp(path.join(foreign, name), path.join(ownFolder(), name));
    expect((await open()).size).toBe(0);
    expect(warnings[0]).toContain("another encoder's");
    await expect(embedWithCache(other, await open(), ['a'])).rejects.toBeInstanceOf(EncoderError);
  });

  it('gives the folder a name that every file system takes', async () => {
    const strange = createFakeEncoder({ dimensions, id: 'host:80/v1#a b/../c' });
    await openVectorCache({ folder, identity: strange.identity });
    expect(await readdir(folder)).toEqual([`host_80_v1_a_b_.._c-${strange.identity.hash.slice(0, 12)}`]);
  });

  it('joins small files when there are many, and loses nothing', async () => {
    const texts = someTexts(100);
    expectVectors(await embedWithCache(encoder, await open(), texts, { vectorsASegment: 2 }), texts);
    expect((await filesIn()).length).toBeLessThanOrEqual(32);
    const again = await open();
    expect(again.size).toBe(100);
    expectVectors(await embedWithCache(encoder, again, texts), texts);
    expect(embeddedTexts()).toHaveLength(100);
  });

  it('forgets what is not to be kept', async () => {
    const cache = await open();
    await embedWithCache(encoder, cache, someTexts(20), { vectorsASegment: 5 });
    const kept = ['truck 0', 'truck 6', 'truck 7', 'truck 15', 'truck 16', 'truck 17', 'truck 18', 'truck 19'];
    expect(await cache.prune(new Set(kept.map(cacheKeyOf)))).toBe(12);
    expect(await filesIn()).toHaveLength(3);
    for (const view of [cache, await open()]) {
      expect(view.size).toBe(8);
      expectVectors(await embedWithCache(encoder, view, kept), kept);
    }
    expect(embeddedTexts()).toHaveLength(20);
    expect(await cache.prune(new Set())).toBe(8);
    expect(await filesIn()).toEqual([]);
  });

  it('says in one line that no space is left, keeps what was whole, and leaves nothing half-written', async () => {
    let written = 0;
    const full = await open({
      writeFile: (target, content) =>
        writeDurably(
          target,
          (async function* () {
            for await (const piece of content) {
              written += piece.length;
              // Two files are 808 bytes; of the third, the head fits and the vectors do not.
              if (written > 1_100)
                throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
              yield piece;
            }
          })(),
        ),
    });
    const error: unknown = await embedWithCache(encoder, full, someTexts(40), { vectorsASegment: 5 }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(EncoderError);
    expect((error as EncoderError).line).toMatch(/no space left .*parley-cache-.*PARLEY_DATA_DIR/);
    expect((await filesIn()).every((name) => name.endsWith('.vectors'))).toBe(true);
    const rest = await open();
    expect(rest.size).toBe(10);
    expectVectors(await embedWithCache(encoder, rest, someTexts(40)), someTexts(40));
  });

  it('says which folder cannot be written', async () => {
    const file = path.join(folder, 'a-file');
    await writeFile(file, '');
    const error: unknown = await open({ folder: file }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(EncoderError);
    expect((error as EncoderError).message).toContain(file);
  });
});
