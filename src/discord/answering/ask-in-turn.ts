import type { WrittenRequest } from '../../desk.js';
import type { Answer } from '../../types.js';
import type { BotParts } from '../bot-parts.js';

export interface AskedInTurn extends Pick<WrittenRequest, 'member' | 'turns' | 'onPart'> {
  readonly question: string;
  readonly guild: string | null;
  /** As of what whoever asked waits with: see replying/meanwhile.ts. */
  readonly hurry: AbortSignal;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/**
 * What the desk answers, or `busy` when too many wait. Searching has its place in the line of questions; while a chat
 * model writes the next one has it, and only so many drafts are written at once.
 */
export function askInTurn(
  { question, guild, hurry, signal, ...written }: AskedInTurn,
  { desk, queue, drafts }: Pick<BotParts, 'desk' | 'queue' | 'drafts'>,
): Promise<Answer | 'busy'> {
  return queue.run(async (leavePlace) => {
    const leaving: (() => void)[] = [];
    const mayWrite = async (): Promise<boolean> => {
      leavePlace();
      const leave = await drafts.take(AbortSignal.any([signal, hurry]));
      if (leave !== null) leaving.push(leave);
      return leave !== null;
    };
    try {
      return await desk.ask(question, guild, { ...written, signal, hurry, mayWrite });
    } finally {
      // Where nobody waits any more the line goes on at once; the draft's place is free when the model has really stopped.
      for (const leave of leaving) leave();
    }
  }, signal);
}
