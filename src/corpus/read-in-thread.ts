import { type TransferListItem, Worker } from 'node:worker_threads';
import { CorpusError } from '../errors.js';
import type { FileReading } from './file-reading.js';
import type { FileToRead } from './read-file.js';

/** What the thread says, once. */
export type ThreadReply<T = FileReading> =
  | { readonly kind: 'read'; readonly reading: T }
  | { readonly kind: 'refused'; readonly what: string; readonly remedy: string }
  | { readonly kind: 'failed'; readonly why: string };

// A PDF of 500 pages takes about 150 MiB. Beyond this a file is hostile or a whole library.
const mostHeapMebibytes = 512;

const split = 'Split it into several files.';

function crash(name: string, error: unknown): CorpusError {
  const isMemory = (error as NodeJS.ErrnoException | undefined)?.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isMemory
    ? new CorpusError(name, `takes more than ${mostHeapMebibytes} MiB of memory to read.`, split, { cause: error })
    : new CorpusError(
        name,
        'is damaged or built in a way that cannot be read.',
        'Open it in its own program and save it anew, or give its text as a .txt file.',
        { cause: error },
      );
}

export interface ReaderThread {
  /** The thread's program, which posts one ThreadReply. */
  readonly program: URL;
  /** What it is told. */
  readonly data: unknown;
  readonly transferList?: readonly TransferListItem[];
  /** Milliseconds, the thread's start included. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * What a program makes of one file in a thread of its own, which is ended with it, or by force when it takes too long or
 * too much memory. The caller's thread is not held. The thread knows nothing of the environment.
 *
 * @param name The file's, for errors.
 * @throws CorpusError whatever is wrong with the file; the signal's reason when it is called off
 */
export async function fromReaderThread<T>(name: string, thread: ReaderThread): Promise<T> {
  const { program, data, transferList = [], timeoutMs, signal } = thread;
  signal?.throwIfAborted();
  const worker = new Worker(program, {
    workerData: data,
    transferList: [...transferList],
    name: 'parley reader',
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: mostHeapMebibytes, stackSizeMb: 4 },
  });
  let timer: NodeJS.Timeout | undefined;
  let stop: (() => void) | undefined;
  try {
    const reply = await new Promise<ThreadReply<T>>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', (error) => reject(crash(name, error)));
      worker.once('exit', () => reject(crash(name, undefined)));
      timer = setTimeout(() => {
        const seconds = Math.round(timeoutMs / 100) / 10;
        reject(new CorpusError(name, `takes longer than ${seconds} seconds to read.`, split));
      }, timeoutMs);
      stop = () => reject(signal?.reason);
      signal?.addEventListener('abort', stop, { once: true });
    });
    if (reply.kind === 'read') return reply.reading;
    throw reply.kind === 'refused'
      ? new CorpusError(name, reply.what, reply.remedy)
      : crash(name, new Error(reply.why));
  } finally {
    clearTimeout(timer);
    if (stop !== undefined) signal?.removeEventListener('abort', stop);
    await worker.terminate();
  }
}

/** How a file is read; tests put a program that never ends in the place of the reader. */
export interface ReadingChoice {
  readonly program?: URL;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads a file in a thread of its own.
 *
 * @param timeoutMs Milliseconds, the thread's start included.
 * @throws CorpusError whatever is wrong with the file; the signal's reason when it is called off
 */
export function readInThread(
  file: FileToRead,
  timeoutMs: number,
  { program = new URL('./read-file.worker.js', import.meta.url), signal }: ReadingChoice = {},
): Promise<FileReading> {
  // A copy, since the bytes move to the thread and the caller may want to keep them.
  const bytes = new Uint8Array(file.bytes);
  const data = { ...file, bytes } satisfies FileToRead;
  return fromReaderThread(file.name, { program, data, transferList: [bytes.buffer], timeoutMs, signal });
}
