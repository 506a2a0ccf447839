import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { ChatChoice } from './chat-model-name.js';
import { guardedFetch, keyElsewhere } from './guarded-fetch.js';
import { type ImportPackage, importOptional } from './import-package.js';

/** Makes a model of LangChain's that writes at most so many tokens. */
export type ModelFor = (maxTokens: number) => BaseChatModel;

export interface ServedChoice extends Pick<ChatChoice, 'model' | 'apiKey'> {
  readonly baseUrl: string;
}

// What every client is told: one try (the policy is ours), the address (or the environment names another), no log (the
// environment may ask for one that holds conversations), and the old form of content (or the environment asks for another).
const oneTry = { maxRetries: 0, outputVersion: 'v0' } as const;
/** The likeliest word each time: an answer is no place for fancy. */
const temperature = 0;

/** These think before they write; they refuse a temperature and count their thoughts among the tokens. */
const thinksFirst = /^(?:o\d|gpt-5(?!-chat))/u;

/** Any server that speaks OpenAI's protocol of chat completions. */
export async function openaiModels({ model, baseUrl, apiKey }: ServedChoice): Promise<ModelFor> {
  const { ChatOpenAICompletions } = await import('@langchain/openai');
  const configuration = {
    baseURL: baseUrl,
    fetch: guardedFetch(baseUrl, apiKey, 'authorization'),
    logLevel: 'off',
    organization: null,
    project: null,
  } as const;
  const manner = thinksFirst.test(model) ? { reasoning: { effort: 'low' as const } } : { temperature };
  return (maxTokens) =>
    new ChatOpenAICompletions({ ...oneTry, ...manner, model, maxTokens, apiKey: keyElsewhere, configuration });
}

/** Claude. @throws ChatModelError when the package is not installed */
export async function anthropicModels(
  { model, baseUrl, apiKey }: ServedChoice,
  importIt: ImportPackage,
): Promise<ModelFor> {
  const imported = await importOptional('@langchain/anthropic', importIt);
  const { ChatAnthropic } = imported as typeof import('@langchain/anthropic');
  const clientOptions = {
    fetch: guardedFetch(baseUrl, apiKey, 'x-api-key'),
    logLevel: 'off',
    authToken: null,
  } as const;
  // No temperature: the newest models refuse one.
  return (maxTokens) =>
    new ChatAnthropic({ ...oneTry, model, maxTokens, apiKey: keyElsewhere, anthropicApiUrl: baseUrl, clientOptions });
}

/** What Google's client gives for a stream; `response` gathers it once more. */
interface GoogleStream {
  readonly response: Promise<unknown>;
}

interface GoogleClient {
  generateContentStream(...request: readonly unknown[]): Promise<GoogleStream>;
}

/**
 * Google's client promises the whole reply beside the stream, and when the stream breaks nobody hears that promise being
 * rejected: an error that nobody caught ends the process.
 */
function withoutUnheardErrors(model: BaseChatModel): BaseChatModel {
  const { client } = model as unknown as { readonly client: GoogleClient };
  const generate = client.generateContentStream.bind(client);
  client.generateContentStream = async (...request) => {
    const stream = await generate(...request);
    stream.response.catch(() => undefined);
    return stream;
  };
  return model;
}

/** Gemini. Its client has no place for a `fetch`, so the key is in its hands. @throws ChatModelError as above */
export async function googleModels(
  { model, baseUrl, apiKey = '' }: ServedChoice,
  importIt: ImportPackage,
): Promise<ModelFor> {
  const imported = await importOptional('@langchain/google-genai', importIt);
  const { ChatGoogleGenerativeAI } = imported as typeof import('@langchain/google-genai');
  return (maxOutputTokens) =>
    withoutUnheardErrors(
      new ChatGoogleGenerativeAI({ ...oneTry, temperature, model, maxOutputTokens, apiKey, baseUrl }),
    );
}
