import { Worker } from 'node:worker_threads';
import { EncoderError } from '../errors.js';
import type { EmbeddingOptions, Encoder } from './encoder.js';
import { describeModel, type ModelDescription } from './model-files.js';
import type { Prefixes } from './prefixes.js';
import { numbersOf, rowsOf } from './unit-matrix.js';
import { parted, questionIn } from './word-states.js';
import type { WorkerReply, WorkerRequest, WorkerSetup } from './worker-messages.js';

interface Pending {
  resolve(vectors: Float32Array): void;
  reject(error: unknown): void;
  readonly onProgress: ((embedded: number) => void) | undefined;
}

/** A started worker thread and what it owes. `lost` is called once, when it ends, whyever. */
interface Thread {
  request(message: (id: number) => WorkerRequest, options?: EmbeddingOptions): Promise<Float32Array>;
  close(): Promise<void>;
}

function startThread(file: URL, setup: WorkerSetup, lost: () => void): Promise<Thread> {
  // The process's own flags (--input-type, a test runner's loaders) are not meant for this program.
  const worker = new Worker(file, { workerData: setup, name: 'parley encoder', execArgv: [] });
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let closing = false;
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));

  function post(request: WorkerRequest): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is a window's; a worker thread has none
    worker.postMessage(request);
  }

  function settle(id: number): Pending | undefined {
    const found = pending.get(id);
    pending.delete(id);
    // A thread that owes nothing must not keep a finished process alive.
    if (pending.size === 0 && !closing) worker.unref();
    return found;
  }

  function send(message: (id: number) => WorkerRequest, { signal, onProgress }: EmbeddingOptions = {}) {
    signal?.throwIfAborted();
    lastId += 1;
    const id = lastId;
    return new Promise<Float32Array>((resolve, reject) => {
      const abort = () => {
        post({ kind: 'cancel', id });
        settle(id)?.reject(signal?.reason);
      };
      signal?.addEventListener('abort', abort, { once: true });
      const finish = () => signal?.removeEventListener('abort', abort);
      pending.set(id, {
        onProgress,
        resolve: (vectors) => {
          finish();
          resolve(vectors);
        },
        reject: (error) => {
          finish();
          reject(error);
        },
      });
      worker.ref();
      post(message(id));
    });
  }

  const thread: Thread = {
    request: async (message, options) => send(message, options),
    async close() {
      closing = true;
      worker.ref();
      post({ kind: 'close' });
      await ended;
    },
  };

  return new Promise<Thread>((ready, unusable) => {
    let crash: unknown;
    worker.on('error', (error) => {
      crash = error;
    });
    worker.once('exit', (code) => {
      lost();
      const error = new EncoderError(
        closing ? 'The encoder is closed.' : `The encoder's thread ended unexpectedly (code ${code}).`,
        closing
          ? 'Open it again.'
          : 'Ask again: a new thread is started. If it ends again, give the process more memory.',
        { cause: crash },
      );
      unusable(error);
      for (const { reject } of pending.values()) reject(error);
      pending.clear();
    });
    worker.on('message', (reply: WorkerReply) => {
      switch (reply.kind) {
        case 'ready':
          if (pending.size === 0) worker.unref();
          ready(thread);
          break;
        case 'unusable':
          unusable(new EncoderError(reply.what, reply.remedy));
          void worker.terminate();
          break;
        case 'progress':
          pending.get(reply.id)?.onProgress?.(reply.embedded);
          break;
        case 'vectors':
          settle(reply.id)?.resolve(reply.vectors);
          break;
        case 'failed':
          settle(reply.id)?.reject(new EncoderError(reply.what, reply.remedy));
          break;
      }
    });
  });
}

/**
 * Runs a model folder in a worker thread of its own, so that the calling thread never waits for a forward pass.
 * A question overtakes chunks that wait: it is served after the batch that is running, at most.
 * A thread that dies rejects what it owed with an EncoderError, and the next call starts another. An idle one does not
 * keep the process alive.
 * @param threads Threads that one forward pass uses.
 * @param workerFile The thread's program; tests put one that dies in its place.
 * @throws EncoderError when the model cannot be loaded.
 */
export async function createThreadedEncoder({
  folder,
  threads,
  prefixes,
  description: givenDescription,
  workerFile = new URL('./encoder.worker.js', import.meta.url),
}: {
  folder: string;
  threads: number;
  prefixes?: Prefixes | undefined;
  description?: ModelDescription | undefined;
  workerFile?: URL;
}): Promise<Encoder> {
  const description = givenDescription ?? (await describeModel({ folder }));
  const { identity } = description;
  let thread: Promise<Thread> | undefined;
  /** The same once it has started: what is asked of it is sent in the very turn, and the caller goes on meanwhile. */
  let serving: Thread | undefined;
  let closed = false;

  async function running(): Promise<Thread> {
    if (closed) throw new EncoderError(`The encoder ${identity.id} is closed.`, 'Open it again.');
    if (thread === undefined) {
      const started: Promise<Thread> = startThread(workerFile, { description, threads, prefixes }, () => {
        if (thread !== started) return;
        thread = undefined;
        serving = undefined;
      });
      thread = started;
      started.then(
        (open) => {
          if (thread === started && !closed) serving = open;
        },
        // Whoever waits for it is told.
        () => undefined,
      );
    }
    return thread;
  }

  async function embedMatrix(texts: readonly string[], options?: EmbeddingOptions): Promise<Float32Array> {
    return (serving ?? (await running())).request((id) => ({ kind: 'documents', id, texts }), options);
  }

  await running();
  return {
    identity,
    embedMatrix,
    async embedQuery(question) {
      const open = serving ?? (await running());
      return numbersOf(await open.request((id) => ({ kind: 'question', id, text: question })));
    },
    async embedQuestion(question, words) {
      const open = serving ?? (await running());
      const rows = await open.request((id) => ({ kind: 'question-words', id, text: question, words }));
      return questionIn(rows, identity.dimensions);
    },
    async embedDocuments(texts) {
      return rowsOf(await embedMatrix(texts), identity.dimensions);
    },
    async embedWords(texts) {
      const all = await (serving ?? (await running())).request((id) => ({ kind: 'words', id, texts }));
      return parted(all, texts, identity.dimensions);
    },
    async close() {
      closed = true;
      serving = undefined;
      await thread?.then((open) => open.close()).catch(() => undefined);
    },
  };
}
