import { Worker } from 'node:worker_threads';
import { CorpusError } from '../errors.js';
import type { FileReading } from './file-reading.js';
import type { FileToRead } from './read-file.js';

/** What the thread says, once. */
export type ThreadReply =
  | { readonly kind: 'read'; readonly reading: FileReading }
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

/**
 * Reads a file in a thread of its own, which is ended with the file, or by force when it takes too long or too much memory.
 * The caller's thread is not held. The thread knows nothing of the environment.
 *
 * @param timeoutMs Milliseconds, the thread's start included.
 * @param workerFile The thread's program; tests put one that never ends in its place.
 * @throws CorpusError whatever is wrong with the file.
 */
export async function readInThread(
  file: FileToRead,
  timeoutMs: number,
  workerFile: URL = new URL('./read-file.worker.js', import.meta.url),
): Promise<FileReading> {
  const { name } = file;
  // A copy, since the bytes move to the thread and the caller may want to keep them.
  const bytes = new Uint8Array(file.bytes);
  const worker = new Worker(workerFile, {
    workerData: { ...file, bytes } satisfies FileToRead,
    transferList: [bytes.buffer],
    name: 'parley reader',
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: mostHeapMebibytes, stackSizeMb: 4 },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    const reply = await new Promise<ThreadReply>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', (error) => reject(crash(name, error)));
      worker.once('exit', () => reject(crash(name, undefined)));
      timer = setTimeout(() => {
        const seconds = Math.round(timeoutMs / 100) / 10;
        reject(new CorpusError(name, `takes longer than ${seconds} seconds to read.`, split));
      }, timeoutMs);
    });
    switch (reply.kind) {
      case 'read':
        return reply.reading;
      case 'refused':
        throw new CorpusError(name, reply.what, reply.remedy);
      case 'failed':
        throw crash(name, new Error(reply.why));
    }
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
