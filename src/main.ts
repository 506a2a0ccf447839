import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Config } from './config.js';
import type { Encoder } from './embedding/encoder.js';
import type { VectorCache } from './embedding/vector-cache.js';
import { GenerationError } from './errors.js';
import { type GenerationStore, openGenerationStore } from './indexing/generation-store.js';
import type { IngestReport } from './ingest.js';
import type { IndexingProgress } from './ingest-messages.js';
import { modelsFolder, wordVectorsFile } from './project-files.js';
import type { Answer, Generation } from './types.js';

// What only some verbs need is imported when they need it: `parley text` would otherwise load a neural network's runtime.

/** The collection of the folder `corpus/`. */
export const sharedCollection = 'shared';

/** Who answers questions from one generation. */
export interface AnswerDesk {
  readonly generation: Generation;
  /** Confidence below which a question is declined. */
  readonly threshold: number;
  ask(question: string): Promise<Answer>;
  /** Closes the encoder. */
  close(): Promise<void>;
}

export interface IndexingOptions {
  readonly dryRun?: boolean;
  /** Who holds the lock, for whoever finds it taken. */
  readonly owner: string;
  readonly onProgress: (progress: IndexingProgress) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Everything an operator's verbs are made of, put together from the configuration. */
export interface Parley {
  readonly config: Config;
  readonly store: GenerationStore;
  /** Whether anything was ever published, sound or not. */
  hasIndex(): Promise<boolean>;
  index(options: IndexingOptions): Promise<IngestReport>;
  /** @throws GenerationError when there is no index, or another model made it; EncoderError when the model is missing */
  openDesk(onProgress: (progress: IndexingProgress) => void): Promise<AnswerDesk>;
  /** A desk over any generation; the encoder becomes the desk's to close. */
  openDeskOver(generation: Generation, encoder: Encoder): Promise<AnswerDesk>;
  /** The encoder with its cache of vectors, for evaluations. */
  openEmbedding(onProgress: (progress: IndexingProgress) => void): Promise<{ encoder: Encoder; cache: VectorCache }>;
}

export interface ParleyInput {
  readonly config: Config;
  /** Takes one line for a person. */
  readonly onWarning: (line: string) => void;
}

/**
 * Threads of one question's pass, where there are as many cores. Two are faster than one while nothing else runs;
 * while a collection is being indexed one is, and both keep far under the limit (docs/benchmarks.md has the figures).
 */
const questionThreads = Math.min(2, os.availableParallelism());

function now(): number {
  return performance.now();
}

async function openDeskOver(
  generation: Generation,
  encoder: Encoder,
  onWarning: (line: string) => void,
): Promise<AnswerDesk> {
  const [{ ask }, { createChunkReader }, { shippedModel }, { loadWordVectors }] = await Promise.all([
    import('./ask.js'),
    import('./answering/chunk-reading.js'),
    import('./answering/answerability.js'),
    import('./language/word-vectors.js'),
  ]);
  if (encoder.identity.hash !== shippedModel.encoderHash) {
    onWarning(
      `Which questions are declined was calibrated for another model than ${encoder.identity.id}; expect more wrong answers or more declined questions.`,
    );
  }
  const words = await loadWordVectors(wordVectorsFile);
  const readChunk = createChunkReader(words);
  const parts = { encoder, generations: [generation], words, readChunk, model: shippedModel, clock: now };
  return {
    generation,
    threshold: shippedModel.threshold,
    ask: (question) => ask(question, parts),
    close: () => encoder.close(),
  };
}

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
    async openDesk(onProgress) {
      // The model starts in its thread while this one reads the index.
      const opening = openThreadedEncoder(questionThreads, onProgress);
      const reading = Promise.all([loadIndex(), import('./indexing/load-generation.js')]);
      try {
        const [encoder, [generation, { checkModel }]] = await Promise.all([opening, reading]);
        checkModel(generation.manifest, encoder.identity);
        return await openDeskOver(generation, encoder, onWarning);
      } catch (error) {
        await opening.then((encoder) => encoder.close()).catch(() => undefined);
        throw error;
      }
    },
    openDeskOver: (generation, encoder) => openDeskOver(generation, encoder, onWarning),
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
