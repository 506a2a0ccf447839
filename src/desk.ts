import { performance } from 'node:perf_hooks';
import type { Collections } from './collections.js';
import type { Turn } from './conversing/turn.js';
import type { Encoder } from './embedding/encoder.js';
import { wordVectorsFile } from './project-files.js';
import type { SummaryRequest } from './summarize.js';
import type { Answer, Check, Generation, Summary } from './types.js';
import type { Writer } from './writing/writer.js';

// What only some verbs need is imported when they need it.

/** For whom a chat model writes, and how long they wait. */
export interface WaitingRequest {
  /** Against whose budget it counts; `null` for the operator's own. */
  readonly member: string | null;
  /** Aborted when nobody waits for the answer any more: rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Asked between the search, which needs the machine, and the model, which is waited for: what was held for the search is
   * free from then on. Where it says no the model is not asked, and the quotes answer, as of a model that is slow.
   */
  readonly mayWrite?: (() => Promise<boolean>) | undefined;
  /** Aborted when the model has had its time: then what there is without it is the answer at once, as of a slow model. */
  readonly hurry?: AbortSignal | undefined;
}

/** For whom an answer is written, and how they are kept informed. */
export interface WrittenRequest extends WaitingRequest {
  /** Turns that a follow-up may lean on, oldest first; none when absent. */
  readonly turns?: readonly Turn[];
  /** Told the answer as far as it has passed the check, each time another sentence has; never told a word that has not. */
  readonly onPart?: ((soFar: Answer) => void) | undefined;
}

/** For whom a summary is written. */
export interface WrittenSummaryRequest extends WaitingRequest {
  /** Told the written points so far, each time another sentence has passed the check. */
  readonly onPart?: ((soFar: Summary) => void) | undefined;
}

/**
 * Who answers, checks and summarises from the generations that are live. `guild` says for whose eyes: `null`, where it is
 * left out, for those who see the shared collection alone. One question is answered from the generations that were live
 * when it began, whatever is published meanwhile.
 */
export interface Desk {
  /** The shared generation that was live when somebody asked last. */
  readonly generation: Generation;
  /** Confidence below which a question is declined. */
  readonly threshold: number;
  /**
   * Answers in quotes; with `written`, and a chat model, in that model's words where they pass the check. Without a chat
   * model both are the same.
   */
  ask(question: string, guild?: string | null, written?: WrittenRequest): Promise<Answer>;
  /** Answers from given generations, live or not: to see what would change. */
  askOver(question: string, generations: readonly Generation[]): Promise<Answer>;
  /** Holds what somebody said against the documents; with `written`, and a chat model, with explanations that pass the check. */
  check(text: string, guild?: string | null, written?: WaitingRequest): Promise<Check>;
  /** In quotes; with `written`, and a chat model, in that model's words where they pass the check. */
  summarize(request: SummaryRequest, guild?: string | null, written?: WrittenSummaryRequest): Promise<Summary>;
  /** What members of a server are answered from: the shared generation, then their own. */
  generations(guild: string | null): Promise<readonly Generation[]>;
  /** The unit vector of a question. */
  embedQuestion(text: string): Promise<Float32Array>;
  /** Goes on with newer generations when there are some; true when there was one since the last time. */
  refresh(): Promise<boolean>;
  /** Closes the encoder and the writer. */
  close(): Promise<void>;
}

export interface DeskInput {
  readonly collections: Pick<Collections, 'visibleTo' | 'refresh'>;
  /** Becomes the desk's to close. */
  readonly encoder: Encoder;
  /** Becomes the desk's to close. Who writes where somebody asks for it; `undefined` for nobody: then all is quoted. */
  readonly writer?: Writer | undefined;
  /** Takes one line for a person. */
  readonly onWarning: (line: string) => void;
}

function now(): number {
  return performance.now();
}

/** @throws GenerationError when there is no shared index, or another model made it */
export async function openDesk({ collections, encoder, writer, onWarning }: DeskInput): Promise<Desk> {
  const [{ ask }, { createChunkReader }, { shippedModel }, { loadWordVectors }, { wordReaderOf }] = await Promise.all([
    import('./ask.js'),
    import('./answering/chunk-reading.js'),
    import('./answering/answerability.js'),
    import('./language/word-vectors.js'),
    import('./word-reader.js'),
  ]);
  if (encoder.identity.hash !== shippedModel.encoderHash) {
    onWarning(
      `Which questions are declined and which claims are supported was calibrated for another model than ${encoder.identity.id}; expect more mistakes of both kinds.`,
    );
  }
  const words = await loadWordVectors(wordVectorsFile);
  const wordReader = wordReaderOf(encoder);
  const readChunk = createChunkReader(words);
  let [shared] = (await collections.visibleTo(null)) as readonly [Generation];
  let sharedAtRefresh = shared.id;

  async function visible(guild: string | null): Promise<readonly Generation[]> {
    const generations = await collections.visibleTo(guild);
    shared = generations[0] ?? shared;
    return generations;
  }

  const parts = (generations: readonly Generation[]) => ({
    encoder,
    wordReader,
    generations,
    words,
    readChunk,
    clock: now,
  });
  const askOver: Desk['askOver'] = (question, generations) =>
    ask(question, { ...parts(generations), model: shippedModel });
  return {
    get generation() {
      return shared;
    },
    threshold: shippedModel.threshold,
    async ask(question, guild = null, written = undefined) {
      const generations = await visible(guild);
      if (writer === undefined || written === undefined) return askOver(question, generations);
      const { askInTheirLanguage } = await import('./ask-in-their-language.js');
      return askInTheirLanguage(
        question,
        { ...parts(generations), model: shippedModel, writer },
        { ...written, guild },
      );
    },
    askOver,
    async check(text, guild = null, written = undefined) {
      const generations = await visible(guild);
      if (writer === undefined || written === undefined) {
        const { check } = await import('./check.js');
        return check(text, parts(generations));
      }
      const { checkInWriting } = await import('./check-in-writing.js');
      return checkInWriting(text, { ...parts(generations), writer }, { ...written, guild });
    },
    async summarize(request, guild = null, written = undefined) {
      const generations = await visible(guild);
      if (writer === undefined || written === undefined) {
        const { summarize } = await import('./summarize.js');
        return summarize(request, parts(generations));
      }
      const { summarizeInWriting } = await import('./summarize-in-writing.js');
      return summarizeInWriting(request, { ...parts(generations), writer }, { ...written, guild });
    },
    generations: visible,
    embedQuestion: async (text) => Float32Array.from(await encoder.embedQuery(text)),
    async refresh() {
      const isNewer = await collections.refresh();
      await visible(null);
      // What this process published itself is no news to the collections, and is to whoever looks after the desk.
      const isOtherShared = shared.id !== sharedAtRefresh;
      sharedAtRefresh = shared.id;
      return isNewer || isOtherShared;
    },
    async close() {
      await writer?.close();
      await encoder.close();
    },
  };
}
