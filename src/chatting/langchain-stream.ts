// oxlint-disable no-underscore-dangle -- LangChain's names for what a model does, below what its callbacks hear
import { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { AIMessage, AIMessageChunk, type BaseMessage, HumanMessage, SystemMessage } from '@langchain/core/messages';
import { ChatGenerationChunk } from '@langchain/core/outputs';
import type { ChatMessage } from './chat-model.js';

function messageOf({ role, text }: ChatMessage): BaseMessage {
  switch (role) {
    case 'system':
      return new SystemMessage(text);
    case 'user':
      return new HumanMessage(text);
    case 'assistant':
      return new AIMessage(text);
  }
}

/** The whole reply of a model that does not stream, as one chunk. */
async function* wholeReply(
  model: BaseChatModel,
  messages: BaseMessage[],
  signal: AbortSignal,
): AsyncGenerator<ChatGenerationChunk> {
  const { generations } = await model._generate(messages, { signal });
  const [generation] = generations;
  if (generation === undefined) return;
  const { content, additional_kwargs, response_metadata } = generation.message;
  const usage = AIMessage.isInstance(generation.message) ? generation.message.usage_metadata : undefined;
  const message = new AIMessageChunk({
    content,
    additional_kwargs,
    response_metadata,
    ...(usage === undefined ? {} : { usage_metadata: usage }),
  });
  yield new ChatGenerationChunk({ text: generation.text, message, generationInfo: generation.generationInfo ?? {} });
}

/**
 * What a LangChain model writes, chunk by chunk.
 *
 * The method below `stream()` is called, not `stream()` itself: that one asks the environment whether the conversation is
 * to be sent to LangSmith (`LANGSMITH_TRACING` and three more) or printed (`LANGCHAIN_VERBOSE`), and no argument says no.
 */
export function streamOf(
  model: BaseChatModel,
  messages: readonly ChatMessage[],
  signal: AbortSignal,
): AsyncIterable<ChatGenerationChunk> {
  const converted = messages.map(messageOf);
  const canStream = model._streamResponseChunks !== BaseChatModel.prototype._streamResponseChunks;
  return canStream ? model._streamResponseChunks(converted, { signal }) : wholeReply(model, converted, signal);
}
