import { ChatModelError } from '../errors.js';
import type { ChatMessage, ChatModel, ChatOptions, ChatReply } from './chat-model.js';
import type { ChatTrouble } from './chat-trouble.js';
import { type Attempt, type BreakerLimits, createCircuitBreaker, usualBreakerLimits } from './circuit-breaker.js';
import { estimateInputTokens } from './estimate-tokens.js';
import type { ModelFor } from './hosted-models.js';
import { linkedAbort } from './linked-abort.js';
import type { ReplyPatience, ReplyRead } from './read-reply.js';
import { systemTimers, type Timers } from './timers.js';
import { tryOnce } from './try-once.js';
import { pause } from './within.js';

/** What depends on time and chance, as a parameter. */
export interface ChatSurroundings {
  readonly timers?: Timers;
  /** Milliseconds of a clock that never goes back. */
  readonly clock?: () => number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** From 0 up to 1. */
  readonly random?: () => number;
}

export interface ChatModelOverInput extends ChatSurroundings {
  readonly id: string;
  /** A model of LangChain's that writes at most so many tokens, and tries once. */
  readonly modelFor: ModelFor;
  readonly trouble: ChatTrouble;
  readonly patience: ReplyPatience;
  readonly breaker?: BreakerLimits;
  /** Frees what the models share. */
  readonly close?: () => Promise<void>;
}

/** Tries in all: two more heal what heals by itself. */
const tries = 3;
/** A member waits, and the quotes are there: all pauses together stay under half a second, unless the server asks for more. */
const firstPauseMs = 150;

/** Half of each pause is left to chance, so that those who were refused together do not return together. */
function usualPause(tried: number, random: () => number): number {
  const whole = firstPauseMs * 2 ** (tried - 1);
  return whole / 2 + (whole / 2) * random();
}

function replyOf(read: ReplyRead, messages: readonly ChatMessage[]): ChatReply {
  const { text, stopped, inputTokens, outputTokens, estimatedOutputTokens } = read;
  const isCounted = inputTokens > 0 && outputTokens > 0;
  return {
    text,
    stopped,
    usage: {
      inputTokens: inputTokens > 0 ? inputTokens : estimateInputTokens(messages),
      outputTokens: isCounted ? outputTokens : Math.max(outputTokens, estimatedOutputTokens),
      isEstimated: !isCounted,
    },
  };
}

/**
 * Any chat model of LangChain's as ours, with one policy for all: limits of time and length, another try while nothing has
 * been passed on and one may help, and a rest for who fails again and again.
 */
export function chatModelOver({
  id,
  modelFor,
  trouble,
  patience,
  breaker: breakerLimits = usualBreakerLimits,
  close,
  timers = systemTimers,
  clock = () => performance.now(),
  now = Date.now,
  random = Math.random,
}: ChatModelOverInput): ChatModel {
  const breaker = createCircuitBreaker(breakerLimits, clock);
  const closing = new AbortController();
  const parts = { modelFor, trouble, patience, timers, clock, now };

  /** @throws ChatModelError after the last try; the signal's reason */
  async function tryAgainAndAgain(
    messages: readonly ChatMessage[],
    options: ChatOptions & { readonly signal: AbortSignal },
    attempt: Attempt,
  ): Promise<ChatReply> {
    const deadline = clock() + patience.wholeMs;
    for (let tried = 1; ; tried += 1) {
      const outcome = await tryOnce(messages, { ...options, deadline }, parts);
      if (!('error' in outcome)) {
        attempt.succeeded();
        return replyOf(outcome, messages);
      }
      const { error, mayRetry, askedMs } = outcome;
      const pauseMs = Math.max(askedMs, usualPause(tried, random));
      if (!mayRetry || tried === tries || clock() + pauseMs >= deadline) {
        // Messages that are too long are no fault of the model's.
        if (error.fault === 'too-long') attempt.left();
        else attempt.failed(askedMs);
        throw error;
      }
      await pause(pauseMs, timers, options.signal);
    }
  }

  return {
    id,
    async reply(messages, options) {
      options.signal?.throwIfAborted();
      if (closing.signal.aborted) throw trouble.closed();
      const attempt = breaker.enter();
      if ('restMs' in attempt) throw trouble.resting(attempt.restMs);
      const stop = linkedAbort([closing.signal, options.signal]);
      try {
        return await tryAgainAndAgain(messages, { ...options, signal: stop.signal }, attempt);
      } catch (error) {
        if (stop.signal.aborted || !(error instanceof ChatModelError)) attempt.left();
        throw error;
      } finally {
        stop.unlink();
      }
    },
    async close() {
      closing.abort(trouble.closed());
      await close?.();
    },
  };
}
