import { parentPort, workerData } from 'node:worker_threads';
import { CorpusError } from '../errors.js';
import { type FileToRead, readFile } from './read-file.js';
import type { ThreadReply } from './read-in-thread.js';

// The thread's whole life: one file.

if (parentPort === null) throw new Error('This file is started by read-in-thread.ts.');
const port = parentPort;

function refusal(error: unknown): ThreadReply {
  if (error instanceof CorpusError) {
    return { kind: 'refused', what: error.message.slice(error.path.length + 2), remedy: error.remedy };
  }
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return { kind: 'failed', why: `${name}: ${message}`.slice(0, 500) };
}

readFile(workerData as FileToRead).then(
  (reading) => port.postMessage({ kind: 'read', reading } satisfies ThreadReply),
  (error: unknown) => port.postMessage(refusal(error)),
);
