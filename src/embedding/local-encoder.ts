import { EncoderError } from '../errors.js';
import { planBatches } from './batch-plan.js';
import type { EmbeddingOptions, WordEncoder } from './encoder.js';
import { describeModel, type ModelDescription } from './model-files.js';
import { nextTurn } from './next-turn.js';
import type { Prefixes } from './prefixes.js';
import { loadTextModel, type Waiting } from './text-model.js';
import { numbersOf, rowsOf } from './unit-matrix.js';
import { questionIn } from './word-states.js';

// Measured with the shipped model on two cores, sentences of 10 to 40 words (34 tokens on average), texts a second:
//
//   texts a batch        1     2     4     8    16    32
//   one thread         136   156   176   178   171   156
//   two threads        192   230   243   304   320   290
//
// By padded tokens a batch, one thread, CPU time a text: 160 6.1 ms, 224 5.8, 288 5.7, 352 5.8, 448 5.8, 600 5.9, 900 6.0.
// 384 is near the best for both, and short enough (40 ms on two threads) for a question to wait for.
// A question of 14 tokens: 4.3 ms on one thread, 2.9 on two, as long as nothing else wants the cores; where something
// does, two threads wait for each other and one is faster.
const batchLimits = { maximumTexts: 32, maximumTokens: 384 };

// Tokenising costs about 0.1 ms a text; the thread must not be held for a whole collection at once.
const textsTokenisedAtOnce = 64;

// The shipped model scales its 8-bit activations by the largest of the whole batch, so the company of a text moves its
// vector: the cosine to the vector it gets alone is .9975 in the median and .9896 at worst (2,000 sentences). Ranking
// does not suffer: of 721 questions over 1,653 sentences, 661 had their paragraph first with batches, 658 without.
// Equal lists give equal vectors, and questions, which always go alone, give the same one always.

/**
 * Runs a model folder in the calling thread, which each forward pass holds: 3 ms for a question, up to about 60 ms for
 * a batch. Between two batches waiting questions are served, so a question waits for one batch at most.
 * @param threads Threads that one forward pass uses.
 * @param waiting How they wait for each other: asleep unless said otherwise, for batches lose little by it.
 * @param prefixes Put before questions and passages instead of what the model folder asks for.
 * @param description When the folder has been described already.
 * @throws EncoderError when the folder is no text encoder.
 */
export async function createLocalEncoder({
  folder,
  threads,
  waiting = 'sleeping',
  prefixes: givenPrefixes,
  description: givenDescription,
}: {
  folder: string;
  threads: number;
  waiting?: Waiting | undefined;
  prefixes?: Prefixes | undefined;
  description?: ModelDescription | undefined;
}): Promise<WordEncoder> {
  const description = givenDescription ?? (await describeModel({ folder }));
  const { identity } = description;
  const prefixes = givenPrefixes ?? description.prefixes;
  const { dimensions } = identity;
  const model = await loadTextModel(description, threads, waiting);
  const questions = new Set<Promise<unknown>>();
  let documents: Promise<unknown> = Promise.resolve();
  let closing: Promise<void> | undefined;

  async function encodeDocuments(texts: readonly string[], { signal, onProgress }: EmbeddingOptions) {
    const tokens: (readonly number[])[] = [];
    for (const text of texts) {
      if (tokens.length % textsTokenisedAtOnce === 0) {
        await nextTurn();
        signal?.throwIfAborted();
      }
      tokens.push(model.tokensOf(prefixes.passage + text));
    }
    const matrix = new Float32Array(texts.length * dimensions);
    let embedded = 0;
    for (const batch of planBatches(
      tokens.map(({ length }) => length),
      batchLimits,
    )) {
      // One turn of the event loop lets questions arrive; those that have arrived go first.
      await nextTurn();
      await Promise.allSettled(questions);
      signal?.throwIfAborted();
      assertOpen();
      const pooled = await model.encode(batch.map((position) => tokens[position] ?? []));
      batch.forEach((position, row) => {
        matrix.set(pooled.subarray(row * dimensions, (row + 1) * dimensions), position * dimensions);
      });
      embedded += batch.length;
      onProgress?.(embedded);
    }
    return matrix;
  }

  function assertOpen(): void {
    if (closing !== undefined) throw new EncoderError(`The encoder ${identity.id} is closed.`, 'Open it again.');
  }

  async function encodeWords(texts: readonly (readonly string[])[]): Promise<readonly Float32Array[]> {
    const states: Float32Array[] = [];
    for (const words of texts) {
      await nextTurn();
      await Promise.allSettled(questions);
      assertOpen();
      states.push(await model.encodeWords(prefixes.passage, words));
    }
    return states;
  }

  /** One list after the other: interleaved, each would put its batch in front of a waiting question. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    assertOpen();
    const result = documents.then(work);
    documents = result.catch(() => undefined);
    return result;
  }

  async function embedMatrix(texts: readonly string[], options: EmbeddingOptions = {}): Promise<Float32Array> {
    return inTurn(() => encodeDocuments(texts, options));
  }

  /** Chunks wait between two batches for every question that has arrived. */
  async function inFront<T>(result: Promise<T>): Promise<T> {
    questions.add(result);
    try {
      return await result;
    } finally {
      questions.delete(result);
    }
  }

  return {
    identity,
    embedMatrix,
    async embedQuery(question) {
      assertOpen();
      return numbersOf(await inFront(model.encode([model.tokensOf(prefixes.query + question)])));
    },
    async embedQuestion(question, words) {
      assertOpen();
      const tokens = model.tokensOf(prefixes.query + question);
      return questionIn(await inFront(model.encodeQuestion(tokens, prefixes.query, words)), dimensions);
    },
    async embedDocuments(texts) {
      return rowsOf(await embedMatrix(texts), dimensions);
    },
    async embedWords(texts) {
      return inTurn(() => encodeWords(texts));
    },
    async close() {
      closing ??= Promise.allSettled([documents, ...questions]).then(async () => {
        await model.dispose();
      });
      await closing;
    },
  };
}
