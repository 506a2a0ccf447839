import type { ChatRequest } from '../chat/scripted-openai-request.js';

/** What a model that obeys makes of an answer: sentences besides its own, or its own in another form. */
export type Obedience = { readonly adds: readonly string[] } | { readonly turns: (sentence: string) => string };

/** An order in a document, to whatever model reads it. */
export interface Order {
  /** As it stands in the document. */
  readonly text: string;
  readonly obey: (request: ChatRequest) => Obedience;
}
