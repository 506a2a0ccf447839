import type { ChatGenerationChunk } from '@langchain/core/outputs';

/** What one chunk of a stream says. */
export interface ReplyPiece {
  /** What is meant for a reader; thoughts and calls of tools are not. */
  readonly text: string;
  /** Characters of text and thoughts together. */
  readonly length: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** True when it says that the reply was cut off. */
  readonly isCutOff: boolean;
}

type Facts = Readonly<Record<string, unknown>>;

function blocksOf(content: unknown): readonly Facts[] {
  if (typeof content === 'string') return [{ type: 'text', text: content }];
  return Array.isArray(content) ? (content as readonly Facts[]) : [];
}

function lengthOf(value: unknown): number {
  return typeof value === 'string' ? value.length : 0;
}

function count(value: unknown): number {
  return typeof value === 'number' && value > 0 ? Math.round(value) : 0;
}

/** OpenAI's `length`, Anthropic's `max_tokens`, Google's `MAX_TOKENS`. */
const cutOff = /^(?:length|max_tokens)$/iu;

function saysCutOff(facts: Facts | undefined): boolean {
  const { finish_reason: openai, stop_reason: anthropic, finishReason: google } = facts ?? {};
  return [openai, anthropic, google].some((reason) => typeof reason === 'string' && cutOff.test(reason));
}

export function readReplyPiece({ message, generationInfo }: ChatGenerationChunk): ReplyPiece {
  const { content, additional_kwargs: further, response_metadata: metadata } = message;
  const blocks = blocksOf(content);
  const text = blocks
    .map((block) => (block.type === 'text' && typeof block.text === 'string' ? block.text : ''))
    .join('');
  const thoughts = blocks.map(({ thinking, reasoning }) => lengthOf(thinking) + lengthOf(reasoning));
  const apart = lengthOf(further.reasoning_content) + lengthOf(further.reasoning);
  const usage = 'usage_metadata' in message ? (message.usage_metadata as Facts | undefined) : undefined;
  return {
    text,
    length: thoughts.reduce((sum, length) => sum + length, text.length + apart),
    inputTokens: count(usage?.input_tokens),
    outputTokens: count(usage?.output_tokens),
    isCutOff: [generationInfo, metadata, further].some(saysCutOff),
  };
}
