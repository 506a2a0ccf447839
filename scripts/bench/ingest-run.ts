import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Encoder } from '#src/embedding/encoder.js';
import { openVectorCache } from '#src/embedding/vector-cache.js';
import { openGenerationStore } from '#src/indexing/generation-store.js';
import { type IngestReport, ingest } from '#src/ingest.js';
import { openSource } from '#src/ingesting/source.js';
import { type StageTimes, startStageClock } from './stage-clock.js';

export interface IngestRun extends StageTimes {
  readonly report: IngestReport;
}

function onWarning(line: string): never {
  throw new Error(`Indexing warned: ${line}`);
}

/** Indexes a corpus folder into `dataFolder` as an indexing thread does, with an encoder that is already open. */
export async function runIngest(encoder: Encoder, corpusFolder: string, dataFolder: string): Promise<IngestRun> {
  const collectionFolder = path.join(dataFolder, 'collection');
  await mkdir(collectionFolder, { recursive: true });
  const clock = startStageClock();
  const report = await ingest({
    collection: 'bench',
    source: openSource({ kind: 'folder', folder: corpusFolder }),
    collectionFolder,
    encoder,
    owner: 'the benchmark',
    store: openGenerationStore({ folder: collectionFolder, onWarning }),
    cache: await openVectorCache({ folder: path.join(dataFolder, 'vectors'), identity: encoder.identity, onWarning }),
    now: Date.now,
    onProgress: clock.onProgress,
    onWarning,
  });
  return { report, ...clock.stop() };
}
