import { shippedModel } from './answering/answerability.js';
import { type ContextWords, contextWordsOf } from './answering/context-words.js';
import type { Encoder } from './embedding/encoder.js';
import { type PiecedText, pieceText } from './language/pieced-text.js';
import type { Generation } from './types.js';

/** The words of one chunk, by its row. */
export type ChunkWords = readonly ContextWords[];

export interface QuestionWords {
  readonly vector: Float32Array;
  /** `undefined` where the encoder reads other words than those of the question; it is answered without them. */
  readonly words: ContextWords | undefined;
}

/** Reads words where they stand: those of questions in the pass that gives their vector, those of chunks once. */
export interface WordReader {
  /** @throws EncoderError when the encoder does not answer */
  readQuestion(text: string): Promise<QuestionWords>;
  /**
   * The words of all chunks of some generations that are searched together, read before or now; `undefined` when they are
   * more than a small collection. @throws EncoderError when the encoder does not answer
   */
  readGenerations(generations: readonly Generation[]): Promise<ReadonlyMap<Generation, ChunkWords>> | undefined;
}

/**
 * Reading a chunk takes a pass of the encoder, 5 ms, and its words 10 kB: 2 s and 4 MB for so many. In larger collections
 * what the whole sentences say has to do.
 */
const mostChunks = 400;

/** Between them other work goes on: what so many take here is 4 ms. */
const chunksAtOnce = 16;

function textOf(generation: Generation, row: number): PiecedText {
  const { paragraph, start, end } = generation.chunk(row);
  return pieceText(generation.documents[generation.paragraph(paragraph).document]?.text.slice(start, end) ?? '');
}

/**
 * `undefined` for an encoder that gives whole texts only.
 * @param centre The mean of the encoder's states at words (`AnswerabilityModel`).
 */
export function createWordReader(
  encoder: Pick<Encoder, 'embedWords' | 'embedQuestion'>,
  centre: readonly number[],
): WordReader | undefined {
  const { embedWords, embedQuestion } = encoder;
  if (embedWords === undefined || embedQuestion === undefined) return undefined;
  const known = new WeakMap<Generation, Promise<ChunkWords>>();

  const read = async (generation: Generation): Promise<ChunkWords> => {
    const words: ContextWords[] = [];
    for (let from = 0; from < generation.chunkCount; from += chunksAtOnce) {
      const count = Math.min(chunksAtOnce, generation.chunkCount - from);
      const texts = Array.from({ length: count }, (_, i) => textOf(generation, from + i));
      const states = await embedWords(texts.map(({ pieces }) => pieces));
      words.push(...texts.map((text, i) => contextWordsOf(text, states[i] ?? new Float32Array(), centre)));
    }
    return words;
  };

  function readOnce(generation: Generation): Promise<ChunkWords> {
    const kept = known.get(generation);
    if (kept !== undefined) return kept;
    const reading = read(generation);
    known.set(generation, reading);
    // An outage is no reason to go without for ever.
    reading.catch(() => known.delete(generation));
    return reading;
  }

  return {
    async readQuestion(text) {
      const pieced = pieceText(text);
      const { vector, states } = await embedQuestion(text, pieced.pieces);
      const words = contextWordsOf(pieced, states, centre);
      return { vector, words: words.scales.every((scale) => scale > 0) ? words : undefined };
    },
    readGenerations(generations) {
      if (generations.reduce((sum, { chunkCount }) => sum + chunkCount, 0) > mostChunks) return undefined;
      const reading = generations.map(async (one) => [one, await readOnce(one)] as const);
      return Promise.all(reading).then((all) => new Map(all));
    },
  };
}

const readers = new WeakMap<Encoder, WordReader>();

/** The reader of an encoder, one for all who answer with it; `undefined` for another encoder than the shipped one. */
export function wordReaderOf(encoder: Encoder): WordReader | undefined {
  if (encoder.identity.hash !== shippedModel.encoderHash) return undefined;
  const reader = readers.get(encoder) ?? createWordReader(encoder, shippedModel.centre);
  if (reader !== undefined) readers.set(encoder, reader);
  return reader;
}
