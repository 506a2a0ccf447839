import type { ChatModel } from './chat-model.js';
import { type ChatChoice, providerOf } from './chat-model-name.js';
import { type ChatSurroundings, chatModelOver } from './chat-model-over.js';
import { chatTroubleOf } from './chat-trouble.js';
import type { BreakerLimits } from './circuit-breaker.js';
import { anthropicModels, googleModels, type ModelFor, openaiModels } from './hosted-models.js';
import { type ImportPackage, importPackage } from './import-package.js';
import { patienceOf, type ReplyPatience } from './read-reply.js';

export interface ChatModelParts extends ChatSurroundings {
  /** For a whole answer, its retries included. Milliseconds. */
  readonly timeoutMs: number;
  /** Instead of what follows from the time for a whole answer. */
  readonly patience?: ReplyPatience;
  readonly breaker?: BreakerLimits;
  readonly importPackage?: ImportPackage;
}

interface OpenedModels {
  readonly modelFor: ModelFor;
  readonly close?: () => Promise<void>;
}

async function openModels(choice: ChatChoice, importIt: ImportPackage): Promise<OpenedModels> {
  const { client } = providerOf(choice);
  const served = { model: choice.model, apiKey: choice.apiKey, baseUrl: choice.baseUrl ?? '' };
  switch (client) {
    case 'openai':
      return { modelFor: await openaiModels(served) };
    case 'anthropic':
      return { modelFor: await anthropicModels(served, importIt) };
    case 'google':
      return { modelFor: await googleModels(served, importIt) };
    case 'gguf': {
      const { openGgufModels } = await import('./gguf-chat-model.js');
      return openGgufModels(choice.model, importIt);
    }
  }
}

/**
 * Opens the chat model that an operator named. Nobody is asked anything yet: a server is reached, and a file is loaded,
 * with the first reply. A package that only this provider needs is imported now.
 *
 * @throws ChatModelError when that package is missing
 */
export async function openChatModel(choice: ChatChoice, parts: ChatModelParts): Promise<ChatModel> {
  const {
    timeoutMs,
    patience = patienceOf(timeoutMs),
    importPackage: importIt = importPackage,
    ...surroundings
  } = parts;
  const { modelFor, close } = await openModels(choice, importIt);
  return chatModelOver({
    ...surroundings,
    id: choice.id,
    modelFor,
    trouble: chatTroubleOf(choice),
    patience,
    ...(close === undefined ? {} : { close }),
  });
}
