import { createQuestionQueue, type QuestionQueue } from '../../answering/question-queue.js';

/** Lets one piece of work of each server run at a time, so that no server keeps the others waiting. */
export interface ServerLines {
  /** As a queue's `run`, for one server: `busy` when too many of its own wait already. */
  run<T>(guild: string, work: () => Promise<T>, signal: AbortSignal): Promise<T | 'busy'>;
}

interface Line {
  readonly queue: QuestionQueue;
  /** How many stand in it or are at work. */
  count: number;
}

function newLine(waiting: number): Line {
  return { queue: createQuestionQueue({ running: 1, waiting }), count: 0 };
}

/** @param waiting How many of one server may wait. */
export function createServerLines(waiting: number): ServerLines {
  const lines = new Map<string, Line>();
  return {
    async run(guild, work, signal) {
      const line = lines.get(guild) ?? newLine(waiting);
      lines.set(guild, line);
      line.count += 1;
      try {
        return await line.queue.run(work, signal);
      } finally {
        line.count -= 1;
        if (line.count === 0) lines.delete(guild);
      }
    },
  };
}
