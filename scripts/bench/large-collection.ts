import { createHash } from 'node:crypto';
import { buildGeneration } from '#src/indexing/build-generation.js';
import { loadGeneration } from '#src/indexing/load-generation.js';
import type { Chunk, Generation, Paragraph, ParsedDocument } from '#src/types.js';
import type { BenchParts } from './bench-parts.js';
import { createRandom } from './seeded-random.js';
import { paragraphsAFile } from './synthetic-files.js';
import { type SyntheticParagraph, sourceSentences, syntheticParagraphs, takeParagraphs } from './synthetic-texts.js';

export interface LargeCollection {
  readonly generation: Generation;
  readonly documents: readonly ParsedDocument[];
  readonly vectors: Float32Array;
  readonly buildSeconds: number;
}

function parsedDocumentOf(id: string, synthetic: readonly SyntheticParagraph[]): ParsedDocument {
  const paragraphs: Paragraph[] = [];
  const chunks: Chunk[] = [];
  let start = 0;
  for (const sentences of synthetic) {
    const number = paragraphs.length + 1;
    const text = sentences.map((sentence) => sentence.text).join(' ');
    let at = start;
    for (const sentence of sentences) {
      chunks.push({ paragraph: number, start: at, end: at + sentence.text.length, text: sentence.text });
      at += sentence.text.length + 1;
    }
    paragraphs.push({ number, kind: 'body', start, end: start + text.length, text });
    start += text.length + 2;
  }
  const text = paragraphs.map((paragraph) => paragraph.text).join('\n\n');
  const sha256 = createHash('sha256').update(text).digest('hex');
  return {
    document: {
      id,
      metadata: {
        title: id,
        titleIsDescriptive: true,
        publisher: null,
        author: null,
        date: '2016-09',
        licence: null,
        url: null,
      },
      text,
      source: { path: `${id}.txt`, bytes: text.length, modifiedMs: 0, sha256 },
    },
    paragraphs,
    sentences: chunks,
    chunks,
  };
}

/**
 * Vectors as an encoder would spread them: each is the real vector of the sentence it was made from, with a part of
 * another real sentence and the difference of two more, at unit length. Noise of the vectors' own kind keeps to the few
 * dimensions that an encoder uses; Gaussian noise would make neighbours easier to tell apart than they are.
 */
function mixedVectors(sources: Float32Array, rows: readonly number[], dimensions: number): Float32Array {
  const random = createRandom(4711);
  const count = sources.length / dimensions;
  const any = (): number => Math.floor(random() * count) * dimensions;
  const mixed = new Float32Array(rows.length * dimensions);
  for (const [row, source] of rows.entries()) {
    const [own, other, plus, minus] = [source * dimensions, any(), any(), any()];
    const share = 0.2 + 0.4 * random();
    let squares = 0;
    for (let i = 0; i < dimensions; i++) {
      const noise = 0.35 * ((sources[plus + i] as number) - (sources[minus + i] as number));
      const value = (1 - share) * (sources[own + i] as number) + share * (sources[other + i] as number) + noise;
      mixed[row * dimensions + i] = value;
      squares += value * value;
    }
    const length = Math.sqrt(squares);
    for (let i = 0; i < dimensions; i++) mixed[row * dimensions + i] = (mixed[row * dimensions + i] as number) / length;
  }
  return mixed;
}

/** A generation of made-up documents with at least `chunkCount` chunks, built and loaded as real ones are. */
export async function buildLargeCollection(parts: BenchParts, chunkCount: number): Promise<LargeCollection> {
  const { sources, questionEncoder, say } = parts;
  const sentences = sourceSentences([...sources.article, ...sources.practice]);
  say(`${sentences.length} source sentences; building ${chunkCount} chunks from them`);
  const sourceVectors = await questionEncoder.embedMatrix(sentences);
  const paragraphs = takeParagraphs(syntheticParagraphs(sentences, 1), { sentences: chunkCount });
  const documents: ParsedDocument[] = [];
  for (let from = 0; from < paragraphs.length; from += paragraphsAFile) {
    documents.push(parsedDocumentOf(`report-${from}`, paragraphs.slice(from, from + paragraphsAFile)));
  }
  const { identity } = questionEncoder;
  const rows = paragraphs.flatMap((paragraph) => paragraph.map(({ source }) => source));
  const vectors = mixedVectors(sourceVectors, rows, identity.dimensions);
  const startedAt = performance.now();
  const built = await buildGeneration({
    folder: await parts.newFolder('large'),
    collection: 'bench',
    model: identity,
    documents,
    vectors,
    previous: null,
    now: Date.now,
  });
  const buildSeconds = (performance.now() - startedAt) / 1000;
  say(`built in ${buildSeconds.toFixed(1)} s`);
  return { generation: await loadGeneration(built.folder, identity), documents, vectors, buildSeconds };
}
