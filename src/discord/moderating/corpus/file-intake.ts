import { CorpusError } from '../../../errors.js';
import { documentOf, type ReadFile, readSentFile, type SentFile } from '../../../stage-document.js';
import { type Survey, surveyDocument } from '../../../survey-document.js';
import { visibleText } from '../../writing/visible-text.js';
import { type Attachment, type FetchLimits, fetchAttachment } from '../fetch-attachment.js';
import { createFileTurns, type TurnLimits, type TurnOptions } from './file-turns.js';

/** Sizes in bytes, durations in milliseconds. */
export interface FileLimits extends FetchLimits, TurnLimits {
  readonly maxPages: number;
  readonly readMs: number;
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

export interface TakeOptions extends TurnOptions {
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
  /**
   * Works on a document that was taken in before, in its turn among the files and within their time.
   *
   * @throws CorpusError when too many are before it or it takes too long; what `work` throws; the signal's reason
   */
  inTurn<T>(name: string, work: (signal: AbortSignal) => Promise<T>, options: TurnOptions): Promise<T>;
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

export function createFileIntake({ restApi, limits, now }: IntakeParts): FileIntake {
  const inTurn = createFileTurns(limits);

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

  return {
    limits,
    async take(sent, keep, { onStage, ...options }) {
      const name = shownName(sent.name);
      onStage(`Other files are being read; ${name} is next …`);
      return inTurn(name, (signal) => read(sent, name, signal, onStage), keep, options);
    },
    inTurn: (name, work, options) => inTurn(name, work, async (result) => result, options),
  };
}

/** Beyond what a file may take: to stage it, and to show the reply. */
const marginMs = 15_000;

/** The parts of a reply that may take as long as a file does, waiting included. */
export function patientWithFiles<Parts extends { readonly files: FileIntake }>(
  parts: Parts,
): Parts & { readonly deadlineMs: number } {
  return { ...parts, deadlineMs: parts.files.limits.totalMs + marginMs };
}
