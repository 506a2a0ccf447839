import { needsContext } from '../answering/context.js';
import { createDraftReader, type DraftSentence, isNoAnswer } from '../answering/written/draft-reader.js';
import type { ChatMessage, ChatUsage } from '../chatting/chat-model.js';
import { estimateInputTokens, estimateTokens } from '../chatting/estimate-tokens.js';
import { ChatModelError } from '../errors.js';
import type { WritingFault } from '../types.js';
import type { ExaminedSentence } from './examine-sentence.js';
import type { Writer, WrittenFor } from './writer.js';

export interface DraftOrder {
  readonly messages: readonly ChatMessage[];
  readonly examine: (sentence: DraftSentence) => Promise<ExaminedSentence>;
  /** Once so many sentences have passed the model is stopped. */
  readonly mostSentences: number;
  /** Told all that was examined so far, each time another sentence has passed. */
  readonly onPassed?: ((examined: readonly ExaminedSentence[]) => void) | undefined;
}

/** What a model wrote, checked. */
export interface Draft {
  /** In the order of writing; one that was there already is left out. */
  readonly examined: readonly ExaminedSentence[];
  /** Why the model's words do not serve as a whole; `null` when it came to an end. */
  readonly fault: WritingFault | null;
  readonly usage: Pick<ChatUsage, 'inputTokens' | 'outputTokens'> | null;
}

export function hasPassed({ outcome }: ExaminedSentence): boolean {
  return outcome !== 'dropped';
}

/** A sentence after the one before it: dropped when what it begins with ("It", "They") means one that is not shown. */
export function unlessLeftHanging(one: ExaminedSentence, before: ExaminedSentence | undefined): ExaminedSentence {
  const isLeftHanging = hasPassed(one) && before !== undefined && !hasPassed(before) && needsContext(one.draft.text);
  if (!isLeftHanging) return one;
  return { ...one, outcome: 'dropped', caution: null, unsaid: [], reason: 'points-to-nothing' };
}

/** What two sentences with the same words have in common. */
export function sameWords(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Which fault of writing an error is, where it is none of whoever waits. */
function faultOf(error: unknown, hurry: AbortSignal | undefined): WritingFault {
  return hurry?.aborted === true || (error instanceof ChatModelError && error.fault === 'slow')
    ? 'slow'
    : 'unavailable';
}

/**
 * Has a model write, and examines each sentence as soon as it is whole, one after the other. Whatever goes wrong with the
 * model, the budget or the check is told as a fault.
 *
 * @throws the signal's reason when nobody waits any more
 */
export async function writeDraft(
  { messages, examine, mostSentences, onPassed }: DraftOrder,
  { model, maxTokens, budget, onFault }: Writer,
  { guild, member, signal, hurry }: WrittenFor,
): Promise<Draft> {
  signal?.throwIfAborted();
  if (hurry?.aborted === true) return { examined: [], fault: 'slow', usage: null };
  const inputTokens = estimateInputTokens(messages);
  const reservation = await budget.reserve({ guild, member }, inputTokens + maxTokens);
  if (reservation === null) return { examined: [], fault: 'over-budget', usage: null };

  const reader = createDraftReader();
  const enough = new AbortController();
  const examined: ExaminedSentence[] = [];
  const seen = new Set<string>();
  let written = 0;
  let isDeclined = false;
  let usage: ChatUsage | null = null;
  let fault: WritingFault | null = null;

  async function take(sentence: DraftSentence): Promise<void> {
    if (enough.signal.aborted) return;
    if (isNoAnswer(sentence)) {
      isDeclined = examined.length === 0;
      if (isDeclined) enough.abort();
      return;
    }
    const words = sameWords(sentence.text);
    if (seen.has(words)) return;
    seen.add(words);
    const one = unlessLeftHanging(await examine(sentence), examined.at(-1));
    examined.push(one);
    if (!hasPassed(one)) return;
    onPassed?.([...examined]);
    if (examined.filter(hasPassed).length >= mostSentences) enough.abort();
  }

  let line: Promise<void> = Promise.resolve();
  const queue = (sentences: readonly DraftSentence[]): void => {
    for (const sentence of sentences) line = line.then(() => take(sentence));
    // Without its check the model need not go on; what went wrong comes out below.
    line.catch(() => enough.abort());
  };

  const isGivenUp = (): boolean => signal?.aborted === true || hurry?.aborted === true;
  const signals = [signal, hurry, enough.signal].filter((one) => one !== undefined);
  try {
    const reply = await model.reply(messages, {
      signal: AbortSignal.any(signals),
      maxTokens,
      onText: (piece) => {
        written += piece.length;
        queue(reader.push(piece));
      },
    });
    usage = reply.usage;
    queue(reader.finish(reply.stopped === 'end'));
  } catch (error) {
    if (!enough.signal.aborted) {
      fault = faultOf(error, hurry);
      if (!isGivenUp()) onFault(error);
    }
  }
  if (usage === null && written > 0) usage = { inputTokens, outputTokens: estimateTokens(written), isEstimated: true };
  if (usage === null) reservation.release();
  else await reservation.settle(usage);
  signal?.throwIfAborted();
  try {
    await line;
  } catch (error) {
    fault ??= 'unavailable';
    onFault(error);
  }
  if (isDeclined || examined.length === 0) fault ??= 'declined';
  return { examined, fault, usage };
}
