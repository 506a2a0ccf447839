import { CorpusError } from '../../../errors.js';
import { documentOf, type ReadFile, readSentFile, type SentFile } from '../../../stage-document.js';
import { type Survey, surveyDocument } from '../../../survey-document.js';
import { createOwnLines } from '../../answering/own-lines.js';
import { createQuestionQueue } from '../../answering/question-queue.js';
import { visibleText } from '../../writing/visible-text.js';
import { type Attachment, type FetchLimits, fetchAttachment, seconds } from '../fetch-attachment.js';

/** Sizes in bytes, durations in milliseconds. */
export interface FileLimits extends FetchLimits {
  readonly maxPages: number;
  readonly readMs: number;
  /** For all of it, waiting included. */
  readonly totalMs: number;
  /** Files that are worked on at once, of all servers; of one server it is one. */
  readonly running: number;
  /** Files that may wait: of all servers, and of one. */
  readonly waiting: number;
  readonly waitingOfServer: number;
}

/** 25 MiB is what Discord takes from most members; a PDF of 2,000 pages takes about a minute. */
export const usualFileLimits: FileLimits = {
  maxBytes: 26_214_400,
  maxPages: 2_000,
  downloadMs: 60_000,
  stallMs: 15_000,
  readMs: 60_000,
  totalMs: 120_000,
  running: 2,
  waiting: 20,
  waitingOfServer: 5,
};

/** What is going on, in words of our own. */
export type OnStage = (words: string) => void;

export interface TakenFile {
  /** As it is shown. */
  readonly name: string;
  readonly file: ReadFile;
  readonly survey: Survey;
}

/** What a moderator sent, and said of it. */
export type Sent = Attachment & Pick<SentFile, 'said' | 'before'>;

export interface TakeOptions {
  readonly guild: string;
  readonly signal: AbortSignal;
  readonly onStage: OnStage;
}

/** Takes files in that moderators send: bounded in size, time and number, whatever they are. */
export interface FileIntake {
  readonly limits: FileLimits;
  /**
   * Fetches, reads and looks through one file, then calls `keep`. Files of one server come one after the other, `keep`
   * included: what it sees of the server's documents stays so until it is done.
   *
   * @throws CorpusError whatever is wrong with the file; the signal's reason when it is called off. After either, `keep` was
   * not called, or has thrown itself
   */
  take<T>(sent: Sent, keep: (taken: TakenFile) => Promise<T>, options: TakeOptions): Promise<T>;
}

export interface IntakeParts {
  readonly restApi: string | undefined;
  readonly limits: FileLimits;
  readonly now: () => number;
}

const longestName = 100;

function shownName(name: string): string {
  const line = visibleText(name);
  return (line.length <= longestName ? line : `${line.slice(0, longestName - 1).toWellFormed()}…`) || 'the file';
}

function tooLate(name: string, totalMs: number): CorpusError {
  const what = `takes longer than ${seconds(totalMs)}, so I stopped.`;
  return new CorpusError(name, what, 'Split it into several files, or try again later.');
}

const busy = 'Wait until those before it are done, then try again.';

export function createFileIntake({ restApi, limits, now }: IntakeParts): FileIntake {
  const all = createQuestionQueue(limits);
  const lines = createOwnLines(limits.waitingOfServer);

  async function read(
    { said, before, ...attachment }: Sent,
    name: string,
    signal: AbortSignal,
    onStage: OnStage,
  ): Promise<TakenFile> {
    onStage(`Fetching ${name} …`);
    const bytes = await fetchAttachment({ ...attachment, name }, { ...limits, restApi, signal });
    onStage(`Reading ${name} …`);
    const file = await readSentFile({ bytes, name: attachment.name, said, before }, { ...limits, now: now(), signal });
    onStage(`Looking through ${name} …`);
    // The id does not matter to what stands in it, and is given last.
    const document = documentOf(file, 'server:new', now());
    const survey = await surveyDocument({ document, hidden: file.hidden }, { name, timeoutMs: limits.readMs, signal });
    if (survey.passages === 0) {
      const what = 'has no sentence that could answer a question: only headings, notes to the reader or single signs.';
      throw new CorpusError(name, what, 'Send the text itself.');
    }
    return { name, file, survey };
  }

  async function take<T>(
    sent: Sent,
    keep: (taken: TakenFile) => Promise<T>,
    { guild, signal, onStage }: TakeOptions,
  ): Promise<T> {
    const name = shownName(sent.name);
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
    const inLine = async (): Promise<{ readonly kept: T }> => {
      const taken = await all.run(() => read(sent, name, ending.signal, onStage), ending.signal);
      if (taken === 'busy') throw new CorpusError(name, 'has too many files before it.', busy);
      ending.signal.throwIfAborted();
      isKeeping = true;
      return { kept: await keep(taken) };
    };
    try {
      onStage(`Other files are being read; ${name} is next …`);
      const outcome = await lines.run(guild, inLine, ending.signal);
      if (outcome === 'busy') throw new CorpusError(name, 'has too many files of this server before it.', busy);
      return outcome.kept;
    } finally {
      clearTimeout(late);
      signal.removeEventListener('abort', stop);
    }
  }

  return { limits, take };
}
