/* The few parts of node-llama-cpp 3 that are used. The package is optional, so its own types may not be there. */

export interface LlamaSession {
  prompt(
    text: string,
    options: {
      readonly signal: AbortSignal;
      /** Ends with what there is, instead of throwing. */
      readonly stopOnAbortSignal: boolean;
      readonly maxTokens: number;
      readonly temperature: number;
      readonly onTextChunk: (piece: string) => void;
    },
  ): Promise<string>;
  setChatHistory(history: readonly LlamaTurn[]): void;
  dispose(options: { readonly disposeSequence: boolean }): void;
}

export type LlamaTurn =
  | { readonly type: 'system' | 'user'; readonly text: string }
  | { readonly type: 'model'; readonly response: readonly string[] };

export interface LlamaSequence {
  /** Counts what was evaluated and generated since it was made. */
  readonly tokenMeter: { getState(): { readonly usedInputTokens: number; readonly usedOutputTokens: number } };
  readonly contextSize: number;
  clearHistory(): Promise<void>;
}

export interface LlamaContext {
  getSequence(): LlamaSequence;
}

export interface LlamaModel {
  readonly trainContextSize: number;
  createContext(options: {
    readonly contextSize: { readonly max: number };
    readonly sequences: number;
  }): Promise<LlamaContext>;
  tokenize(text: string): readonly unknown[];
}

export interface Llama {
  loadModel(options: { readonly modelPath: string }): Promise<LlamaModel>;
  /** With everything that was made with it. */
  dispose(): Promise<void>;
}

export interface LlamaPackage {
  getLlama(options: {
    readonly gpu: 'auto' | false;
    readonly build: 'never';
    readonly skipDownload: true;
    readonly logLevel: 'disabled';
    readonly maxThreads: number;
  }): Promise<Llama>;
  readonly LlamaChatSession: new (options: { readonly contextSequence: LlamaSequence }) => LlamaSession;
}
