import { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { AIMessageChunk, type BaseMessage } from '@langchain/core/messages';
import { ChatGenerationChunk, type ChatResult } from '@langchain/core/outputs';
import type { ModelFor } from './hosted-models.js';
import { type ImportPackage, importOptional } from './import-package.js';
import type { LlamaPackage, LlamaTurn } from './llama.js';
import { type LoadedFile, loadGguf } from './load-gguf.js';
import { pieceQueue } from './piece-queue.js';
import { type SharedFile, shareFile } from './shared-file.js';

/** What a chat template puts around each message. */
const tokensAMessage = 16;

function turnOf(message: BaseMessage): LlamaTurn {
  const text = String(message.content);
  if (message.type === 'ai') return { type: 'model', response: [text] };
  return { type: message.type === 'system' ? 'system' : 'user', text };
}

/** A class because LangChain's interface is one. */
class GgufChatModel extends BaseChatModel {
  readonly #file: SharedFile;
  readonly #maxTokens: number;

  constructor(file: SharedFile, maxTokens: number) {
    super({ maxRetries: 0, outputVersion: 'v0' });
    this.#file = file;
    this.#maxTokens = maxTokens;
  }

  override _llmType(): string {
    return 'gguf';
  }

  override _generate(): Promise<ChatResult> {
    return Promise.reject(new Error('This model only streams.'));
  }

  /** Writes all of a reply; gives the tokens that were read and written, and whether the reply was cut off. */
  async #write(
    { model, sequence, newSession }: LoadedFile,
    messages: readonly BaseMessage[],
    { signal, onPiece }: { readonly signal: AbortSignal; readonly onPiece: (piece: string) => void },
  ): Promise<{ readonly input: number; readonly output: number; readonly isCutOff: boolean }> {
    const turns = messages.map(turnOf);
    const question = turns.pop();
    if (question === undefined || question.type === 'model') throw new Error('The last message has to be a question.');
    const input = messages.reduce(
      (sum, { content }) => sum + model.tokenize(String(content)).length + tokensAMessage,
      0,
    );
    // Otherwise the library would leave out the beginning, and with it the rules and the passages.
    if (input + this.#maxTokens > sequence.contextSize) throw new Error('context_length_exceeded');
    const before = sequence.tokenMeter.getState().usedOutputTokens;
    const session = newSession();
    try {
      session.setChatHistory(turns);
      await session.prompt(question.text, {
        signal,
        stopOnAbortSignal: true,
        maxTokens: this.#maxTokens,
        temperature: 0,
        onTextChunk: onPiece,
      });
    } finally {
      session.dispose({ disposeSequence: false });
    }
    const output = sequence.tokenMeter.getState().usedOutputTokens - before;
    return { input, output, isCutOff: output >= this.#maxTokens };
  }

  override async *_streamResponseChunks(
    messages: BaseMessage[],
    { signal }: this['ParsedCallOptions'],
  ): AsyncGenerator<ChatGenerationChunk> {
    const given = signal ?? new AbortController().signal;
    const pieces = pieceQueue();
    const written = this.#file.use((file) => {
      given.throwIfAborted();
      return this.#write(file, messages, { signal: given, onPiece: pieces.add });
    });
    written.then(pieces.end, pieces.end);
    for await (const text of pieces) {
      yield new ChatGenerationChunk({ text, message: new AIMessageChunk(text) });
    }
    const { input, output, isCutOff } = await written;
    const usage_metadata = { input_tokens: input, output_tokens: output, total_tokens: input + output };
    // Assigned, as LangChain's type for it comes out as `undefined` with exact optional properties.
    const message = Object.assign(new AIMessageChunk(''), { usage_metadata });
    yield new ChatGenerationChunk({
      text: '',
      message,
      generationInfo: { finish_reason: isCutOff ? 'length' : 'stop' },
    });
  }
}

/**
 * Models over a GGUF file in this process. The file is loaded with the first reply, which it makes slower; replies are
 * written one after the other.
 *
 * @throws ChatModelError when node-llama-cpp is not installed
 */
export async function openGgufModels(
  file: string,
  importIt: ImportPackage,
): Promise<{ readonly modelFor: ModelFor; readonly close: () => Promise<void> }> {
  const imported = (await importOptional('node-llama-cpp', importIt)) as LlamaPackage;
  const shared = shareFile(() => loadGguf(file, imported));
  return { modelFor: (maxTokens) => new GgufChatModel(shared, maxTokens), close: shared.close };
}
