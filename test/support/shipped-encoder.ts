import type { Encoder } from '#src/embedding/encoder.js';
import { openEncoder } from '#src/embedding/open-encoder.js';
import { modelsFolder } from '#src/project-files.js';

/** The encoder that is shipped, in this thread. */
export function openShippedEncoder(cacheFolder: string, threads = 1): Promise<Encoder> {
  return openEncoder({
    model: 'e5-small-v2',
    modelsFolder,
    cacheFolder,
    threads,
    threaded: false,
    allowDownload: false,
  });
}
