import type { ChatMessage, ChatReply, ChatUsage } from '../chatting/chat-model.js';
import { estimateInputTokens, estimateTokens } from '../chatting/estimate-tokens.js';
import type { Timers } from '../chatting/timers.js';
import type { Speaker, WrittenFor } from './writer.js';

/** When a reply is given up though somebody still waits. */
export interface Patience {
  readonly milliseconds: number;
  readonly timers: Timers;
}

export interface Said {
  /** `null` when it said nothing in time, or within the budget. */
  readonly text: string | null;
  /** What was booked; `null` when nothing was. */
  readonly usage: ChatUsage | null;
}

const nothing: Said = { text: null, usage: null };

/**
 * What the model says as a whole. What goes wrong is told to the writer's `onFault`.
 *
 * @param patience Without it the reply is given up when `hurry` is aborted, or the model gives up itself.
 * @throws the signal's reason when nobody waits any more
 */
export async function say(
  messages: readonly ChatMessage[],
  { model, maxTokens, budget, onFault }: Speaker,
  { guild, member, signal, hurry }: WrittenFor,
  patience?: Patience,
): Promise<Said> {
  signal?.throwIfAborted();
  const isHurried = (): boolean => hurry?.aborted === true;
  if (isHurried()) return nothing;
  const inputTokens = estimateInputTokens(messages);
  const reservation = await budget.reserve({ guild, member }, inputTokens + maxTokens);
  if (reservation === null) return nothing;

  const late = new AbortController();
  const inTime = patience?.timers.after(patience.milliseconds, () => late.abort());
  let written = 0;
  let reply: ChatReply | null = null;
  try {
    const waiting = AbortSignal.any([signal, hurry, late.signal].filter((one) => one !== undefined));
    const onText = (piece: string): void => {
      written += piece.length;
    };
    reply = await model.reply(messages, { signal: waiting, maxTokens, onText });
  } catch (error) {
    if (signal?.aborted !== true && !isHurried() && !late.signal.aborted) onFault(error);
  } finally {
    inTime?.();
  }
  // What was broken off was read all the same, and is paid for.
  const begun: ChatUsage = { inputTokens, outputTokens: estimateTokens(written), isEstimated: true };
  const usage = reply?.usage ?? (written > 0 || late.signal.aborted ? begun : null);
  if (usage === null) reservation.release();
  else await reservation.settle(usage);
  if (reply === null) signal?.throwIfAborted();
  return { text: reply?.text ?? null, usage };
}
