import type { ChatModel } from '#src/chatting/chat-model.js';
import { estimateInputTokens, estimateTokens } from '#src/chatting/estimate-tokens.js';
import { ChatModelError } from '#src/errors.js';
import type { Spoken } from './trial.js';

/** A model that says again what another said: its words meet the check as it is now. @param next What comes next. */
export function replayedModel(id: string, next: () => Spoken | null): ChatModel {
  return {
    id,
    async reply(messages, { onText }) {
      const said = next()?.said ?? '';
      if (said === '')
        throw new ChatModelError('broken', 'The record has no words for this question.', 'Run the model again.');
      onText?.(said);
      const usage = {
        inputTokens: estimateInputTokens(messages),
        outputTokens: estimateTokens(said.length),
        isEstimated: true,
      };
      return { text: said, stopped: /[.!?\]]\s*$/u.test(said) ? 'end' : 'length', usage };
    },
    close: async () => undefined,
  };
}
