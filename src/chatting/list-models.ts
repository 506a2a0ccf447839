import type { ChatChoice } from './chat-model-name.js';
import { providerOf } from './chat-model-name.js';
import { guardedFetch } from './guarded-fetch.js';

const patience = 5_000;
const mostNames = 1_000;

function namesIn(body: unknown): readonly string[] {
  const { data } = (body ?? {}) as { readonly data?: unknown };
  if (!Array.isArray(data)) return [];
  const ids = data.slice(0, mostNames).map((model: unknown) => (model as { readonly id?: unknown } | null)?.id);
  return ids.filter((id): id is string => typeof id === 'string');
}

/** The names of the models that an OpenAI-compatible server has; none when it does not say. */
export async function listModels(choice: ChatChoice): Promise<readonly string[]> {
  const { baseUrl, apiKey } = choice;
  if (baseUrl === null || providerOf(choice).client !== 'openai') return [];
  try {
    const fetchIt = guardedFetch(baseUrl, apiKey, 'authorization');
    const response = await fetchIt(`${baseUrl}/models`, { signal: AbortSignal.timeout(patience) });
    return response.ok ? namesIn(await response.json()) : [];
  } catch {
    return [];
  }
}
