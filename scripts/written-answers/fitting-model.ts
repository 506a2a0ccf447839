import type { ChatMessage, ChatModel } from '#src/chatting/chat-model.js';
import { estimateInputTokens } from '#src/chatting/estimate-tokens.js';
import type { Spoken } from './trial.js';

const lastPassage = /<passage n="(?:[2-9]|\d{2,})"[^>]*>\n(?:(?!<\/passage>)[\s\S])*\n<\/passage>\n(?=<question>)/u;

/** Estimates of tokens are up to a third too low for English with marks and figures. */
const certainShare = 0.75;

/** The messages without the last passages, as far as that is needed; the first passage stays. */
function fitted(
  messages: readonly ChatMessage[],
  most: number,
): readonly [fitting: readonly ChatMessage[], leftOut: number] {
  let fitting = messages;
  for (let leftOut = 0; ; leftOut++) {
    const shorter = fitting.map((message) => ({ ...message, text: message.text.replace(lastPassage, '') }));
    const isShortest = estimateInputTokens(shorter) === estimateInputTokens(fitting);
    if (isShortest || estimateInputTokens(fitting) <= most) return [fitting, leftOut];
    fitting = shorter;
  }
}

/**
 * The model, with passages left out of what it is asked until it can read all of it.
 * @param context Tokens.
 * @param onSpoken Told what it said to each request, whether or not it came to an end.
 */
export function fittingModel(model: ChatModel, context: number, onSpoken: (spoken: Spoken) => void): ChatModel {
  return {
    ...model,
    async reply(messages, options) {
      const [fitting, leftOut] = fitted(messages, Math.floor((context - options.maxTokens) * certainShare));
      const startedAt = performance.now();
      let firstMs: number | null = null;
      let said = '';
      try {
        return await model.reply(fitting, {
          ...options,
          onText(piece) {
            firstMs ??= performance.now() - startedAt;
            said += piece;
            options.onText?.(piece);
          },
        });
      } finally {
        onSpoken({ said, firstMs, draftMs: performance.now() - startedAt, leftOut });
      }
    },
  };
}
