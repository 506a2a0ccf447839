import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Desk, openDesk } from '#src/desk.js';
import { openArticleParts } from './article-parts.js';

/** The desk of an installation that has the article as its only document; whoever opens it closes it. */
export async function openArticleDesk(): Promise<Desk> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parley-desk-'));
  const { encoder, generation } = await openArticleParts(folder);
  const desk = await openDesk({ generation, encoder, loadNewer: async () => null, onWarning: () => undefined });
  return {
    ...desk,
    get generation() {
      return desk.generation;
    },
    async close() {
      await desk.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
