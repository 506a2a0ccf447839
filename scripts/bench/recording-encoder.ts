import type { EmbeddingsInterface } from '@langchain/core/embeddings';

export interface RecordingEncoder extends EmbeddingsInterface {
  /** From now on, vectors of questions come from memory at no cost; a question that was never embedded is an error. */
  replay(): void;
}

/** An encoder that keeps the vector of each question, so that later only what happens around it is measured. */
export function createRecordingEncoder(encoder: EmbeddingsInterface): RecordingEncoder {
  const known = new Map<string, number[]>();
  let replaying = false;
  return {
    embedDocuments: (texts) => encoder.embedDocuments(texts),
    async embedQuery(question) {
      const kept = known.get(question);
      if (replaying) {
        if (kept === undefined) throw new Error(`"${question}" was never embedded.`);
        return kept;
      }
      const vector = await encoder.embedQuery(question);
      known.set(question, vector);
      return vector;
    },
    replay() {
      replaying = true;
    },
  };
}
