import {
  AutoModel,
  AutoTokenizer,
  env,
  type PreTrainedModel,
  type PreTrainedTokenizer,
  Tensor,
} from '@huggingface/transformers';
import { EncoderError } from '../errors.js';
import { boundedText } from './bounded-text.js';
import type { ModelDescription } from './model-files.js';
import { normaliseRows } from './unit-matrix.js';
import { joinWords, poolWords, type TokenisedWords } from './word-states.js';

/** A loaded model, without any order of work: what is asked runs at once and holds the calling thread. */
export interface TextModel {
  /** Token ids of a text, the special ones included, at most as many as the model reads. */
  tokensOf(text: string): readonly number[];
  /** The words of one text, read after a prefix → matrix, row-major, words × dimensions, unit rows or zeros. */
  encodeWords(prefix: string, words: readonly string[]): Promise<Float32Array<ArrayBuffer>>;
  /**
   * Token ids of a question, and the words that together are the whole of it after a prefix → matrix of 1 + words rows: the
   * question's unit vector, then the states as `encodeWords` gives them. One forward pass. Where the words' tokens are not
   * the question's, their states are zeros.
   */
  encodeQuestion(
    tokens: readonly number[],
    prefix: string,
    words: readonly string[],
  ): Promise<Float32Array<ArrayBuffer>>;
  /** Token ids of some texts → matrix, row-major, `batch.length` × dimensions, unit rows. One forward pass. */
  encode(batch: readonly (readonly number[])[]): Promise<Float32Array>;
  dispose(): Promise<void>;
}

// 512 tokens of English are about 2,500 characters. Eight thousand leave room for long words and white space, and keep
// tokenising a hostile 100 kB string under 2 ms.
const maximumCharacters = 8_192;

/** Hostile input with endless or endlessly long new words must not grow the table without bound. */
const mostKnownWords = 20_000;
const longestKnownWord = 40;

/**
 * The threads of a pass wait for each other some hundred times. `spinning` they look on without a rest: on idle cores the
 * next stretch begins at once, on busy ones each waits for one that was put aside, and a core is burnt meanwhile. `sleeping`
 * they are woken. Measured where other work wanted the two cores, two threads, CPU and clock: a batch of 12 sentences
 * 120 ms in 300 ms spinning, 65 ms in 70 to 110 ms sleeping; a question 8.8 ms in 12.4 ms and 5.0 ms in 5.0 ms.
 */
export type Waiting = 'spinning' | 'sleeping';

async function loadModel(
  description: ModelDescription,
  threads: number,
  waiting: Waiting,
): Promise<{ tokenizer: PreTrainedTokenizer; model: PreTrainedModel }> {
  env.allowRemoteModels = false;
  env.useFSCache = false;
  try {
    const tokenizer = await AutoTokenizer.from_pretrained(description.folder);
    const model = await AutoModel.from_pretrained(description.folder, {
      dtype: description.weights,
      device: 'cpu',
      session_options: {
        intraOpNumThreads: threads,
        interOpNumThreads: 1,
        extra: { session: { intra_op: { allow_spinning: waiting === 'spinning' ? '1' : '0' } } },
      },
    });
    return { tokenizer, model };
  } catch (cause) {
    throw new EncoderError(
      `The encoder in ${description.folder} cannot be loaded: ${cause instanceof Error ? cause.message : String(cause)}.`,
      'Check that the folder holds an ONNX text encoder in the layout of the Hugging Face hub, or unset EMBEDDING_MODEL.',
      { cause },
    );
  }
}

/** Token vectors, `texts` × `width` × `dimensions`, → one vector a text into `target`, not yet normalised. */
function pool(
  hidden: Float32Array,
  {
    lengths,
    width,
    dimensions,
    pooling,
  }: { lengths: readonly number[]; width: number; dimensions: number; pooling: 'mean' | 'cls' },
): Float32Array {
  const pooled = new Float32Array(lengths.length * dimensions);
  lengths.forEach((length, text) => {
    const used = pooling === 'cls' ? 1 : length;
    const target = pooled.subarray(text * dimensions, (text + 1) * dimensions);
    for (let token = 0; token < used; token += 1) {
      const offset = (text * width + token) * dimensions;
      // The sum points where the mean points, and only the direction is kept.
      for (let index = 0; index < dimensions; index += 1)
        target[index] = (target[index] ?? 0) + (hidden[offset + index] ?? 0);
    }
  });
  return pooled;
}

