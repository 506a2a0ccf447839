/** One message of a conversation with a chat model. */
export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly text: string;
}

/** Tokens as the provider counted them, or, where it does not say, estimated at four characters each. */
export interface ChatUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly isEstimated: boolean;
}

export interface ChatReply {
  /** All pieces in order. */
  readonly text: string;
  /** `length` when the model was cut off at `maxTokens`. */
  readonly stopped: 'end' | 'length';
  readonly usage: ChatUsage;
}

export interface ChatOptions {
  readonly signal?: AbortSignal | undefined;
  /** At least 1. */
  readonly maxTokens: number;
  /** Told every piece of text as it comes. Never told anything of a try that is made again. */
  readonly onText?: ((piece: string) => void) | undefined;
}

/** Somebody who writes text: a language model behind LangChain's interface, with its time limits, retries and breaker. */
export interface ChatModel {
  /** As configured, without secrets: `ollama:llama3.2`, `gguf:model.gguf`. */
  readonly id: string;
  /** @throws ChatModelError whatever goes wrong; the signal's reason when that is aborted */
  reply(messages: readonly ChatMessage[], options: ChatOptions): Promise<ChatReply>;
  /** May be called again. */
  close(): Promise<void>;
}
