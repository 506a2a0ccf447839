import { describeError } from '../../redaction.js';
import type { BotParts } from '../bot-parts.js';
import type { Words } from '../wording/words.js';
import { noticeReply } from './notice-reply.js';
import type { Reply } from './reply.js';

type Apologies = Pick<Words['notices']['apologies'], 'tooLate' | 'stopping' | 'failed'>;

/**
 * What the work gives, or an apology when it fails, takes too long, or the bot gives up what is unfinished. Never rejects.
 * The work's signal is aborted once nobody waits for it any more.
 *
 * @param apologies What is said then; looked for when it is, for the work may find out in what language.
 */
export async function withinDeadline(
  work: (signal: AbortSignal) => Promise<Reply>,
  { deadlineMs, log, givingUp }: Pick<BotParts, 'deadlineMs' | 'log' | 'givingUp'>,
  apologies: () => Apologies,
): Promise<Reply> {
  const ending = new AbortController();
  const timer = setTimeout(() => ending.abort(apologies().tooLate), deadlineMs);
  const giveUp = (): void => ending.abort(apologies().stopping);
  if (givingUp.aborted) giveUp();
  givingUp.addEventListener('abort', giveUp, { once: true });
  const ended = new Promise<string>((resolve) => {
    const end = (): void => resolve(String(ending.signal.reason));
    if (ending.signal.aborted) end();
    else ending.signal.addEventListener('abort', end, { once: true });
  });
  const given = work(ending.signal).catch((error: unknown) => {
    if (error !== ending.signal.reason) log.error(describeError(error), 'an answer failed; an apology is shown');
    return ending.signal.aborted ? String(ending.signal.reason) : apologies().failed;
  });
  try {
    const outcome = await Promise.race([given, ended]);
    if (typeof outcome !== 'string') return outcome;
    if (ending.signal.aborted) log.warn({ deadlineMs }, 'an answer was given up; an apology is shown');
    return noticeReply(outcome, 'problem');
  } finally {
    clearTimeout(timer);
    givingUp.removeEventListener('abort', giveUp);
  }
}
