import { createHash } from 'node:crypto';
import { z } from 'zod';
import { EncoderError } from '../errors.js';
import { boundedText } from './bounded-text.js';
import type { EmbeddingOptions, Encoder } from './encoder.js';
import { type Prefixes, prefixesOf } from './prefixes.js';
import { postJson, type RequestPatience, usualPatience } from './remote-request.js';
import { normaliseRows, rowsOf } from './unit-matrix.js';

const replySchema = z.object({
  data: z.array(z.object({ index: z.number().int().nonnegative(), embedding: z.array(z.number()).min(1) })),
});

// OpenAI refuses texts above 8,192 tokens. A token is rarely shorter than a character, so this many always fit.
const maximumCharacters = 8_000;
const textsARequest = 64;
const requestsAtOnce = 4;

/** Some servers refuse an empty text with an error for the whole request; a full stop says as little. */
function askable(text: string): string {
  const bounded = boundedText(text, maximumCharacters);
  return bounded.trim() === '' ? '.' : bounded;
}

/** A reply → matrix in the order of the request, `count` rows, not normalised. */
function matrixOf(
  reply: unknown,
  { count, dimensions, url }: { count: number; dimensions: number | undefined; url: string },
): Float32Array {
  const parsed = replySchema.safeParse(reply);
  const refuse = (what: string): never => {
    throw new EncoderError(
      `${url} answered with something else than embeddings: ${what}.`,
      'Check that EMBEDDING_MODEL names an embedding model of an OpenAI-compatible server.',
    );
  };
  if (!parsed.success) return refuse(z.prettifyError(parsed.error).replaceAll(/\s+/g, ' ').slice(0, 200));
  const { data } = parsed.data;
  const width = dimensions ?? data[0]?.embedding.length ?? 0;
  const matrix = new Float32Array(count * width);
  const seen = new Set<number>();
  for (const { index, embedding } of data) {
    if (index >= count || seen.has(index)) return refuse(`index ${index} is out of range or repeated`);
    if (embedding.length !== width) return refuse(`a vector has ${embedding.length} numbers, not ${width}`);
    seen.add(index);
    matrix.set(embedding, index * width);
  }
  if (seen.size !== count) return refuse(`${seen.size} vectors came for ${count} texts`);
  return matrix;
}

/**
 * An encoder behind an OpenAI-compatible `POST {base}/embeddings`. One call at the start finds its dimensions.
 * Texts are cut at 8,000 characters.
 * @param base Address that ends in `/v1`.
 * @param apiKey Sent as bearer token and shown nowhere.
 * @throws EncoderError when the server does not answer, or with something else than embeddings.
 */
export async function createRemoteEncoder({
  base,
  model,
  apiKey,
  prefixes = prefixesOf(model),
  patience = usualPatience,
}: {
  base: string;
  model: string;
  apiKey?: string | undefined;
  prefixes?: Prefixes | undefined;
  patience?: RequestPatience | undefined;
}): Promise<Encoder> {
  const root = base.replace(/\/+$/, '');
  const url = `${root}/embeddings`;
  const closed = new AbortController();

  async function request(input: readonly string[], dimensions: number | undefined, signal?: AbortSignal) {
    if (closed.signal.aborted) throw new EncoderError(`The encoder ${model} is closed.`, 'Open it again.');
    const either = signal === undefined ? closed.signal : AbortSignal.any([closed.signal, signal]);
    const reply = await postJson(url, { model, input, encoding_format: 'float' }, { apiKey, patience, signal: either });
    const matrix = matrixOf(reply, { count: input.length, dimensions, url });
    normaliseRows(matrix, matrix.length / input.length, url);
    return matrix;
  }

  const dimensions = (await request(['dimensions'], undefined)).length;

  async function embedMatrix(texts: readonly string[], { signal, onProgress }: EmbeddingOptions = {}) {
    const matrix = new Float32Array(texts.length * dimensions);
    // The first failure ends the other lanes too: nobody reads what they would bring.
    const failed = new AbortController();
    const stop = signal === undefined ? failed.signal : AbortSignal.any([failed.signal, signal]);
    let next = 0;
    let embedded = 0;
    async function lane(): Promise<void> {
      while (next < texts.length) {
        const first = next;
        const slice = texts.slice(first, first + textsARequest);
        next += slice.length;
        const rows = await request(
          slice.map((text) => askable(prefixes.passage + text)),
          dimensions,
          stop,
        );
        matrix.set(rows, first * dimensions);
        embedded += slice.length;
        onProgress?.(embedded);
      }
    }
    signal?.throwIfAborted();
    try {
      await Promise.all(Array.from({ length: requestsAtOnce }, lane));
    } catch (error) {
      failed.abort(error);
      throw error;
    }
    return matrix;
  }

  const { host, pathname } = new URL(root);
  const id = `${host}${pathname}#${model}`;
  const identity = JSON.stringify([root, model, prefixes]);
  return {
    identity: { id, hash: createHash('sha256').update(identity).digest('hex'), dimensions },
    embedMatrix,
    async embedQuery(question) {
      return Array.from(await request([askable(prefixes.query + question)], dimensions));
    },
    async embedDocuments(texts) {
      return rowsOf(await embedMatrix(texts), dimensions);
    },
    async close() {
      closed.abort(new EncoderError(`The encoder ${id} is closed.`, 'Open it again.'));
    },
  };
}
