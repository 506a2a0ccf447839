import { describeError } from '../../redaction.js';
import type { BotParts } from '../bot-parts.js';
import type { Words } from '../wording/words.js';
import { noticeReply } from './notice-reply.js';
import type { Reply } from './reply.js';

type Apologies = Pick<Words['notices']['apologies'], 'tooLate' | 'stopping' | 'failed'>;

/** Of the deadline: what is left then is enough to answer with less, and to show it. */
const hurryAfter = 0.75;

/** Acts once the signal is aborted, or at once; gives what ends that. */
function whenAborted(signal: AbortSignal, act: () => void): () => void {
  if (signal.aborted) act();
  signal.addEventListener('abort', act, { once: true });
  return () => signal.removeEventListener('abort', act);
}

/**
 * What the work gives, or an apology when it fails, takes too long, or the bot gives up what is unfinished. Never rejects.
 * The work's signal is aborted once nobody waits for it any more; `hurry` some time before, and when the bot is to stop.
 *
 * @param apologies What is said then; looked for when it is, for the work may find out in what language.
 */
export async function withinDeadline(
  work: (signal: AbortSignal, hurry: AbortSignal) => Promise<Reply>,
  { deadlineMs, log, stopping, givingUp }: Pick<BotParts, 'deadlineMs' | 'log' | 'stopping' | 'givingUp'>,
  apologies: () => Apologies,
): Promise<Reply> {
  const ending = new AbortController();
  const hurrying = new AbortController();
  const timers = [
    setTimeout(() => ending.abort(apologies().tooLate), deadlineMs),
    setTimeout(() => hurrying.abort(), deadlineMs * hurryAfter),
  ];
  const stopListening = [
    whenAborted(stopping, () => hurrying.abort()),
    whenAborted(givingUp, () => ending.abort(apologies().stopping)),
  ];
  const ended = new Promise<string>((resolve) => {
    whenAborted(ending.signal, () => resolve(String(ending.signal.reason)));
  });
  const given = work(ending.signal, hurrying.signal).catch((error: unknown) => {
    if (error !== ending.signal.reason) log.error(describeError(error), 'an answer failed; an apology is shown');
    return ending.signal.aborted ? String(ending.signal.reason) : apologies().failed;
  });
  try {
    const outcome = await Promise.race([given, ended]);
    if (typeof outcome !== 'string') return outcome;
    if (ending.signal.aborted) log.warn({ deadlineMs }, 'an answer was given up; an apology is shown');
    return noticeReply(outcome, 'problem');
  } finally {
    for (const timer of timers) clearTimeout(timer);
    for (const stop of stopListening) stop();
  }
}
