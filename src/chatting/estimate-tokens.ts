import type { ChatMessage } from './chat-model.js';

const charactersAToken = 4;
/** Roles and separators around each message. */
const tokensAMessage = 4;

/** About how many tokens a text has: English and most languages in Latin letters have four characters in one. */
export function estimateTokens(characters: number): number {
  return Math.ceil(characters / charactersAToken);
}

export function estimateInputTokens(messages: readonly ChatMessage[]): number {
  return messages.reduce((sum, { text }) => sum + estimateTokens(text.length) + tokensAMessage, 0);
}
