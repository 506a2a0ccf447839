import type { WaitingRequest } from '../../desk.js';
import type { BotParts } from '../bot-parts.js';

/** As of what whoever asked waits with: see replying/meanwhile.ts. */
export interface WaitsInTurn {
  readonly hurry: AbortSignal;
  /** Aborted when nobody waits for it any more. */
  readonly signal: AbortSignal;
}

/**
 * What the desk gives, or `busy` when too many wait. Searching has its place in the line of questions; while a chat model
 * writes the next one has it, and only so many drafts are written at once.
 */
export function writeInTurn<T>(
  work: (waiting: WaitsInTurn & Pick<WaitingRequest, 'mayWrite'>) => Promise<T>,
  { hurry, signal }: WaitsInTurn,
  { queue, drafts }: Pick<BotParts, 'queue' | 'drafts'>,
): Promise<T | 'busy'> {
  return queue.run(async (leavePlace) => {
    const leaving: (() => void)[] = [];
    const mayWrite = async (): Promise<boolean> => {
      leavePlace();
      const leave = await drafts.take(AbortSignal.any([signal, hurry]));
      if (leave !== null) leaving.push(leave);
      return leave !== null;
    };
    try {
      return await work({ signal, hurry, mayWrite });
    } finally {
      // Where nobody waits any more the line goes on at once; the draft's place is free when the model has really stopped.
      for (const leave of leaving) leave();
    }
  }, signal);
}
