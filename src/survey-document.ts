import { fromReaderThread } from './corpus/read-in-thread.js';
import type { Screening } from './screen.js';
import type { Document } from './types.js';

/** What is found out about a document without looking at any other one. */
export interface Survey {
  readonly paragraphs: number;
  readonly sentences: number;
  /** How many chunks have a word to be found by. */
  readonly passages: number;
  readonly screening: Screening;
}

export interface SurveyRequest {
  readonly document: Document;
  /** What its source hides. */
  readonly hidden: readonly string[];
}

/**
 * Takes a document apart and looks it through, in a thread of its own: a book takes seconds.
 *
 * @param timeoutMs Milliseconds.
 * @throws CorpusError when it takes too long or too much memory; the signal's reason when it is called off
 */
export function surveyDocument(
  request: SurveyRequest,
  { name, timeoutMs, signal }: { readonly name: string; readonly timeoutMs: number; readonly signal?: AbortSignal },
): Promise<Survey> {
  const program = new URL('./survey-document.worker.js', import.meta.url);
  return fromReaderThread<Survey>(name, { program, data: request, timeoutMs, signal });
}
