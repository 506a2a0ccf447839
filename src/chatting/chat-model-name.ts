import path from 'node:path';
import { similarNames } from '../language/similar-names.js';
import { isOwnNetwork } from './own-network.js';
import {
  addressedServer,
  type ChatProvider,
  type ChatProviderName,
  chatProviderNames,
  chatProviders,
} from './providers.js';

/** Which chat model an operator wants, and where it is. */
export interface ChatChoice {
  /** As answers and logs name it, without secrets: `ollama:llama3.2`, `host:8000/v1#model`, `gguf:model.gguf`. */
  readonly id: string;
  readonly provider: ChatProviderName | 'address';
  /** As the server calls it; for `gguf` the absolute path of the file. */
  readonly model: string;
  /** Where requests go, and nothing else does; `null` for a file. */
  readonly baseUrl: string | null;
  readonly apiKey: string | undefined;
}

/** What is wrong with a key of the configuration, so that “KEY what” is the sentence. */
export interface SettingFault {
  readonly key: string;
  readonly what: string;
}

export interface ChatModelSettings {
  /** The key that names the model. */
  readonly key: 'CHAT_MODEL' | 'CHAT_JUDGE';
  /** Its value. */
  readonly name: string;
  /** Folder that relative paths are taken from. */
  readonly folder: string;
  /** Value of `OPENAI_BASE_URL`. */
  readonly openaiBaseUrl: string | undefined;
  /** The value of a key that holds a secret, wherever it comes from. */
  readonly secretOf: (variable: string) => string | undefined;
}

/** The provider's own facts: what helps when something is wrong. */
export function providerOf({ provider }: Pick<ChatChoice, 'provider'>): ChatProvider {
  return provider === 'address' ? addressedServer : chatProviders[provider];
}

/** Whether what is asked leaves the operator's own machines, and, as nobody gives that away, costs money. */
export function leavesOwnNetwork({ baseUrl }: Pick<ChatChoice, 'baseUrl'>): boolean {
  return baseUrl !== null && !isOwnNetwork(baseUrl);
}

const forms = {
  CHAT_MODEL:
    'use provider:model, such as ollama:llama3.2, https://host/v1#model, or gguf:/path/model.gguf, or leave it out',
  CHAT_JUDGE: 'use on, off, or a model as CHAT_MODEL has it (provider:model), or leave it out',
} as const;

/** An address of http or https without secrets in it, and without a slash at its end; `null` for anything else. */
function baseUrlOf(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/u.test(url.protocol)) return null;
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return null;
  return url.href.replace(/\/+$/u, '');
}

function addressedModel({ key, name }: ChatModelSettings): Omit<ChatChoice, 'apiKey'> | SettingFault {
  const [address = '', model = ''] = name.split(/#(.*)/su, 2);
  const baseUrl = baseUrlOf(address);
  if (baseUrl === null || model === '') {
    const what =
      'is an address, but not of the form https://host/v1#model; add # and the name of the model, keep keys out';
    return { key, what };
  }
  const { host, pathname } = new URL(baseUrl);
  return { id: `${host}${pathname}#${model}`, provider: 'address', model, baseUrl };
}

function unknownProvider(given: string, { key }: ChatModelSettings): SettingFault {
  const [likely] = similarNames(given, chatProviderNames, 1);
  const guess = likely === undefined ? '' : ` (did you mean ${likely}?)`;
  return {
    key,
    what: `names a provider that is none of ${chatProviderNames.join(', ')}${guess}; ${forms[key]}`,
  };
}

function providedModel(
  provider: ChatProviderName,
  model: string,
  { key, folder, openaiBaseUrl }: ChatModelSettings,
): Omit<ChatChoice, 'apiKey'> | SettingFault {
  if (provider === 'gguf') {
    if (!/\.gguf$/iu.test(model)) return { key, what: `names a file that is no .gguf file; ${forms[key]}` };
    return { id: `gguf:${path.basename(model)}`, provider, model: path.resolve(folder, model), baseUrl: null };
  }
  const id = `${provider}:${model}`;
  if (provider !== 'openai' || openaiBaseUrl === undefined) {
    return { id, provider, model, baseUrl: chatProviders[provider].baseUrl };
  }
  const baseUrl = baseUrlOf(openaiBaseUrl);
  if (baseUrl !== null) return { id, provider, model, baseUrl };
  return {
    key: 'OPENAI_BASE_URL',
    what: 'is no address; use one such as https://host/v1, without a key in it, or leave it out',
  };
}

function unkeyed(settings: ChatModelSettings): Omit<ChatChoice, 'apiKey'> | SettingFault {
  const { key, name } = settings;
  if (/^https?:\/\//iu.test(name)) return addressedModel(settings);
  const [given = '', model = ''] = name.split(/:(.*)/su, 2).map((part) => part.trim());
  const provider = chatProviderNames.find((known) => known === given.toLowerCase());
  if (model === '') return { key, what: `names no model; ${forms[key]}` };
  return provider === undefined ? unknownProvider(given, settings) : providedModel(provider, model, settings);
}

/** What is sent as a header: printable ASCII without spaces. */
const sendable = /^[\x21-\x7e]+$/u;

/** What the operator's words come to, or everything that is wrong with them. Values are not repeated. */
export function chooseChatModel(settings: ChatModelSettings): ChatChoice | readonly SettingFault[] {
  const choice = unkeyed(settings);
  if ('what' in choice) return [choice];
  const { keyVariable, needsKey } = providerOf(choice);
  if (keyVariable === null) return { ...choice, apiKey: undefined };
  const apiKey = settings.secretOf(keyVariable);
  // Whoever gives another address for OpenAI's client may stand before a server that wants no key.
  const mayLackKey = !needsKey || (choice.provider === 'openai' && settings.openaiBaseUrl !== undefined);
  if (apiKey === undefined && !mayLackKey) {
    const what = `is not set, and ${settings.key} names ${choice.provider}; put the key there, or the path of a file with it into ${keyVariable}_FILE`;
    return [{ key: keyVariable, what }];
  }
  if (apiKey !== undefined && !sendable.test(apiKey)) {
    return [{ key: keyVariable, what: 'has spaces or other characters that no key has; copy it again' }];
  }
  return { ...choice, apiKey };
}
