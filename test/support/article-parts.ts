import { shippedModel } from '#src/answering/answerability.js';
import { createChunkReader } from '#src/answering/chunk-reading.js';
import type { AskParts } from '#src/ask.js';
import { listCorpusFiles } from '#src/corpus/list-corpus-files.js';
import { parseDocument } from '#src/corpus/parse-document.js';
import { readDocument } from '#src/corpus/read-document.js';
import type { Encoder } from '#src/embedding/encoder.js';
import { buildGeneration } from '#src/indexing/build-generation.js';
import { loadGeneration } from '#src/indexing/load-generation.js';
import { loadWordVectors } from '#src/language/word-vectors.js';
import { wordVectorsFile } from '#src/project-files.js';
import type { Generation } from '#src/types.js';
import { wordReaderOf } from '#src/word-reader.js';
import { openShippedEncoder } from './shipped-encoder.js';

/** What `ask` takes, for the article: the shipped encoder, word vectors and model over a generation built in `folder`. */
export interface ArticleParts {
  readonly parts: AskParts;
  readonly encoder: Encoder;
  readonly generation: Generation;
  /** The article's text. */
  readonly text: string;
}

export async function openArticleParts(folder: string): Promise<ArticleParts> {
  const encoder = await openShippedEncoder(folder);
  const files = (await listCorpusFiles('corpus')).filter(({ path: name }) => name === 'syria-ceasefire-2016.txt');
  const documents = await Promise.all(files.map(async (file) => parseDocument(await readDocument(file))));
  const built = await buildGeneration({
    folder,
    collection: 'shared',
    model: encoder.identity,
    documents,
    vectors: await encoder.embedMatrix(documents.flatMap(({ chunks }) => chunks.map(({ text }) => text))),
    previous: null,
    now: Date.now,
  });
  const generation = await loadGeneration(built.folder, encoder.identity);
  const words = await loadWordVectors(wordVectorsFile);
  return {
    parts: {
      encoder,
      wordReader: wordReaderOf(encoder),
      generations: [generation],
      words,
      readChunk: createChunkReader(words),
      model: shippedModel,
      clock: () => performance.now(),
    },
    encoder,
    generation,
    text: generation.documents[0]?.text ?? '',
  };
}
