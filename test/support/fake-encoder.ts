import { createHash } from 'node:crypto';
import type { Encoder } from '#src/embedding/encoder.js';
import { rowsOf } from '#src/embedding/unit-matrix.js';
import { EncoderError } from '#src/errors.js';
import { fakeVector } from './fake-vector.js';

/** What a fake encoder was asked, in order. */
export interface EncoderCalls {
  readonly questions: string[];
  /** One list a call of embedMatrix or embedDocuments. */
  readonly documents: string[][];
}

/**
 * An encoder without a model: deterministic, fast, texts that share stems are near. It takes notes of its calls.
 * @param delay Awaited before every answer and every tenth text; a test that resolves it decides when things happen.
 */
export function createFakeEncoder({
  dimensions = 64,
  delay,
  id = 'fake',
}: {
  dimensions?: number;
  delay?: () => Promise<void>;
  id?: string;
} = {}): Encoder & { readonly calls: EncoderCalls } {
  const calls: EncoderCalls = { questions: [], documents: [] };
  const textsABatch = 10;
  let closed = false;

  function assertOpen(): void {
    if (closed) throw new EncoderError('The fake encoder is closed.', 'Open it again.');
  }

  const encoder: Encoder = {
    identity: { id, hash: createHash('sha256').update(`${id} ${dimensions}`).digest('hex'), dimensions },
    async embedQuery(question) {
      assertOpen();
      calls.questions.push(question);
      await delay?.();
      return Array.from(fakeVector(question, dimensions));
    },
    async embedMatrix(texts, { signal, onProgress } = {}) {
      assertOpen();
      calls.documents.push([...texts]);
      const matrix = new Float32Array(texts.length * dimensions);
      for (let first = 0; first < texts.length; first += textsABatch) {
        await delay?.();
        await new Promise((resolve) => setImmediate(resolve));
        signal?.throwIfAborted();
        const batch = texts.slice(first, first + textsABatch);
        batch.forEach((text, index) => {
          matrix.set(fakeVector(text, dimensions), (first + index) * dimensions);
        });
        onProgress?.(first + batch.length);
      }
      return matrix;
    },
    async embedDocuments(texts) {
      return rowsOf(await encoder.embedMatrix(texts), dimensions);
    },
    async close() {
      closed = true;
    },
  };
  return { ...encoder, calls };
}
