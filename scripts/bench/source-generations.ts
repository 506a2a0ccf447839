import { utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openGenerationStore } from '#src/indexing/generation-store.js';
import type { Generation } from '#src/types.js';
import type { BenchParts } from './bench-parts.js';
import { runIngest } from './ingest-run.js';

export interface SourceGenerations {
  /** The article alone. */
  readonly article: Generation;
  /** The article and the practice texts, and how long they took from files to a live generation, encoder open. */
  readonly all: Generation;
  readonly allSeconds: number;
}

/** Indexes the real texts: the article alone, and all of them together. */
export async function buildSourceGenerations(parts: BenchParts): Promise<SourceGenerations> {
  const { article, practice } = parts.sources;
  const encoder = await parts.openIndexingEncoder();
  async function build(documents: typeof article): Promise<{ generation: Generation; seconds: number }> {
    const corpus = await parts.newFolder('texts');
    for (const { document } of documents) {
      const file = path.join(corpus, `${document.id}.txt`);
      await writeFile(file, document.text);
      await utimes(file, new Date('2026-01-02T03:04:05Z'), new Date('2026-01-02T03:04:05Z'));
    }
    const data = await parts.newFolder('data');
    const { seconds } = await runIngest(encoder, corpus, data);
    const store = openGenerationStore({ folder: path.join(data, 'collection'), onWarning: parts.say });
    const generation = await store.loadLive();
    if (generation === null) throw new Error('Nothing was published.');
    return { generation, seconds };
  }
  try {
    const alone = await build(article);
    const together = await build([...article, ...practice]);
    return { article: alone.generation, all: together.generation, allSeconds: together.seconds };
  } finally {
    await encoder.close();
  }
}
