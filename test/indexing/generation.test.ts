import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { openGenerationStore } from '#src/indexing/generation-store.js';
import { loadGeneration } from '#src/indexing/load-generation.js';
import { parsedDocumentOf } from '#src/indexing/parsed-document-of.js';
import type { Generation, ParsedDocument } from '#src/types.js';
import { type MadeUpParagraph, madeUpDocument, madeUpDocuments, madeUpModel, vectorsFor } from './made-up-documents.js';
import { buildMadeUp, publishMadeUp } from './publish-made-up.js';
import { temporaryFolder } from './temporary-folder.js';

async function builtAndLoaded(documents: readonly ParsedDocument[]): Promise<Generation> {
  return loadGeneration((await buildMadeUp(await temporaryFolder(), documents)).folder, madeUpModel);
}

/** Everything in `documents` is found again in the generation, row by row. */
function expectSame(generation: Generation, documents: readonly ParsedDocument[]): void {
  expect(generation.documents.map((_, row) => parsedDocumentOf(generation, row))).toEqual(documents);
  expect(generation.documents.map(({ length }) => length)).toEqual(
    documents.map(({ document }) => document.text.length),
  );
  const chunks = documents.flatMap((document) => document.chunks);
  expect(generation.chunkCount).toBe(chunks.length);
  expect(generation.sentenceCount).toBe(documents.flatMap(({ sentences }) => sentences).length);
  expect(generation.paragraphCount).toBe(documents.flatMap(({ paragraphs }) => paragraphs).length);
  const vectors = vectorsFor(documents, madeUpModel.dimensions);
  for (const [row, { text }] of chunks.entries()) {
    const { paragraph, start, end } = generation.chunk(row);
    const { document, firstChunk, endChunk } = generation.paragraph(paragraph);
    expect(generation.documents[document]?.text.slice(start, end)).toBe(text);
    expect(row).toBeGreaterThanOrEqual(firstChunk);
    expect(row).toBeLessThan(endChunk);
    expect(generation.vector(row)).toEqual(vectors.subarray(row * 16, (row + 1) * 16));
  }
}

const sentence = fc.oneof(
  fc.string({ minLength: 1, maxLength: 20, unit: 'binary' }),
  fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }),
  fc.constantFrom('A half pair \ud83d stands here.', '\ufeffNot a mark.', 'Zürich — 2016 🕊', '\0'),
);
const paragraph: fc.Arbitrary<MadeUpParagraph> = fc.record({
  kind: fc.constantFrom('body', 'caption', 'heading', 'promotion', 'notice'),
  sentences: fc.array(sentence, { maxLength: 4 }),
});
const corpus = fc
  .array(fc.array(paragraph, { maxLength: 6 }), { maxLength: 4 })
  .map((documents) => documents.map((paragraphs, row) => madeUpDocument(`document-${row}`, paragraphs)));

const moment = Date.UTC(2026, 10, 24, 15, 30, 12, 345);

describe('a generation', () => {
  it('gives back every document, paragraph, sentence, chunk and vector that went in', async () => {
    await fc.assert(
      fc.asyncProperty(corpus, async (documents) => {
        expectSame(await builtAndLoaded(documents), documents);
      }),
      { numRuns: 40 },
    );
  });

  it('says in its manifest what it is', async () => {
    const documents = madeUpDocuments(3, 5);
    const { id, folder } = await buildMadeUp(await temporaryFolder(), documents, { now: () => moment });
    expect(id).toMatch(/^20261124-153012-[0-9a-f]{4}$/);
    const { manifest, terms } = await loadGeneration(folder);
    expect(manifest).toMatchObject({
      format: 1,
      id,
      collection: 'shared',
      createdAt: '2026-11-24T15:30:12.345Z',
      model: madeUpModel,
      space: 'cosine',
      vectorIndex: { kind: 'exact' },
      counts: { documents: 3, paragraphs: 15, terms: terms.termCount },
    });
    expect(Object.keys(manifest.files).toSorted()).toEqual(
      (await readdir(folder)).filter((name) => name !== 'manifest.json').toSorted(),
    );
  });

  it('has the same corpus hash for the same documents, whenever they were copied', async () => {
    const documents = madeUpDocuments(3, 5);
    const copied = documents.map((parsed) => ({
      ...parsed,
      document: { ...parsed.document, source: { ...parsed.document.source, modifiedMs: 1 } },
    }));
    const hashes = await Promise.all(
      [documents, copied, madeUpDocuments(3, 5, 2)].map(
        async (corpusOf) => (await builtAndLoaded(corpusOf)).manifest.corpusHash,
      ),
    );
    expect(hashes[1]).toBe(hashes[0]);
    expect(hashes[2]).not.toBe(hashes[0]);
  });

  it('refuses rows that do not exist', async () => {
    const generation = await builtAndLoaded(madeUpDocuments(1, 3));
    for (const row of [-1, 3, 0.5, Number.NaN]) expect(() => generation.paragraph(row)).toThrow(RangeError);
    expect(() => generation.chunk(generation.chunkCount)).toThrow(RangeError);
    expect(() => generation.sentence(-1)).toThrow(RangeError);
    expect(() => parsedDocumentOf(generation, 1)).toThrow(RangeError);
  });

  it('is not built from spans that are no slices of the text, or vectors that are no unit vectors', async () => {
    const folder = await temporaryFolder();
    const [parsed] = madeUpDocuments(1, 4);
    if (parsed === undefined) throw new Error('there is one document');
    const shifted = { ...parsed, sentences: parsed.sentences.map((span) => ({ ...span, start: span.start + 1 })) };
    await expect(buildMadeUp(folder, [shifted])).rejects.toThrow(/a sentence at .* is not a slice/);
    const reversed = { ...parsed, chunks: parsed.chunks.toReversed() };
    await expect(buildMadeUp(folder, [reversed])).rejects.toThrow(/in the order of their paragraphs/);
    const vectors = vectorsFor([parsed], 16);
    for (const wrong of [Number.NaN, 2]) {
      await expect(buildMadeUp(folder, [parsed], { vectors: vectors.with(5, wrong) })).rejects.toThrow(
        /must have length 1/,
      );
    }
    await expect(buildMadeUp(folder, [parsed], { vectors: vectors.slice(16) })).rejects.toThrow(/numbers/);
    expect(await readdir(path.join(folder, 'building'))).toEqual([]);
  });

  it('leaves nothing behind when its build is called off, and reports progress until then', async () => {
    const folder = await temporaryFolder();
    const controller = new AbortController();
    const stages: string[] = [];
    const build = buildMadeUp(folder, madeUpDocuments(30, 30), {
      signal: controller.signal,
      onProgress({ stage, done, total }) {
        expect(done).toBeLessThanOrEqual(total);
        stages.push(stage);
        if (stage === 'graph') controller.abort(new Error('called off'));
      },
    });
    await expect(build).rejects.toThrow('called off');
    expect(stages[0]).toBe('terms');
    expect(stages).not.toContain('files');
    expect(await readdir(path.join(folder, 'building'))).toEqual([]);
  });
});

