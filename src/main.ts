import os from 'node:os';
import path from 'node:path';
import type { Config } from './config.js';
import type { Desk } from './desk.js';
import type { Encoder } from './embedding/encoder.js';
import type { VectorCache } from './embedding/vector-cache.js';
import { GenerationError } from './errors.js';
import { type GenerationStore, openGenerationStore } from './indexing/generation-store.js';
import type { IngestReport } from './ingest.js';
import type { IndexingProgress } from './ingest-messages.js';
import { modelsFolder } from './project-files.js';
import type { StateStore } from './state/state-store.js';
import type { Generation } from './types.js';

// What only some verbs need is imported when they need it: `parley text` would otherwise load a neural network's runtime.

/** The collection of the folder `corpus/`. */
export const sharedCollection = 'shared';

export interface IndexingOptions {
  readonly dryRun?: boolean;
  /** Who holds the lock, for whoever finds it taken. */
  readonly owner: string;
  readonly onProgress: (progress: IndexingProgress) => void;
  readonly signal?: AbortSignal | undefined;
}

export interface DeskOptions {
  /** Many ask at once: each question then gets one thread, and the other core works on the next. */
  readonly manyAsk?: boolean;
}

/** Everything an operator's verbs are made of, put together from the configuration. */
export interface Parley {
  readonly config: Config;
  readonly store: GenerationStore;
  /** Whether anything was ever published, sound or not. */
  hasIndex(): Promise<boolean>;
  index(options: IndexingOptions): Promise<IngestReport>;
  /** @throws GenerationError when there is no index, or another model made it; EncoderError when the model is missing */
  openDesk(onProgress: (progress: IndexingProgress) => void, options?: DeskOptions): Promise<Desk>;
  /** A desk over any generation; the encoder becomes the desk's to close. */
  openDeskOver(generation: Generation, encoder: Encoder): Promise<Desk>;
  /** What outlives a restart: what was shown, votes, disputes. */
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
 * many ask at once, or a collection is being indexed, one is (docs/benchmarks.md has the figures).
 */
const questionThreads = Math.min(2, os.availableParallelism());

export function createParley({ config, onWarning }: ParleyInput): Parley {
  const collectionFolder = path.join(config.dataFolder, 'collections', sharedCollection);
  const vectorsFolder = path.join(config.dataFolder, 'vectors');
  const store = openGenerationStore({ folder: collectionFolder, onWarning });
  const cores = os.availableParallelism();
  const encoderChoice = (threads: number) => ({
    model: config.embedding.model,
    apiKey: config.embedding.apiKey,
    allowDownload: config.embedding.allowDownload,
    modelsFolder,
    cacheFolder: config.dataFolder,
    threads,
  });

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

  async function deskOver(
    generation: Generation,
    encoder: Encoder,
    loadNewer: (current: Generation) => Promise<Generation | null>,
  ): Promise<Desk> {
    const { openDesk } = await import('./desk.js');
    return openDesk({ generation, encoder, loadNewer, onWarning });
  }

  async function loadIndex(): Promise<Generation> {
    const generation = await store.loadLive();
    if (generation === null) throw new GenerationError('There is no index yet.', 'Run `npx parley index` first.');
    return generation;
  }

  return {
    config,
    store,
    async index({ dryRun = false, owner, onProgress, signal }) {
      const { ingestInThread } = await import('./ingest-thread.js');
      return ingestInThread(
        {
          collection: sharedCollection,
          corpusFolder: config.corpusFolder,
          collectionFolder,
          vectorsFolder,
          encoder: encoderChoice(cores),
          owner,
          dryRun,
        },
        { onProgress, onWarning, signal },
      );
    },
    async hasIndex() {
      return (await store.live()) !== null || (await store.history({ checksums: false })).length > 0;
    },
    async openDesk(onProgress, { manyAsk = false } = {}) {
      // The model starts in its thread while this one reads the index.
      const opening = openThreadedEncoder(manyAsk ? 1 : questionThreads, onProgress);
      let lastTried: string | undefined;
      const reading = Promise.all([loadIndex(), import('./indexing/load-generation.js')]);
      try {
        const [encoder, [generation, { checkModel }]] = await Promise.all([opening, reading]);
        checkModel(generation.manifest, encoder.identity);
        return await deskOver(generation, encoder, async (current) => {
          const id = await store.live();
          // The live one may be damaged and another serve in its place: only a new pointer is a reason to load.
          if (id === null || id === current.id || id === lastTried) return null;
          lastTried = id;
          const newer = await store.loadLive({ model: encoder.identity });
          return newer === null || newer.id === current.id ? null : newer;
        });
      } catch (error) {
        await opening.then((encoder) => encoder.close()).catch(() => undefined);
        throw error;
      }
    },
    openDeskOver: (generation, encoder) => deskOver(generation, encoder, async () => null),
    async openState() {
      const { openSqliteStateStore } = await import('./state/sqlite-state-store.js');
      return openSqliteStateStore({ file: path.join(config.dataFolder, 'state.sqlite') });
    },
    async openEmbedding(onProgress) {
      const { openVectorCache } = await import('./embedding/vector-cache.js');
      const encoder = await openThreadedEncoder(cores, onProgress);
      return {
        encoder,
        cache: await openVectorCache({ folder: vectorsFolder, identity: encoder.identity, onWarning }),
      };
    },
  };
}
