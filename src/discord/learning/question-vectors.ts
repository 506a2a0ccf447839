import { longestQuestion } from '../../ask.js';
import type { Desk } from '../../desk.js';
import type { QuestionQueue } from '../answering/question-queue.js';
import { membersFirst } from './members-first.js';

export interface QuestionToRead {
  /** Id of the record that it was asked in. */
  readonly record: string;
  readonly text: string;
}

/** Vectors of questions that were asked, remembered by their records, so that nothing that somebody wrote is kept for it. */
export interface QuestionVectors {
  /**
   * The unit vectors of questions, in their order; whoever asks something meanwhile goes first.
   *
   * @throws the signal's reason once it is aborted: what was read is remembered
   */
  of(
    questions: readonly QuestionToRead[],
    onProgress: (done: number) => void,
    signal: AbortSignal,
  ): Promise<readonly Float32Array[]>;
  /** Everything that is remembered, as when somebody deleted what they asked; the rest is soon read again. */
  forget(): void;
}

/** Of so many records, the latest: at 384 dimensions 8 MB. */
const recordsRemembered = 5000;

export function createQuestionVectors({
  desk,
  queue,
}: {
  readonly desk: Pick<Desk, 'embedQuestion'>;
  readonly queue: QuestionQueue;
}): QuestionVectors {
  const remembered = new Map<string, Float32Array>();

  function remember(record: string, vector: Float32Array): void {
    remembered.set(record, vector);
    const [oldest] = remembered.keys();
    if (remembered.size > recordsRemembered && oldest !== undefined) remembered.delete(oldest);
  }

  return {
    async of(questions, onProgress, signal) {
      const vectors: Float32Array[] = [];
      /** The same words are read once. */
      const byText = new Map<string, Float32Array>();
      for (const [index, { record, text }] of questions.entries()) {
        onProgress(index);
        const read = text.slice(0, longestQuestion).toWellFormed();
        const vector =
          remembered.get(record) ??
          byText.get(read) ??
          (await membersFirst(() => desk.embedQuestion(read), queue, signal));
        remember(record, vector);
        byText.set(read, vector);
        vectors.push(vector);
      }
      return vectors;
    },
    forget: () => remembered.clear(),
  };
}
