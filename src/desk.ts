import { performance } from 'node:perf_hooks';
import type { Encoder } from './embedding/encoder.js';
import { wordVectorsFile } from './project-files.js';
import type { SummaryRequest } from './summarize.js';
import type { Answer, Check, Generation, Summary } from './types.js';

// What only some verbs need is imported when they need it.

/** Who answers, checks and summarises from the generation that is live. */
export interface Desk {
  /** What is answered from now; what has begun keeps the one it began with. */
  readonly generation: Generation;
  /** Confidence below which a question is declined. */
  readonly threshold: number;
  ask(question: string): Promise<Answer>;
  /** Holds what somebody said against the documents. */
  check(text: string): Promise<Check>;
  summarize(request: SummaryRequest): Promise<Summary>;
  /** Goes on with a newer generation when there is one; true when it did. */
  refresh(): Promise<boolean>;
  /** Closes the encoder. */
  close(): Promise<void>;
}

export interface DeskInput {
  readonly generation: Generation;
  /** Becomes the desk's to close. */
  readonly encoder: Encoder;
  /** The live generation when it is another one than `current`, else `null`. */
  readonly loadNewer: (current: Generation) => Promise<Generation | null>;
  /** Takes one line for a person. */
  readonly onWarning: (line: string) => void;
}

function now(): number {
  return performance.now();
}

export async function openDesk({ generation, encoder, loadNewer, onWarning }: DeskInput): Promise<Desk> {
  const [{ ask }, { createChunkReader }, { shippedModel }, { loadWordVectors }] = await Promise.all([
    import('./ask.js'),
    import('./answering/chunk-reading.js'),
    import('./answering/answerability.js'),
    import('./language/word-vectors.js'),
  ]);
  if (encoder.identity.hash !== shippedModel.encoderHash) {
    onWarning(
      `Which questions are declined and which claims are supported was calibrated for another model than ${encoder.identity.id}; expect more mistakes of both kinds.`,
    );
  }
  const words = await loadWordVectors(wordVectorsFile);
  const readChunk = createChunkReader(words);
  let live = generation;
  const parts = () => ({ encoder, generations: [live], words, readChunk, clock: now });
  return {
    get generation() {
      return live;
    },
    threshold: shippedModel.threshold,
    ask: (question) => ask(question, { ...parts(), model: shippedModel }),
    async check(text) {
      const { check } = await import('./check.js');
      return check(text, parts());
    },
    async summarize(request) {
      const { summarize } = await import('./summarize.js');
      return summarize(request, parts());
    },
    async refresh() {
      const newer = await loadNewer(live);
      if (newer === null) return false;
      live = newer;
      return true;
    },
    close: () => encoder.close(),
  };
}
