import type { QuestionQueue } from '../answering/question-queue.js';

/**
 * A piece of work that nobody's question waits for: begun when no member waits, and in their line should one have come in
 * between.
 *
 * @throws the signal's reason once it is aborted
 */
export async function membersFirst<T>(work: () => Promise<T>, queue: QuestionQueue, signal: AbortSignal): Promise<T> {
  for (;;) {
    await queue.whenQuiet(signal);
    const done = await queue.run(async () => ({ value: await work() }), signal);
    if (done !== 'busy') return done.value;
  }
}
