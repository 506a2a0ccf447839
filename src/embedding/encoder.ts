import type { EmbeddingsInterface } from '@langchain/core/embeddings';

/** Who computed a vector. Vectors of different identities are never compared. */
export interface EncoderIdentity {
  /** What a person calls it: `e5-small-v2`, `Xenova/bge-small-en-v1.5`, `host/v1#model`. */
  readonly id: string;
  /** SHA-256, hexadecimal, over everything that decides what a vector becomes: weights, tokeniser, prefixes, pooling. */
  readonly hash: string;
  /** Length of every vector. */
  readonly dimensions: number;
}

export interface EmbeddingOptions {
  /** Stops between two batches; the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called with how many of the texts are done, growing to `texts.length`. */
  readonly onProgress?: ((embedded: number) => void) | undefined;
}

/** A question as one pass of the encoder sees it. */
export interface QuestionInContext {
  /** As `embedQuery` gives it. */
  readonly vector: Float32Array;
  /** Words × `dimensions`, as `embedWords` gives them, read as a question. */
  readonly states: Float32Array;
}

/**
 * An encoder as LangChain knows it, plus who it is. Every vector has length 1, so a dot product is a cosine.
 * Any string is accepted: what is longer than the model reads is cut, what is not Unicode is replaced.
 * Every method rejects with an EncoderError when the encoder is closed or does not answer.
 */
export interface Encoder extends EmbeddingsInterface {
  readonly identity: EncoderIdentity;
  /** One question → unit vector. Served before chunks that are waiting. */
  embedQuery(question: string): Promise<number[]>;
  /** Chunk texts → unit vectors in input order. */
  embedDocuments(texts: string[]): Promise<number[][]>;
  /** Chunk texts → one matrix, row-major, `texts.length` × `dimensions`, unit rows in input order. */
  embedMatrix(texts: readonly string[], options?: EmbeddingOptions): Promise<Float32Array>;
  /**
   * Texts, each cut into its words → a matrix a text, row-major, words × `dimensions`: the direction of the model's state at
   * each word, which depends on the words around it. A row of zeros where a word has no token or lies beyond what the model
   * reads. Absent where only whole texts are embedded, as a server does.
   */
  embedWords?(texts: readonly (readonly string[])[]): Promise<readonly Float32Array[]>;
  /**
   * One question and the words that together are the whole of it → its vector and the states at its words, in one pass.
   * All states are zeros where the words by themselves are not what the model reads of the question. Served before chunks that
   * are waiting. Absent where `embedWords` is.
   */
  embedQuestion?(question: string, words: readonly string[]): Promise<QuestionInContext>;
  /** Frees the model, or hangs up. May be called twice. */
  close(): Promise<void>;
}

/** An encoder in this process, which reads words too. */
export type WordEncoder = Encoder & Required<Pick<Encoder, 'embedWords' | 'embedQuestion'>>;
