import os from 'node:os';
import { ChatModelError } from '../errors.js';
import type { Llama, LlamaModel, LlamaPackage, LlamaSequence } from './llama.js';

/** A file that is loaded. */
export interface LoadedFile {
  readonly llama: Llama;
  readonly model: LlamaModel;
  readonly sequence: LlamaSequence;
  readonly newSession: () => InstanceType<LlamaPackage['LlamaChatSession']>;
}

/** Tokens that are remembered at once, where the model can: passages and an answer are 3,000; more only takes memory. */
const mostContext = 8_192;

/**
 * Threads wait for one another in a busy loop: with as many as there are cores (the library's own choice) one core that is
 * needed elsewhere halts them all. Measured on two busy cores: 25 tokens a second with one thread, 1 with two.
 */
const threads = Math.max(1, os.availableParallelism() - 1);

/** @throws ChatModelError when the file is not there, is no model, or does not fit into memory */
export async function loadGguf(file: string, { getLlama, LlamaChatSession }: LlamaPackage): Promise<LoadedFile> {
  // Nothing is compiled and nothing fetched: what came with the package runs, or the model does not.
  const llama = await getLlama({
    gpu: 'auto',
    build: 'never',
    skipDownload: true,
    logLevel: 'disabled',
    maxThreads: threads,
  });
  try {
    const model = await llama.loadModel({ modelPath: file });
    const contextSize = { max: Math.min(model.trainContextSize, mostContext) };
    const context = await model.createContext({ contextSize, sequences: 1 });
    const sequence = context.getSequence();
    return { llama, model, sequence, newSession: () => new LlamaChatSession({ contextSequence: sequence }) };
  } catch (cause) {
    await llama.dispose();
    throw new ChatModelError(
      'unreachable',
      `The file ${file} cannot be loaded as a chat model.`,
      'Check that it is a whole .gguf file of a chat model, and that it fits into memory.',
      { cause },
    );
  }
}