describe('a generation with a graph', () => {
  const documents = madeUpDocuments(30, 30);
  // The same documents, one gone, one changed in a paragraph, two new at the front.
  const changed = [...madeUpDocuments(2, 10, 7), ...documents.filter((_, row) => row !== 4)].map((parsed, row) =>
    row === 12
      ? madeUpDocument(parsed.document.id, [{ kind: 'body', sentences: ['Something else stands here.'] }])
      : parsed,
  );
  let chunks = 0;
  beforeAll(() => {
    chunks = documents.flatMap((parsed) => parsed.chunks).length;
    expect(chunks).toBeGreaterThan(1000);
  });

  it('finds the same neighbours as a full comparison, built anew or from the one before', async () => {
    const folder = await temporaryFolder();
    const store = openGenerationStore({ folder, onWarning: (line) => expect.fail(line) });
    const first = await store.load(await publishMadeUp(folder, documents));
    expect(first.manifest.vectorIndex).toMatchObject({ kind: 'hnsw' });
    expectSame(first, documents);
    const added: number[] = [];
    const id = await publishMadeUp(folder, changed, {
      previous: first,
      onProgress: ({ stage, total }) => stage === 'graph' && added.push(total),
    });
    const second = await store.load(id);
    expectSame(second, changed);
    // Only what the graph before does not have is added to it.
    const before = new Set(documents.flatMap((parsed) => parsed.chunks.map(({ text }) => text)));
    const fresh = changed.flatMap((parsed) => parsed.chunks).filter(({ text }) => !before.has(text));
    expect(new Set(added)).toEqual(new Set([fresh.length]));
    for (const generation of [first, second]) {
      let found = 0;
      for (let row = 0; row < generation.chunkCount; row += 7) {
        if (generation.vectors.search(generation.vector(row), 5)[0]?.chunk === row) found++;
      }
      expect(found / Math.ceil(generation.chunkCount / 7)).toBeGreaterThan(0.99);
    }
    // The first one still is what it was: the second works on a copy of its graph.
    expect(first.vectors.search(first.vector(3), 1)[0]?.chunk).toBe(3);
  });

  it('is built anew when the model changed or the graph before is damaged', async () => {
    const folder = await temporaryFolder();
    const store = openGenerationStore({ folder, onWarning: () => {} });
    const first = await store.load(await publishMadeUp(folder, documents));
    const totals = async (changes: object) => {
      const seen = new Set<number>();
      const build = await buildMadeUp(folder, documents, {
        previous: first,
        onProgress: ({ stage, total }) => stage === 'graph' && seen.add(total),
        ...changes,
      });
      await loadGeneration(build.folder);
      return [...seen];
    };
    expect(await totals({})).toEqual([0]);
    expect(await totals({ model: { ...madeUpModel, hash: 'another' } })).toEqual([chunks]);
    for (const name of ['labels.bin', 'graph.hnsw']) {
      const file = path.join(folder, 'generations', first.id, name);
      const content = await readFile(file);
      // Padding after the labels, a digit of a vector in the graph: nothing that reading alone would notice.
      const at = name === 'labels.bin' ? content.length - 1 : 240;
      await writeFile(file, content.with(at, (content[at] ?? 0) ^ 1));
      expect(await totals({}), name).toEqual([chunks]);
      await rm(file);
      expect(await totals({}), name).toEqual([chunks]);
      await writeFile(file, content);
    }
    expect(await totals({})).toEqual([0]);
  });

  it('is measured anew when many vectors came since it was measured, and not for a few', async () => {
    const folder = await temporaryFolder();
    const store = openGenerationStore({ folder, onWarning: () => {} });
    const first = await store.load(await publishMadeUp(folder, documents));
    const measured = first.manifest.vectorIndex;
    // Nobody measures this recall, so it tells who was asked.
    const remembered = {
      ...first,
      manifest: { ...first.manifest, vectorIndex: { ...measured, recall: 0.123 } },
    } as Generation;
    const builtWith = async (fresh: number) => {
      const more = [...documents, ...madeUpDocuments(fresh, 10, 99)];
      return (await loadGeneration((await buildMadeUp(folder, more, { previous: remembered })).folder)).manifest
        .vectorIndex;
    };
    expect(await builtWith(1)).toMatchObject({ recall: 0.123 });
    expect(await builtWith(8)).not.toMatchObject({ recall: 0.123 });
  });
});
