import type { ChatModelError } from '../errors.js';
import { readChatFault } from './chat-fault.js';
import type { ChatMessage, ChatOptions } from './chat-model.js';
import type { ChatTrouble } from './chat-trouble.js';
import type { ModelFor } from './hosted-models.js';
import { streamOf } from './langchain-stream.js';
import { linkedAbort } from './linked-abort.js';
import { Late, type ReplyPatience, type ReplyRead, readReply } from './read-reply.js';
import type { Timers } from './timers.js';

export interface TryParts {
  readonly modelFor: ModelFor;
  readonly trouble: ChatTrouble;
  readonly patience: ReplyPatience;
  readonly timers: Timers;
  readonly clock: () => number;
  readonly now: () => number;
}

export interface TryOptions extends ChatOptions {
  readonly signal: AbortSignal;
  /** Time of the clock when all patience ends. */
  readonly deadline: number;
}

export interface FailedTry {
  readonly error: ChatModelError;
  readonly mayRetry: boolean;
  /** The pause that the server asked for, milliseconds; 0 when it did not. */
  readonly askedMs: number;
}

/** @throws the signal's reason; what the listener throws, which is none of the model's doing */
export async function tryOnce(
  messages: readonly ChatMessage[],
  { maxTokens, onText, signal, deadline }: TryOptions,
  { modelFor, trouble, patience, timers, clock, now }: TryParts,
): Promise<ReplyRead | FailedTry> {
  const request = linkedAbort([signal]);
  let hasBegun = false;
  let hasPassedOn = false;
  let defect: { readonly error: unknown } | undefined;
  try {
    return await readReply({
      chunks: streamOf(modelFor(maxTokens), messages, request.signal),
      patience,
      deadline,
      clock,
      timers,
      signal,
      maxTokens,
      onBegin() {
        hasBegun = true;
      },
      onText(piece) {
        hasPassedOn = onText !== undefined;
        try {
          onText?.(piece);
        } catch (error) {
          defect = { error };
          throw error;
        }
      },
    });
  } catch (error) {
    signal.throwIfAborted();
    if (defect !== undefined) throw defect.error;
    if (error instanceof Late) return { error: trouble.slow(error.message), mayRetry: false, askedMs: 0 };
    const read = readChatFault(error, hasBegun, now());
    return {
      error: read.own ?? trouble.of(read),
      mayRetry: read.mayRetry && !hasPassedOn,
      askedMs: read.pauseMs ?? 0,
    };
  } finally {
    request.unlink();
    request.abort();
  }
}
