import { CorpusError } from '../../../errors.js';
import { createOwnLines } from '../../answering/own-lines.js';
import { createQuestionQueue } from '../../answering/question-queue.js';
import { seconds } from '../fetch-attachment.js';

export interface TurnLimits {
  /** For all of it, waiting included. Milliseconds. */
  readonly totalMs: number;
  /** Files that are worked on at once, of all servers; of one server it is one. */
  readonly running: number;
  /** Files that may wait: of all servers, and of one. */
  readonly waiting: number;
  readonly waitingOfServer: number;
}

export interface TurnOptions {
  readonly guild: string;
  readonly signal: AbortSignal;
}

/**
 * Reads a file in its turn, then keeps what was read: still in the turn of its server, and nothing calls that off any more.
 *
 * @param name Of the file, for errors.
 * @throws CorpusError when too many are before it or it takes too long; the signal's reason; what `read` and `keep` throw
 */
export type InFileTurn = <Read, Kept>(
  name: string,
  read: (signal: AbortSignal) => Promise<Read>,
  keep: (read: Read) => Promise<Kept>,
  options: TurnOptions,
) => Promise<Kept>;

function tooLate(name: string, totalMs: number): CorpusError {
  const what = `takes longer than ${seconds(totalMs)}, so I stopped.`;
  return new CorpusError(name, what, 'Split it into several files, or try again later.');
}

const busy = 'Wait until those before it are done, then try again.';

export function createFileTurns(limits: TurnLimits): InFileTurn {
  const all = createQuestionQueue(limits);
  const lines = createOwnLines(limits.waitingOfServer);
  return async (name, read, keep, { guild, signal }) => {
    const ending = new AbortController();
    let isKeeping = false;
    // What is being kept is kept whole, and whoever waits is told so.
    const end = (reason: unknown): void => {
      if (!isKeeping) ending.abort(reason);
    };
    const stop = (): void => end(signal.reason);
    const late = setTimeout(() => end(tooLate(name, limits.totalMs)), limits.totalMs);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    const inLine = async () => {
      const taken = await all.run(async () => ({ read: await read(ending.signal) }), ending.signal);
      if (taken === 'busy') throw new CorpusError(name, 'has too many files before it.', busy);
      ending.signal.throwIfAborted();
      isKeeping = true;
      return { kept: await keep(taken.read) };
    };
    try {
      const outcome = await lines.run(guild, inLine, ending.signal);
      if (outcome === 'busy') throw new CorpusError(name, 'has too many files of this server before it.', busy);
      return outcome.kept;
    } finally {
      clearTimeout(late);
      signal.removeEventListener('abort', stop);
    }
  };
}
