import type { WrittenRequest } from '../../desk.js';
import type { Answer } from '../../types.js';
import type { BotParts } from '../bot-parts.js';
import { type WaitsInTurn, writeInTurn } from './write-in-turn.js';

export interface AskedInTurn extends WaitsInTurn, Pick<WrittenRequest, 'member' | 'turns' | 'onPart'> {
  readonly question: string;
  readonly guild: string | null;
}

/** What the desk answers, or `busy` when too many wait. */
export function askInTurn(
  { question, guild, hurry, signal, ...written }: AskedInTurn,
  parts: Pick<BotParts, 'desk' | 'queue' | 'drafts'>,
): Promise<Answer | 'busy'> {
  return writeInTurn(
    (waiting) => parts.desk.ask(question, guild, { ...written, ...waiting }),
    { hurry, signal },
    parts,
  );
}