/**
 * Loads a described model folder.
 * @param threads Threads that one forward pass uses.
 * @param waiting How they wait for each other; the vectors are the same.
 * @throws EncoderError when the folder is no text encoder.
 */
export async function loadTextModel(
  description: ModelDescription,
  threads: number,
  waiting: Waiting,
): Promise<TextModel> {
  const { identity, pooling, maximumTokens } = description;
  const { dimensions } = identity;
  const { tokenizer, model } = await loadModel(description, threads, waiting);

  function tokensOf(text: string): readonly number[] {
    const tokens = tokenizer.encode(boundedText(text, maximumCharacters));
    const last = tokens.at(-1);
    // The token that ends a text stays when its middle is cut: the model has never seen a text without it.
    return tokens.length > maximumTokens && last !== undefined ? [...tokens.slice(0, maximumTokens - 1), last] : tokens;
  }

  /** States of every token, `batch.length` × `width` × dimensions. */
  async function statesOf(batch: readonly (readonly number[])[], width: number): Promise<Float32Array> {
    const ids = new BigInt64Array(batch.length * width);
    const mask = new BigInt64Array(batch.length * width);
    batch.forEach((tokens, text) => {
      tokens.forEach((token, index) => {
        ids[text * width + index] = BigInt(token);
        mask[text * width + index] = 1n;
      });
    });
    const shape = [batch.length, width];
    const output: { last_hidden_state?: Tensor } = await model({
      input_ids: new Tensor('int64', ids, shape),
      attention_mask: new Tensor('int64', mask, shape),
    });
    const hidden = output.last_hidden_state?.data;
    if (!(hidden instanceof Float32Array) || hidden.length !== batch.length * width * dimensions) {
      throw new EncoderError(
        `The model ${identity.id} does not give ${dimensions} numbers a token.`,
        'Choose a text encoder with EMBEDDING_MODEL.',
      );
    }
    return hidden;
  }

  async function encode(batch: readonly (readonly number[])[]): Promise<Float32Array> {
    const lengths = batch.map((tokens) => tokens.length);
    const width = Math.max(...lengths);
    const pooled = pool(await statesOf(batch, width), { lengths, width, dimensions, pooling });
    normaliseRows(pooled, dimensions, `The model ${identity.id}`);
    return pooled;
  }

  const known = new Map<string, readonly number[]>();

  /** Words come again and again; reading one anew takes as long as looking up a hundred. */
  function tokensOfWord(word: string): readonly number[] {
    const kept = known.get(word);
    if (kept !== undefined) return kept;
    const tokens = tokenizer.encode(boundedText(word, maximumCharacters), { add_special_tokens: false });
    if (known.size >= mostKnownWords) known.clear();
    if (word.length <= longestKnownWord) known.set(word, tokens);
    return tokens;
  }

  function tokenised(prefix: string, words: readonly string[]): TokenisedWords {
    return joinWords(tokenizer.encode(prefix), words.map(tokensOfWord), maximumTokens);
  }

  async function encodeWords(prefix: string, words: readonly string[]): Promise<Float32Array<ArrayBuffer>> {
    const text = tokenised(prefix, words);
    return poolWords(await statesOf([text.tokens], text.tokens.length), text, dimensions);
  }

  async function encodeQuestion(
    tokens: readonly number[],
    prefix: string,
    words: readonly string[],
  ): Promise<Float32Array<ArrayBuffer>> {
    const text = tokenised(prefix, words);
    const states = await statesOf([tokens], tokens.length);
    const rows = new Float32Array((1 + words.length) * dimensions);
    rows.set(pool(states, { lengths: [tokens.length], width: tokens.length, dimensions, pooling }));
    normaliseRows(rows.subarray(0, dimensions), dimensions, `The model ${identity.id}`);
    const isWhole = text.tokens.length === tokens.length && text.tokens.every((token, i) => token === tokens[i]);
    if (isWhole) rows.set(poolWords(states, text, dimensions), dimensions);
    return rows;
  }

  return {
    tokensOf,
    encode,
    encodeWords,
    encodeQuestion,
    async dispose() {
      await model.dispose();
    },
  };
}
