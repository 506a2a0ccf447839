import { Worker } from 'node:worker_threads';
import { ConfigError, CorpusError, EncoderError, GenerationError, ParleyError } from '../errors.js';
import type {
  Fault,
  IndexingAim,
  IndexingProgress,
  IndexingReply,
  IndexingRequest,
  IndexingResults,
} from './messages.js';

export interface IndexingListener {
  readonly onProgress: (progress: IndexingProgress) => void;
  /** Takes one line for a person. */
  readonly onWarning: (line: string) => void;
  readonly signal?: AbortSignal | undefined;
}

const plainErrors = { ConfigError, EncoderError, GenerationError } as const;

/** The error that the thread met, of the class it had there. */
function errorOf({ name, message, remedy, path, stack }: Fault): Error {
  if (remedy === undefined) {
    const defect = new Error(message);
    if (stack !== undefined) defect.stack = stack;
    return defect;
  }
  if (path !== undefined) return new CorpusError(path, message.slice(`${path}: `.length), remedy);
  const known = plainErrors[name as keyof typeof plainErrors];
  return known === undefined ? new ParleyError(message, remedy) : new known(message, remedy);
}

/**
 * Runs a story of ingest.ts in a thread of its own with an encoder of its own: neither questions nor the event loop wait
 * for it.
 *
 * A signal stops it between two batches; the promise is rejected with the signal's reason once the lock has been given
 * back and nothing runs any more. @throws what `ingest` throws, and what opening an encoder throws
 */
export function ingestInThread<Aim extends IndexingAim>(
  request: IndexingRequest<Aim>,
  { onProgress, onWarning, signal }: IndexingListener,
): Promise<IndexingResults[Aim]> {
  signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
    let settle = (): void => reject(new Error('The indexing thread ended without a word.'));
    // The process's own flags (a test runner's loaders) are not meant for this program.
    const worker = new Worker(new URL('./ingest.worker.js', import.meta.url), {
      workerData: request,
      name: 'parley indexing',
      execArgv: [],
    });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is a window's; a worker thread has none
    const stop = (): void => worker.postMessage('stop');
    signal?.addEventListener('abort', stop, { once: true });
    worker.on('message', (reply: IndexingReply) => {
      switch (reply.kind) {
        case 'progress':
          onProgress(reply.progress);
          break;
        case 'warning':
          onWarning(reply.line);
          break;
        case 'done':
          // The thread gives what it was asked for.
          settle = () => resolve(reply.result as IndexingResults[Aim]);
          break;
        case 'stopped':
          settle = () => reject(signal?.reason);
          break;
        case 'failed':
          settle = () => reject(errorOf(reply.fault));
          break;
      }
    });
    worker.once('error', (error) => {
      settle = () => reject(error);
    });
    worker.once('exit', () => {
      signal?.removeEventListener('abort', stop);
      settle();
    });
  });
}
