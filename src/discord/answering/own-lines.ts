import { createQuestionQueue, type QuestionQueue } from './question-queue.js';

/** One piece of work of each owner at a time, be it a member or a server: nobody waits behind somebody else. */
export interface OwnLines {
  /**
   * What the work gives, or `busy` at once when too much of this owner's waits already; see QuestionQueue.
   *
   * @throws the signal's reason when it is aborted
   */
  run<T>(owner: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T | 'busy'>;
  /** How much of one owner's may wait. */
  readonly waiting: number;
  /** Owners for whom something is under way. */
  readonly owners: number;
}

/** @param waiting At least 0 */
export function createOwnLines(waiting: number): OwnLines {
  const lines = new Map<string, { readonly queue: QuestionQueue; pieces: number }>();
  return {
    waiting,
    async run(owner, work, signal) {
      const line = lines.get(owner) ?? { queue: createQuestionQueue({ running: 1, waiting }), pieces: 0 };
      lines.set(owner, line);
      line.pieces += 1;
      try {
        return await line.queue.run(work, signal);
      } finally {
        line.pieces -= 1;
        if (line.pieces === 0) lines.delete(owner);
      }
    },
    get owners() {
      return lines.size;
    },
  };
}
