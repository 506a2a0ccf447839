import { performance } from 'node:perf_hooks';
import { OutputClosed, OutputError } from './output-error.js';
import { coloursAllowed, createPaint, type Paint } from './paint.js';
import { plainText } from './plain-text.js';
import { createStatusLine, type StatusLine } from './status-line.js';

/** Where a verb reads and writes: results to one stream, everything else to the other. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** True when a person types and reads: both ends are a terminal. */
  readonly isInteractive: boolean;
  /** Columns that results may use; `Infinity` when they do not go to a terminal. */
  readonly width: number;
  readonly paint: Paint;
  readonly status: StatusLine;
  /**
   * Writes a result exactly as it is.
   * @throws OutputClosed, OutputError when an earlier one could not be written
   */
  write(text: string): void;
  /** Waits until every result is written. @throws OutputClosed, OutputError when one could not be */
  written(): Promise<void>;
  /** Writes one line for a person beside the results. */
  note(line: string): void;
}

export interface TerminalStreams {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

/** Longer lines are hard to read, however wide the window is. */
const widest = 100;
const usualColumns = 80;

/** A terminal that does not know its width says 0 or nothing. */
function columnsOf(stream: NodeJS.WriteStream): number {
  return stream.columns > 0 ? stream.columns : usualColumns;
}

/** @param mayColour whether the environment allows colours; none are used on what is no terminal. */
export function createTerminal(
  { stdin, stdout, stderr }: TerminalStreams,
  mayColour: boolean = coloursAllowed,
): Terminal {
  const status = createStatusLine({
    write: (text) => void stderr.write(text),
    isTerminal: stderr.isTTY === true,
    columns: () => columnsOf(stderr),
    clock: () => performance.now(),
  });
  let broken: OutputClosed | OutputError | undefined;
  // The work ends as after any other error, with what it holds closed: an exit in the middle of it is an abort where a
  // worker thread runs a model.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    broken ??= error.code === 'EPIPE' ? new OutputClosed() : new OutputError(error);
  });
  return {
    input: stdin,
    output: stdout,
    isInteractive: stdin.isTTY === true && stdout.isTTY === true,
    get width() {
      return stdout.isTTY === true ? Math.min(widest, columnsOf(stdout)) : Number.POSITIVE_INFINITY;
    },
    paint: createPaint(mayColour && stdout.isTTY === true),
    status,
    write(text) {
      if (broken !== undefined) throw broken;
      stdout.write(text);
    },
    async written() {
      await new Promise<void>((resolve) => {
        stdout.write('', () => resolve());
      });
      if (broken !== undefined) throw broken;
    },
    note(line) {
      status.clear();
      stderr.write(`${plainText(line)}\n`);
    },
  };
}
