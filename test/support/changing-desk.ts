import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { shippedModel } from '#src/answering/answerability.js';
import { createChunkReader } from '#src/answering/chunk-reading.js';
import { ask } from '#src/ask.js';
import { check } from '#src/check.js';
import type { Collections } from '#src/collections.js';
import { parseDocument } from '#src/corpus/parse-document.js';
import type { Desk } from '#src/desk.js';
import { GenerationError } from '#src/errors.js';
import { buildGeneration } from '#src/indexing/build-generation.js';
import { loadGeneration } from '#src/indexing/load-generation.js';
import { loadWordVectors } from '#src/language/word-vectors.js';
import { wordVectorsFile } from '#src/project-files.js';
import type { StateStore } from '#src/state/state-store.js';
import { summarize } from '#src/summarize.js';
import type { Document, Generation } from '#src/types.js';
import { noCollections } from './no-collections.js';
import { openShippedEncoder } from './shipped-encoder.js';

/** Texts by the ids of their documents. */
export type Texts = Readonly<Record<string, string>>;

export interface ChangingDesk {
  readonly desk: Desk;
  /** The collections of a bot that answers from it. */
  readonly collections: () => Collections;
  /** Builds a generation of a collection that is not live yet. */
  builds(collection: string, texts: Texts): Promise<Generation>;
  /** Makes it live, without a word to anybody. */
  swaps(collection: string, generation: Generation): void;
  /** Makes it live as a publication does, with its work of self-correction. */
  publishes(
    collection: string,
    generation: Generation,
    where: { readonly state: StateStore; readonly guild: string },
  ): Promise<void>;
  live(collection: string): Generation | undefined;
}

export const article = 'syria-ceasefire-2016';

export function articleText(): Promise<string> {
  return readFile(`corpus/${article}.txt`, 'utf8');
}

function documentOf(id: string, text: string): Document {
  return {
    id,
    metadata: {
      title: `About ${id}`,
      titleIsDescriptive: true,
      publisher: id === article ? 'Russia Direct' : null,
      author: null,
      date: '2016-09',
      licence: null,
      url: null,
    },
    text,
    source: {
      path: `${id.replaceAll(':', '-')}.txt`,
      bytes: text.length,
      modifiedMs: 0,
      sha256: createHash('sha256').update(text).digest('hex'),
    },
  };
}

function shaOf(generation: Generation | undefined): ReadonlyMap<string, string> {
  return new Map(generation?.documents.map(({ id, source }) => [id, source.sha256]));
}

/** A desk with the shipped models whose documents a test changes; whoever opens it closes it. */
export async function openChangingDesk(): Promise<ChangingDesk> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parley-changing-'));
  const encoder = await openShippedEncoder(folder);
  const words = await loadWordVectors(wordVectorsFile);
  const readChunk = createChunkReader(words);
  const live = new Map<string, Generation>();
  const built = new Map<string, Generation>();

  const visible = (guild: string | null): readonly Generation[] =>
    ['shared', ...(guild === null ? [] : [`guild-${guild}`])].flatMap((name) => live.get(name) ?? []);
  const parts = (generations: readonly Generation[]) => ({
    encoder,
    generations,
    words,
    readChunk,
    model: shippedModel,
    clock: () => performance.now(),
  });
  const shared = (): Generation => {
    const generation = live.get('shared');
    if (generation === undefined) throw new Error('Nothing was published yet.');
    return generation;
  };

  const load = async (_: string, id: string): Promise<Generation> => {
    const generation = built.get(id);
    if (generation === undefined) throw new GenerationError(`There is no generation ${id}.`, 'Name another.');
    return generation;
  };

  const desk: Desk = {
    get generation() {
      return shared();
    },
    threshold: shippedModel.threshold,
    generations: async (guild) => visible(guild),
    ask: async (question, guild = null) => ask(question, parts(visible(guild))),
    askOver: async (question, generations) => ask(question, parts(generations)),
    embedQuestion: async (question) => Float32Array.from(await encoder.embedQuery(question)),
    check: async (text, guild = null) => check(text, parts(visible(guild))),
    summarize: async (request, guild = null) => summarize(request, parts(visible(guild))),
    refresh: async () => false,
    async close() {
      await encoder.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return {
    desk,
    collections: () => ({ ...noCollections(desk), live: async (name) => live.get(name) ?? null, load }),
    async builds(collection, texts) {
      const documents = Object.entries(texts).map(([id, text]) => parseDocument(documentOf(id, text)));
      const { folder: at } = await buildGeneration({
        folder: path.join(folder, collection),
        collection,
        model: encoder.identity,
        documents,
        vectors: await encoder.embedMatrix(documents.flatMap(({ chunks }) => chunks.map(({ text }) => text))),
        previous: null,
        now: Date.now,
      });
      const generation = await loadGeneration(at, encoder.identity);
      built.set(generation.id, generation);
      return generation;
    },
    swaps: (collection, generation) => live.set(collection, generation),
    live: (collection) => live.get(collection),
    async publishes(collection, generation, { state: { staging }, guild }) {
      const before = live.get(collection);
      const [then, now] = [shaOf(before), shaOf(generation)];
      // What came counts too: answers that were corrected because it had gone may hold again.
      const documents = [...new Set([...then.keys(), ...now.keys()])].filter((id) => then.get(id) !== now.get(id));
      const subject = collection === 'shared' ? 'shared documents' : 'documents of this server';
      const entry = { guild, actor: '2', at: 0, act: 'reindex run', subject, before: null };
      const publication = { collection, before: before?.id ?? null, versions: [], entry };
      await staging.begin(publication);
      live.set(collection, generation);
      const correcting = documents.length === 0 ? null : { collection, generation: generation.id, documents };
      await staging.finish(publication, generation.id, correcting);
    },
  };
}
