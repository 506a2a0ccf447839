import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { shippedModel as answerability } from '#src/answering/answerability.js';
import { createChunkReader } from '#src/answering/chunk-reading.js';
import { type AskParts, ask } from '#src/ask.js';
import type { Encoder } from '#src/embedding/encoder.js';
import { describeModel, type ModelDescription, shippedModel } from '#src/embedding/model-files.js';
import { openEncoder } from '#src/embedding/open-encoder.js';
import { loadTextModel, type TextModel } from '#src/embedding/text-model.js';
import { loadWordVectors } from '#src/language/word-vectors.js';
import { modelsFolder, wordVectorsFile } from '#src/project-files.js';
import type { Answer, Generation } from '#src/types.js';
import { wordReaderOf } from '#src/word-reader.js';
import type { BenchSizes } from './bench-sizes.js';
import { readSourceTexts, type SourceTexts } from './source-texts.js';

/** Threads of one forward pass, as main.ts sets them for questions and for indexing. */
export const indexingThreads = os.availableParallelism();
export const questionThreads = Math.min(2, indexingThreads);

/** What the measurements share: models are loaded once, folders are under one that goes at the end. */
export interface BenchParts {
  readonly sources: SourceTexts;
  readonly description: ModelDescription;
  /** Answers questions: in a worker thread, as in production. */
  readonly questionEncoder: Encoder;
  /** The bare model in this thread, with as many threads as the question encoder. */
  readonly bareModel: TextModel;
  /** Asks as production asks. */
  createAsk(
    generations: readonly Generation[],
    encoder?: Pick<Encoder, 'embedQuery'>,
  ): (question: string) => Promise<Answer>;
  openQuestionEncoder(threads: number): Promise<Encoder>;
  /** The encoder that indexes: in the thread that calls it, on all cores. */
  openIndexingEncoder(): Promise<Encoder>;
  /** Tokenises a question and runs the model once. */
  bareForwardPass(question: string): Promise<Float32Array>;
  newFolder(name: string): Promise<string>;
  readonly say: (line: string) => void;
  close(): Promise<void>;
}

/** What openEncoder and an indexing thread are told. */
export function encoderChoice(threads: number, folder: string) {
  return { model: shippedModel.id, modelsFolder, cacheFolder: folder, threads, allowDownload: false } as const;
}

export async function openBenchParts({ practiceTexts }: BenchSizes, say: (line: string) => void): Promise<BenchParts> {
  const workFolder = await mkdtemp(path.join(os.tmpdir(), 'parley-bench-'));
  const description = await describeModel({
    folder: path.join(modelsFolder, shippedModel.id),
    id: shippedModel.id,
    expected: shippedModel.files,
  });
  const open = (threads: number, threaded: boolean) => openEncoder({ ...encoderChoice(threads, workFolder), threaded });
  const questionEncoder = await open(questionThreads, true);
  const bareModel = await loadTextModel(description, questionThreads, 'spinning');
  const words = await loadWordVectors(wordVectorsFile);
  return {
    sources: await readSourceTexts(practiceTexts),
    description,
    questionEncoder,
    bareModel,
    createAsk(generations, encoder = questionEncoder) {
      const parts: AskParts = {
        encoder,
        wordReader: encoder === questionEncoder ? wordReaderOf(questionEncoder) : undefined,
        generations,
        words,
        readChunk: createChunkReader(words),
        model: answerability,
        clock: () => performance.now(),
      };
      return (question) => ask(question, parts);
    },
    openQuestionEncoder: (threads) => open(threads, true),
    openIndexingEncoder: () => open(indexingThreads, false),
    bareForwardPass: (question) => bareModel.encode([bareModel.tokensOf(description.prefixes.query + question)]),
    newFolder: (name) => mkdtemp(path.join(workFolder, `${name}-`)),
    say,
    async close() {
      await questionEncoder.close();
      await bareModel.dispose();
      await rm(workFolder, { recursive: true, force: true });
    },
  };
}
