import { shippedModel } from '#src/answering/answerability.js';
import { createChunkReader } from '#src/answering/chunk-reading.js';
import { ask } from '#src/ask.js';
import { openEncoder } from '#src/embedding/open-encoder.js';
import { openVectorCache } from '#src/embedding/vector-cache.js';
import { openGenerationStore } from '#src/indexing/generation-store.js';
import { ingest } from '#src/ingest.js';
import { loadWordVectors } from '#src/language/word-vectors.js';
import { modelsFolder, wordVectorsFile } from '#src/project-files.js';
import type { Answer } from '#src/types.js';

/** The shipped parts over the article, indexed by the real story into `folder`. */
export interface ArticleDesk {
  /** The article's text. */
  readonly text: string;
  ask(question: string): Promise<Answer>;
  close(): Promise<void>;
}

export async function openArticleDesk(folder: string): Promise<ArticleDesk> {
  const encoder = await openEncoder({
    model: 'e5-small-v2',
    modelsFolder,
    cacheFolder: folder,
    threads: 1,
    threaded: false,
    allowDownload: false,
  });
  const store = openGenerationStore({ folder, onWarning: () => {} });
  await ingest({
    collection: 'shared',
    corpusFolder: 'corpus',
    collectionFolder: folder,
    store,
    encoder,
    cache: await openVectorCache({ folder: `${folder}/vectors`, identity: encoder.identity }),
    owner: 'a test',
    now: Date.now,
    onProgress: () => {},
    onWarning: () => {},
  });
  const generation = await store.loadLive();
  if (generation === null) throw new Error('The article was not indexed.');
  const words = await loadWordVectors(wordVectorsFile);
  const parts = {
    encoder,
    generations: [generation],
    words,
    readChunk: createChunkReader(words),
    model: shippedModel,
    clock: () => performance.now(),
  };
  return {
    text: generation.documents[0]?.text ?? '',
    ask: (question) => ask(question, parts),
    close: () => encoder.close(),
  };
}
