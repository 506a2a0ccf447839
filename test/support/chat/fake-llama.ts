import type { LlamaPackage, LlamaTurn } from '#src/chatting/llama.js';

/** One call of `prompt`, which a test brings to its end. */
export interface FakePrompt {
  readonly history: readonly LlamaTurn[];
  readonly text: string;
  readonly maxTokens: number;
  readonly signal: AbortSignal;
  say(piece: string): void;
  end(): void;
}

export interface FakeLlama {
  readonly package: LlamaPackage;
  readonly options: Readonly<Record<string, unknown>>[];
  readonly loaded: string[];
  readonly prompts: FakePrompt[];
  /** How often everything was freed. */
  disposed: number;
  /** Error of the next file that is loaded. */
  failLoading: Error | undefined;
}

/** node-llama-cpp as far as it is used: a token is a word, and a context has 200. */
export function fakeLlama(): FakeLlama {
  let written = 0;
  const sequence = {
    contextSize: 200,
    tokenMeter: { getState: () => ({ usedInputTokens: 0, usedOutputTokens: written }) },
    clearHistory: async () => undefined,
  };
  const fake: FakeLlama = {
    options: [],
    loaded: [],
    prompts: [],
    disposed: 0,
    failLoading: undefined,
    package: {
      async getLlama(options) {
        fake.options.push({ ...options });
        return {
          async loadModel({ modelPath }) {
            const error = fake.failLoading;
            fake.failLoading = undefined;
            if (error !== undefined) throw error;
            fake.loaded.push(modelPath);
            return {
              trainContextSize: 200,
              createContext: async () => ({ getSequence: () => sequence }),
              tokenize: (text) => text.split(/\s+/u),
            };
          },
          async dispose() {
            fake.disposed += 1;
          },
        };
      },
      LlamaChatSession: class {
        #history: readonly LlamaTurn[] = [];

        setChatHistory(history: readonly LlamaTurn[]): void {
          this.#history = history;
        }

        prompt(
          text: string,
          options: {
            readonly signal: AbortSignal;
            readonly maxTokens: number;
            readonly onTextChunk: (piece: string) => void;
          },
        ): Promise<string> {
          const { signal, maxTokens, onTextChunk } = options;
          return new Promise((resolve) => {
            const end = (): void => resolve('');
            signal.addEventListener('abort', end);
            const history = this.#history;
            fake.prompts.push({
              history,
              text,
              maxTokens,
              signal,
              end,
              say(piece) {
                written += 1;
                onTextChunk(piece);
              },
            });
          });
        }

        dispose(): void {
          this.#history = [];
        }
      },
    },
  };
  return fake;
}
