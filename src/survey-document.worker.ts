import { parentPort, workerData } from 'node:worker_threads';
import { parseDocument } from './corpus/parse-document.js';
import type { ThreadReply } from './corpus/read-in-thread.js';
import { screenText } from './screen.js';
import type { Survey, SurveyRequest } from './survey-document.js';

// The thread's whole life: one document.

if (parentPort === null) throw new Error('This file is started by survey-document.ts.');
const port = parentPort;

/** Signs and characters that nobody sees answer nothing. */
const word = /[\p{L}\p{N}]/u;

async function survey({ document, hidden }: SurveyRequest): Promise<Survey> {
  const parsed = parseDocument(document);
  const { paragraphs, sentences, chunks } = parsed;
  const screening = await screenText(parsed, { hidden });
  const passages = chunks.filter(({ text }) => word.test(text)).length;
  return { paragraphs: paragraphs.length, sentences: sentences.length, passages, screening };
}

function failure(error: unknown): ThreadReply<Survey> {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return { kind: 'failed', why: `${name}: ${message}`.slice(0, 500) };
}

survey(workerData as SurveyRequest).then(
  (reading) => port.postMessage({ kind: 'read', reading } satisfies ThreadReply<Survey>),
  (error: unknown) => port.postMessage(failure(error)),
);
