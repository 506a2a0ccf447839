import type { Manifest, ParagraphKind, ParsedDocument } from '#src/types.js';

/** Numbers from 0 up to 1, the same for the same seed. */
export function createRandom(seed: number): () => number {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    // The low bits of this generator repeat soon; the mix spreads the high ones over them.
    return ((state ^ (state >>> 16)) >>> 0) / 2 ** 32;
  };
}

export interface MadeUpParagraph {
  readonly kind: ParagraphKind;
  /** Each is a sentence and a chunk; promotions and headings get no chunks. */
  readonly sentences: readonly string[];
}

/** A parsed document from the sentences of its paragraphs. */
export function madeUpDocument(
  id: string,
  paragraphs: readonly MadeUpParagraph[],
  title = `About ${id}`,
  titleIsDescriptive = false,
): ParsedDocument {
  const text = paragraphs.map(({ sentences }) => sentences.join(' ')).join('\n\n');
  const parsed = { paragraphs: [], sentences: [], chunks: [] } as {
    [list in 'paragraphs' | 'sentences' | 'chunks']: ParsedDocument[list][number][];
  };
  let start = 0;
  for (const [index, { kind, sentences }] of paragraphs.entries()) {
    const number = index + 1;
    const paragraphText = sentences.join(' ');
    let sentenceStart = start;
    for (const sentence of sentences) {
      const span = { paragraph: number, start: sentenceStart, end: sentenceStart + sentence.length, text: sentence };
      parsed.sentences.push(span);
      if (kind !== 'promotion' && kind !== 'heading') parsed.chunks.push(span);
      sentenceStart = span.end + 1;
    }
    const end = start + paragraphText.length;
    (parsed.paragraphs as object[]).push({ number, kind, start, end, text: paragraphText });
    start = end + 2;
  }
  return {
    document: {
      id,
      metadata: { title, titleIsDescriptive, publisher: null, author: null, date: '2016-09', licence: null, url: null },
      text,
      source: { path: `${id}.txt`, bytes: text.length, modifiedMs: 1_473_379_200_000, sha256: `${hashOf(text)}` },
    },
    ...parsed,
  } as ParsedDocument;
}

const syllables = ['ka', 'ro', 'mi', 'tel', 'us', 'ven', 'dor', 'li', 'sham', 'ge', 'né', 'ter', 'o', 'pra', 'bit'];

/** Documents of made-up words, rare and frequent ones, with every kind of paragraph. */
export function madeUpDocuments(count: number, paragraphsEach: number, seed = 1): readonly ParsedDocument[] {
  const random = createRandom(seed);
  const word = (): string => {
    // Squaring twice makes early words frequent and late ones rare, as in a language.
    const rank = Math.floor(random() ** 4 * 3000);
    return `${syllables[rank % 15]}${syllables[Math.floor(rank / 15) % 15]}${syllables[Math.floor(rank / 225) % 15]}`;
  };
  const sentence = (): string => {
    const words = Array.from({ length: 8 + Math.floor(random() * 14) }, word).join(' ');
    return `${words[0]?.toUpperCase()}${words.slice(1)}.`;
  };
  const kinds: readonly ParagraphKind[] = ['body', 'body', 'caption', 'body', 'promotion', 'body', 'notice', 'heading'];
  return Array.from({ length: count }, (_, document) =>
    madeUpDocument(
      `document-${document}`,
      Array.from({ length: paragraphsEach }, (_unused, paragraph) => ({
        kind: paragraph === 0 ? 'heading' : (kinds[Math.floor(random() * kinds.length)] ?? 'body'),
        sentences: Array.from({ length: 1 + Math.floor(random() * 4) }, sentence),
      })),
      `Title ${word()} ${word()}`,
      document % 3 === 0,
    ),
  );
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** `count` random vectors of unit length one after the other; around `centres` places when given. */
export function unitVectors(count: number, dimensions: number, seed: number, centres = 0): Float32Array {
  const random = createRandom(seed);
  const gaussian = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const places = Array.from({ length: centres }, () => Array.from({ length: dimensions }, gaussian));
  const vectors = new Float32Array(count * dimensions);
  for (let row = 0; row < count; row++) {
    const place = places[Math.floor(random() * centres)];
    const vector = Array.from({ length: dimensions }, (_, at) => gaussian() + 2 * (place?.[at] ?? 0));
    const length = Math.hypot(...vector);
    for (let at = 0; at < dimensions; at++) vectors[row * dimensions + at] = (vector[at] ?? 0) / length;
  }
  return vectors;
}

/** A vector for each chunk that depends on its text alone, as an encoder's does. */
export function vectorsFor(documents: readonly ParsedDocument[], dimensions: number): Float32Array {
  const chunks = documents.flatMap((document) => document.chunks);
  const vectors = new Float32Array(chunks.length * dimensions);
  for (const [row, chunk] of chunks.entries()) {
    vectors.set(unitVectors(1, dimensions, hashOf(chunk.text)), row * dimensions);
  }
  return vectors;
}

export const madeUpModel: Manifest['model'] = { id: 'made-up-encoder', hash: 'a1b2c3d4e5f6a7b8', dimensions: 16 };
