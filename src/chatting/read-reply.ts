import type { ChatGenerationChunk } from '@langchain/core/outputs';
import { estimateTokens } from './estimate-tokens.js';
import { type ReplyPiece, readReplyPiece } from './reply-piece.js';
import { createThoughtFilter } from './thought-filter.js';
import type { Timers } from './timers.js';
import { late, within } from './within.js';

/** How long one waits for a model. Milliseconds. */
export interface ReplyPatience {
  /** For the first sign of a reply. */
  readonly firstMs: number;
  /** Between two signs. */
  readonly silenceMs: number;
  /** For everything, retries and their pauses included. */
  readonly wholeMs: number;
}

/** A small machine needs more time for each part of an answer, so one figure sets all three. */
export function patienceOf(wholeMs: number): ReplyPatience {
  return { firstMs: wholeMs * 0.75, silenceMs: wholeMs * 0.25, wholeMs };
}

/** A reply that did not come in time; what was awaited, as the rest of a sentence about the model. */
export class Late extends Error {
  override readonly name = 'Late';
}

export interface ReadingInput {
  readonly chunks: AsyncIterable<ChatGenerationChunk>;
  readonly patience: ReplyPatience;
  /** Time of `clock` when all patience ends. */
  readonly deadline: number;
  readonly clock: () => number;
  readonly timers: Timers;
  readonly signal: AbortSignal | undefined;
  readonly maxTokens: number;
  readonly onText: (piece: string) => void;
  /** Told once that something has come. */
  readonly onBegin: () => void;
}

export interface ReplyRead {
  readonly text: string;
  readonly stopped: 'end' | 'length';
  readonly inputTokens: number;
  /** As the server counts, 0 when it did not say. */
  readonly outputTokens: number;
  /** At four characters a token, thoughts included. */
  readonly estimatedOutputTokens: number;
}

/** No language has longer tokens on average: what is longer was not cut off where it should have been. */
const mostCharactersAToken = 8;
/** Of text, in UTF-8. An answer has 1 KiB. */
const mostBytes = 65_536;
/** Of chunks for one token: some servers send empty ones to keep the connection open. */
const mostChunksAToken = 4;
const chunksBesides = 1_000;

function seconds(milliseconds: number): string {
  return `${Math.round(milliseconds / 100) / 10} s`;
}

/** What is awaited next, and how long. */
function nextPatience(
  { patience, deadline, clock }: ReadingInput,
  hasBegun: boolean,
): { ms: number; whatIsLate: string } {
  const left = Math.max(0, deadline - clock());
  const { firstMs, silenceMs, wholeMs } = patience;
  if (left < (hasBegun ? silenceMs : firstMs))
    return { ms: left, whatIsLate: `was not done within ${seconds(wholeMs)}` };
  if (hasBegun)
    return { ms: silenceMs, whatIsLate: `said nothing for ${seconds(silenceMs)} in the middle of its answer` };
  return { ms: firstMs, whatIsLate: `did not begin to answer within ${seconds(firstMs)}` };
}

/**
 * Reads one reply as it is streamed, within its limits of time and length: what is too long is cut, not refused.
 * Whoever streams is told to stop by the end of the iteration.
 *
 * @throws Late; the signal's reason; what the stream throws
 */
export async function readReply(input: ReadingInput): Promise<ReplyRead> {
  const { chunks, timers, signal, maxTokens, onText, onBegin } = input;
  const filter = createThoughtFilter();
  const iterator = chunks[Symbol.asyncIterator]();
  let text = '';
  let bytes = 0;
  let [pieces, length, inputTokens, outputTokens] = [0, 0, 0, 0];
  let isCut = false;

  function pass(shown: string): void {
    const room = mostBytes - bytes;
    const fitting =
      Buffer.byteLength(shown) <= room
        ? shown
        : Buffer.from(shown)
            .subarray(0, room)
            .toString()
            .replace(/\uFFFD+$/u, '');
    if (fitting.length < shown.length) isCut = true;
    if (fitting === '') return;
    bytes += Buffer.byteLength(fitting);
    text += fitting;
    onText(fitting);
  }

  function take(piece: ReplyPiece): void {
    pieces += 1;
    length += piece.length;
    inputTokens += piece.inputTokens;
    outputTokens += piece.outputTokens;
    if (piece.isCutOff) isCut = true;
    pass(filter.read(piece.text));
  }

  const isTooLong = (): boolean =>
    length > maxTokens * mostCharactersAToken ||
    pieces > maxTokens * mostChunksAToken + chunksBesides ||
    bytes >= mostBytes;

  try {
    for (;;) {
      const { ms, whatIsLate } = nextPatience(input, pieces > 0);
      const step = await within(iterator.next(), ms, timers, signal);
      if (step === late) throw new Late(whatIsLate);
      if (step.done === true) break;
      if (pieces === 0) onBegin();
      take(readReplyPiece(step.value));
      if (isTooLong()) {
        isCut = true;
        break;
      }
    }
    pass(filter.end());
  } finally {
    // Not awaited: a stream that hangs does not hear it either.
    void iterator.return?.().catch(() => undefined);
  }
  return {
    text,
    stopped: isCut ? 'length' : 'end',
    inputTokens,
    outputTokens,
    estimatedOutputTokens: estimateTokens(length),
  };
}
