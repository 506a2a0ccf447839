import os from 'node:os';
import path from 'node:path';
import type { RunIndexing } from './collections/collection-parts.js';
import { placeOf } from './collections/collection-place.js';
import { type CollectionName, type Collections, sharedCollection } from './collections.js';
import type { Config } from './config.js';
import type { Desk } from './desk.js';
import type { Encoder, EncoderIdentity } from './embedding/encoder.js';
import type { VectorCache } from './embedding/vector-cache.js';
import type { GenerationStore } from './indexing/generation-store.js';
import type { IngestReport } from './ingest.js';
import type { IndexingProgress } from './ingesting/messages.js';
import { modelsFolder } from './project-files.js';
import type { StateStore } from './state/state-store.js';
import type { Generation } from './types.js';
import type { Writer } from './writing/writer.js';

// What only some verbs need is imported when they need it: `parley text` would otherwise load a neural network's runtime.

export interface IndexingOptions {
  readonly dryRun?: boolean;
  /** Who holds the lock, for whoever finds it taken. */
  readonly owner: string;
  readonly onProgress: (progress: IndexingProgress) => void;
  readonly signal?: AbortSignal | undefined;
}

/** What the bot answers from, and what its moderators work on. */
export interface Service {
  readonly desk: Desk;
  readonly collections: Collections;
}

/** Everything an operator's verbs are made of, put together from the configuration. */
export interface Parley {
  readonly config: Config;
  /** Keeps the generations of a collection, the shared one unless another is named. */
  storeOf(collection?: CollectionName): GenerationStore;
  /** Whether anything was ever published in the shared collection, sound or not. */
  hasIndex(): Promise<boolean>;
  /** Builds the shared collection from its files and publishes it. */
  index(options: IndexingOptions): Promise<IngestReport>;
  /** Makes an older generation of the shared collection live, the named one or the one before; gives its id. */
  rollBack(owner: string, generation: string | undefined): Promise<string>;
  /**
   * A desk over the shared collection.
   * @throws GenerationError when there is no index, or another model made it; EncoderError when the model is missing
   */
  openDesk(onProgress: (progress: IndexingProgress) => void): Promise<Desk>;
  /** A desk over any generation; the encoder becomes the desk's to close. */
  openDeskOver(generation: Generation, encoder: Encoder): Promise<Desk>;
  /** A desk over all collections, after what a crash interrupted was brought to an end. @throws as `openDesk` does */
  openService(
    onProgress: (progress: IndexingProgress) => void,
    state: Pick<StateStore, 'staging' | 'spending'>,
  ): Promise<Service>;
  /** The collections for one act of an operator; the state is opened for it, and closed afterwards. */
  withCollections<T>(owner: string, work: (collections: Collections) => Promise<T>): Promise<T>;
  /** What outlives a restart: what was shown, votes, disputes, what is staged. */
  openState(): Promise<StateStore>;
  /** The encoder with its cache of vectors, for evaluations. */
  openEmbedding(onProgress: (progress: IndexingProgress) => void): Promise<{ encoder: Encoder; cache: VectorCache }>;
}

export interface ParleyInput {
  readonly config: Config;
  /** Takes one line for a person. */
  readonly onWarning: (line: string) => void;
}

/**
 * Threads of one question's pass, where there are as many cores. Two are faster than one while nothing else runs; where
 * many ask at once, or a collection is being indexed, one is (docs/benchmarks.md has the figures): each question then gets
 * one thread, and the other core works on the next.
 */
const questionThreads = Math.min(2, os.availableParallelism());
const crowdThreads = 1;

/** The identity of an encoder that is being opened. Whoever needs it first is told when it fails; until then nobody is. */
function whoseIdentity(opening: Promise<Encoder>): Promise<EncoderIdentity> {
  const identity = opening.then((encoder) => encoder.identity);
  identity.catch(() => undefined);
  return identity;
}

/**
 * Reads the words of a generation before it answers. Of an encoder that fails whoever asks is told; what shows the generation
 * goes on.
 */
function readingWords(opening: Promise<Encoder>): (generation: Generation) => Promise<void> {
  return async (generation) => {
    try {
      const [encoder, { wordReaderOf }] = await Promise.all([opening, import('./word-reader.js')]);
      await wordReaderOf(encoder)?.readGenerations([generation]);
    } catch {}
  };
}

