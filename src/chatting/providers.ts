/** Whose protocol is spoken: that of OpenAI, which most servers know, of Anthropic or of Google; or a file in this process. */
export type ChatClient = 'openai' | 'anthropic' | 'google' | 'gguf';

/** Where chat models come from. */
export interface ChatProvider {
  readonly client: ChatClient;
  /** Where its server is unless somebody says otherwise; `null` where there is none. */
  readonly baseUrl: string | null;
  /** The key of the configuration that holds the key of its server; `null` where there is none. */
  readonly keyVariable: string | null;
  readonly needsKey: boolean;
  /** What helps when nobody answers, a full sentence. */
  readonly toReach: string;
  /** What helps when it does not know the model, a full sentence. */
  toGet(model: string): string;
}

const network = 'Check the network of this machine, or wait until the service is well again.';

function hosted(
  client: ChatClient,
  { baseUrl, keyVariable, list }: { readonly baseUrl: string; readonly keyVariable: string; readonly list: string },
): ChatProvider {
  const toGet = (): string => `Take a name from ${list}.`;
  return { client, baseUrl, keyVariable, needsKey: true, toReach: network, toGet };
}

/** For servers on this machine; some are started with a key. */
function local(baseUrl: string, toReach: string, toGet: (model: string) => string): ChatProvider {
  return { client: 'openai', baseUrl, keyVariable: 'CHAT_API_KEY', needsKey: false, toReach, toGet };
}

/** By the name before the colon of `CHAT_MODEL`. */
export const chatProviders = {
  ollama: local(
    'http://127.0.0.1:11434/v1',
    'Start Ollama: ollama serve',
    (model) => `Fetch it (ollama pull ${model}), or take a name that \`ollama list\` shows.`,
  ),
  llamacpp: local(
    'http://127.0.0.1:8080/v1',
    'Start it: llama-server -m MODEL.gguf',
    () => 'Take the name that http://127.0.0.1:8080/v1/models shows.',
  ),
  vllm: local(
    'http://127.0.0.1:8000/v1',
    'Start it: vllm serve MODEL',
    () => 'Take the name with which `vllm serve` was started.',
  ),
  lmstudio: local(
    'http://127.0.0.1:1234/v1',
    'Start its server: lms server start',
    (model) => `Load it (lms load ${model}), or take a name that \`lms ls\` shows.`,
  ),
  openai: hosted('openai', {
    baseUrl: 'https://api.openai.com/v1',
    keyVariable: 'OPENAI_API_KEY',
    list: 'https://platform.openai.com/docs/models',
  }),
  openrouter: hosted('openai', {
    baseUrl: 'https://openrouter.ai/api/v1',
    keyVariable: 'OPENROUTER_API_KEY',
    list: 'https://openrouter.ai/models',
  }),
  anthropic: hosted('anthropic', {
    baseUrl: 'https://api.anthropic.com',
    keyVariable: 'ANTHROPIC_API_KEY',
    list: 'https://docs.claude.com/en/docs/about-claude/models',
  }),
  google: hosted('google', {
    baseUrl: 'https://generativelanguage.googleapis.com',
    keyVariable: 'GOOGLE_API_KEY',
    list: 'https://ai.google.dev/gemini-api/docs/models',
  }),
  gguf: {
    client: 'gguf',
    baseUrl: null,
    keyVariable: null,
    needsKey: false,
    toReach: 'Check that the file can be read and that it fits into memory.',
    toGet: () => 'Give the path of a .gguf file after gguf: in CHAT_MODEL.',
  },
} as const satisfies Record<string, ChatProvider>;

export type ChatProviderName = keyof typeof chatProviders;

/** Of a server that was given by its address. */
export const addressedServer: ChatProvider = {
  client: 'openai',
  baseUrl: null,
  keyVariable: 'CHAT_API_KEY',
  needsKey: false,
  toReach: 'Check the address in CHAT_MODEL (it mostly ends in /v1) and that the server runs.',
  toGet: () => 'Check the name after # in CHAT_MODEL.',
};

export const chatProviderNames = Object.keys(chatProviders) as readonly ChatProviderName[];
