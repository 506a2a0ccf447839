import type { ChatUsage } from '../chatting/chat-model.js';

type Tokens = Pick<ChatUsage, 'inputTokens' | 'outputTokens'>;

/** What two requests took together; `null` when neither took anything. */
export function addedUsage(one: Tokens | null, other: Tokens | null): Tokens | null {
  if (one === null || other === null) return one ?? other;
  return { inputTokens: one.inputTokens + other.inputTokens, outputTokens: one.outputTokens + other.outputTokens };
}
