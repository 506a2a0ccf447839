import { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { AIMessageChunk, type BaseMessage } from '@langchain/core/messages';
import { ChatGenerationChunk, type ChatResult } from '@langchain/core/outputs';

/** One reply of a model: its pieces, and what it throws. It is told when nobody listens any more. */
export type ScriptedReply = (signal: AbortSignal) => AsyncGenerator<string>;

export interface ScriptedModels {
  readonly modelFor: (maxTokens: number) => BaseChatModel;
  /** The signals of the replies that were begun, in order. */
  readonly begun: readonly AbortSignal[];
}

class ScriptedChatModel extends BaseChatModel {
  readonly #begin: (signal: AbortSignal) => AsyncGenerator<string>;

  constructor(begin: (signal: AbortSignal) => AsyncGenerator<string>) {
    super({ maxRetries: 0 });
    this.#begin = begin;
  }

  override _llmType(): string {
    return 'scripted';
  }

  override _generate(): Promise<ChatResult> {
    throw new Error('It streams.');
  }

  override async *_streamResponseChunks(
    _: BaseMessage[],
    { signal = new AbortController().signal }: this['ParsedCallOptions'],
  ): AsyncGenerator<ChatGenerationChunk> {
    for await (const text of this.#begin(signal)) {
      yield new ChatGenerationChunk({ text, message: new AIMessageChunk(text) });
    }
  }
}

/** Models that reply as a test says, one reply after the other; the last one again and again. */
export function scriptedModels(...replies: readonly [ScriptedReply, ...ScriptedReply[]]): ScriptedModels {
  const begun: AbortSignal[] = [];
  return {
    begun,
    modelFor: () =>
      new ScriptedChatModel((signal) => {
        const reply = replies[Math.min(begun.push(signal), replies.length) - 1] ?? replies[0];
        return reply(signal);
      }),
  };
}

export function says(...pieces: readonly string[]): ScriptedReply {
  return async function* () {
    yield* pieces;
  };
}

/** Says something first, perhaps, and then throws. */
export function fails(error: unknown, ...pieces: readonly string[]): ScriptedReply {
  return async function* () {
    yield* pieces;
    throw error;
  };
}

/** Says something first, perhaps, and then nothing until nobody listens any more. */
export function fallsSilent(...pieces: readonly string[]): ScriptedReply {
  return async function* (signal) {
    yield* pieces;
    await new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('AbortError'))));
  };
}

/** An error as client libraries make it of an answer. */
export function answered(status: number, headers: Readonly<Record<string, string>> = {}): Error {
  return Object.assign(new Error(`${status} from the server`), { status, headers: new Headers(headers) });
}
