import { parentPort, workerData } from 'node:worker_threads';
import type { Encoder } from '../embedding/encoder.js';
import { openEncoder } from '../embedding/open-encoder.js';
import { CorpusError, ParleyError } from '../errors.js';
import { carryOut } from './carry-out.js';
import type {
  Fault,
  IndexingAim,
  IndexingProgress,
  IndexingReply,
  IndexingRequest,
  IndexingResults,
} from './messages.js';

// The thread's whole life: one ingest. Any message from outside means "stop".

if (parentPort === null) throw new Error('This file is started by ingest-thread.ts.');
const port = parentPort;

/** A reader sees no more often than this, and every message wakes the thread that answers questions. */
const reportEveryMs = 50;

function faultOf(error: unknown): Fault {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  return {
    name,
    message,
    stack,
    remedy: error instanceof ParleyError ? error.remedy : undefined,
    path: error instanceof CorpusError ? error.path : undefined,
  };
}

function reply(message: IndexingReply): void {
  port.postMessage(message);
}

function createProgressReporter(): (progress: IndexingProgress) => void {
  let stage: string | undefined;
  let lastAt = 0;
  return (progress) => {
    const now = performance.now();
    if (progress.stage === stage && progress.done !== progress.total && now - lastAt < reportEveryMs) return;
    stage = progress.stage;
    lastAt = now;
    reply({ kind: 'progress', progress });
  };
}

function onWarning(line: string): void {
  reply({ kind: 'warning', line });
}

async function run(request: IndexingRequest, signal: AbortSignal): Promise<IndexingResults[IndexingAim]> {
  const onProgress = createProgressReporter();
  const openThisEncoder = (): Promise<Encoder> =>
    openEncoder({
      ...request.encoder,
      threaded: false,
      onProgress: ({ bytes, total = 0 }) => onProgress({ stage: 'download', done: bytes, total }),
    });
  return carryOut(request, { openEncoder: openThisEncoder, now: Date.now, onProgress, onWarning, signal });
}

const stop = new AbortController();
port.once('message', () => stop.abort());
run(workerData as IndexingRequest, stop.signal)
  .then(
    (result) => reply({ kind: 'done', result }),
    (error: unknown) => reply(stop.signal.aborted ? { kind: 'stopped' } : { kind: 'failed', fault: faultOf(error) }),
  )
  // With the port closed nothing keeps the thread alive; ending it from outside could tear the model down mid-pass.
  .finally(() => port.close());