export function createParley({ config, onWarning }: ParleyInput): Parley {
  const { dataFolder, corpusFolder } = config;
  const shared = placeOf(dataFolder, sharedCollection, onWarning);
  const cores = os.availableParallelism();
  const encoderChoice = (threads: number) => ({
    model: config.embedding.model,
    apiKey: config.embedding.apiKey,
    allowDownload: config.embedding.allowDownload,
    modelsFolder,
    cacheFolder: dataFolder,
    threads,
  });
  const reading = (model: Promise<EncoderIdentity>) => ({ dataFolder, model, now: Date.now, onWarning });

  async function openThreadedEncoder(
    threads: number,
    onProgress: (progress: IndexingProgress) => void,
  ): Promise<Encoder> {
    const { openEncoder } = await import('./embedding/open-encoder.js');
    return openEncoder({
      ...encoderChoice(threads),
      threaded: true,
      onProgress: ({ bytes, total = 0 }) => onProgress({ stage: 'download', done: bytes, total }),
    });
  }

  const runIndexing: RunIndexing = async (order, listener) => {
    const { ingestInThread } = await import('./ingesting/ingest-thread.js');
    return ingestInThread({ ...order, encoder: encoderChoice(cores) }, listener);
  };

  async function openCollections(
    { staging }: Pick<StateStore, 'staging'>,
    owner: string,
    model: Promise<EncoderIdentity>,
    prepare?: (generation: Generation) => Promise<void>,
  ): Promise<Collections> {
    const { openCollections: open } = await import('./collections/open-collections.js');
    return open({ ...reading(model), prepare, corpusFolder, staging, owner, index: runIndexing });
  }

  /** The model starts in its thread while this one reads the index. */
  async function deskOver(
    collections: Pick<Collections, 'visibleTo' | 'refresh'>,
    opening: Promise<Encoder>,
    writer?: Writer,
  ): Promise<Desk> {
    try {
      const [encoder, { openDesk }] = await Promise.all([opening, import('./desk.js'), collections.visibleTo(null)]);
      return await openDesk({ collections, encoder, writer, onWarning });
    } catch (error) {
      await writer?.close();
      await opening.then((encoder) => encoder.close()).catch(() => undefined);
      throw error;
    }
  }

  async function openState(): Promise<StateStore> {
    const { openSqliteStateStore } = await import('./state/sqlite-state-store.js');
    return openSqliteStateStore({ file: path.join(dataFolder, 'state.sqlite') });
  }

  /** Who writes, if a chat model is configured; what it uses is booked in the state. */
  async function openWriter({ spending }: Pick<StateStore, 'spending'>): Promise<Writer | undefined> {
    if (config.chat === undefined) return undefined;
    const { openWriter: open } = await import('./writing/open-writer.js');
    return open(config.chat, { ledger: spending, now: Date.now, onWarning });
  }

  /** A writer with the state that it books in. */
  async function openOwnWriter(): Promise<Writer | undefined> {
    if (config.chat === undefined) return undefined;
    const state = await openState();
    const writer = await openWriter(state);
    if (writer === undefined) await state.close();
    return writer === undefined
      ? undefined
      : {
          ...writer,
          async close() {
            await writer.close();
            await state.close();
          },
        };
  }

  return {
    config,
    storeOf: (collection = sharedCollection) => placeOf(dataFolder, collection, onWarning).store,
    async index({ dryRun = false, owner, onProgress, signal }) {
      const { indexFolder } = await import('./collections/index-folder.js');
      return indexFolder(
        { place: shared, corpusFolder, dryRun, owner, index: runIndexing },
        { onProgress, onWarning, signal },
      );
    },
    async rollBack(owner, generation) {
      const { acquireBuildLock } = await import('./indexing/build-lock.js');
      const lock = await acquireBuildLock({ folder: shared.folder, owner, now: Date.now, onWarning });
      try {
        return await shared.store.rollback(generation);
      } finally {
        await lock.release();
      }
    },
    async hasIndex() {
      return (await shared.store.live()) !== null || (await shared.store.history({ checksums: false })).length > 0;
    },
    async openDesk(onProgress) {
      const opening = openThreadedEncoder(questionThreads, onProgress);
      const model = whoseIdentity(opening);
      const { readCollections } = await import('./collections/open-collections.js');
      const prepare = readingWords(opening);
      return deskOver(readCollections({ ...reading(model), prepare }), opening, await openOwnWriter());
    },
    openDeskOver: (generation, encoder) =>
      deskOver({ visibleTo: async () => [generation], refresh: async () => false }, Promise.resolve(encoder)),
    async openService(onProgress, state) {
      const opening = openThreadedEncoder(crowdThreads, onProgress);
      const collections = await openCollections(state, 'the bot', whoseIdentity(opening), readingWords(opening));
      try {
        await collections.recover();
      } catch (error) {
        await opening.then((encoder) => encoder.close()).catch(() => undefined);
        throw error;
      }
      return { collections, desk: await deskOver(collections, opening, await openWriter(state)) };
    },
    async withCollections(owner, work) {
      const encoder = await openThreadedEncoder(crowdThreads, () => undefined);
      const identity = Promise.resolve(encoder.identity);
      await encoder.close();
      const state = await openState();
      try {
        return await work(await openCollections(state, owner, identity));
      } finally {
        await state.close();
      }
    },
    openState,
    async openEmbedding(onProgress) {
      const { openVectorCache } = await import('./embedding/vector-cache.js');
      const encoder = await openThreadedEncoder(cores, onProgress);
      return {
        encoder,
        cache: await openVectorCache({ folder: shared.vectorsFolder, identity: encoder.identity, onWarning }),
      };
    },
  };
}
