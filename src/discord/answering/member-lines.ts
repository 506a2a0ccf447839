import { createQuestionQueue, type QuestionQueue } from './question-queue.js';

/** One piece of work of each member at a time: what more they want waits for it, and nobody else waits behind them. */
export interface MemberLines {
  /**
   * What the work gives, or `busy` at once when too much of this member's waits already; see QuestionQueue.
   *
   * @throws the signal's reason when it is aborted
   */
  run<T>(member: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T | 'busy'>;
  /** How much of one member's may wait. */
  readonly waiting: number;
  /** Members for whom something is under way. */
  readonly members: number;
}

/** @param waiting At least 0 */
export function createMemberLines(waiting: number): MemberLines {
  const lines = new Map<string, { readonly queue: QuestionQueue; pieces: number }>();
  return {
    waiting,
    async run(member, work, signal) {
      const line = lines.get(member) ?? { queue: createQuestionQueue({ running: 1, waiting }), pieces: 0 };
      lines.set(member, line);
      line.pieces += 1;
      try {
        return await line.queue.run(work, signal);
      } finally {
        line.pieces -= 1;
        if (line.pieces === 0) lines.delete(member);
      }
    },
    get members() {
      return lines.size;
    },
  };
}
