import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Encoder } from '#src/embedding/encoder.js';
import { openVectorCache } from '#src/embedding/vector-cache.js';
import { openGenerationStore } from '#src/indexing/generation-store.js';
import { type IngestProgress, type IngestReport, ingest } from '#src/ingest.js';

export interface IngestRun {
  readonly report: IngestReport;
  readonly seconds: number;
  /** Seconds until the first progress of each stage, and at the end. */
  readonly stageSeconds: Readonly<Record<string, number>>;
}

function onWarning(line: string): never {
  throw new Error(`Indexing warned: ${line}`);
}

/** Indexes a corpus folder into `dataFolder` as an indexing thread does, with an encoder that is already open. */
export async function runIngest(encoder: Encoder, corpusFolder: string, dataFolder: string): Promise<IngestRun> {
  const collectionFolder = path.join(dataFolder, 'collection');
  await mkdir(collectionFolder, { recursive: true });
  const startedAt = performance.now();
  const spent: Record<string, number> = {};
  let stage: IngestProgress['stage'] | 'open' = 'open';
  let stageAt = startedAt;
  const enter = (next: typeof stage): void => {
    const now = performance.now();
    spent[stage] = (spent[stage] ?? 0) + (now - stageAt) / 1000;
    stage = next;
    stageAt = now;
  };
  const report = await ingest({
    collection: 'bench',
    corpusFolder,
    collectionFolder,
    encoder,
    owner: 'the benchmark',
    store: openGenerationStore({ folder: collectionFolder, onWarning }),
    cache: await openVectorCache({ folder: path.join(dataFolder, 'vectors'), identity: encoder.identity, onWarning }),
    now: Date.now,
    onProgress: (progress) => {
      if (progress.stage !== stage) enter(progress.stage);
    },
    onWarning,
  });
  enter('open');
  return { report, seconds: (performance.now() - startedAt) / 1000, stageSeconds: spent };
}

export function stagesInWords(stageSeconds: Readonly<Record<string, number>>): string {
  return Object.entries(stageSeconds)
    .map(([stage, seconds]) => `${stage} ${seconds.toFixed(seconds < 1 ? 3 : 1)} s`)
    .join(', ');
}
