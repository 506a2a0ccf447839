import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Desk, openDesk } from '#src/desk.js';
import type { Generation } from '#src/types.js';
import { openArticleParts } from './article-parts.js';
import { fixedCollections } from './fixed-collections.js';

/**
 * The desk of an installation that has the article as its only document; whoever opens it closes it.
 * @param more Generations that servers have of their own, by the server's id.
 */
export async function openArticleDesk(more: Readonly<Record<string, Generation>> = {}): Promise<Desk> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parley-desk-'));
  const { encoder, generation } = await openArticleParts(folder);
  const desk = await openDesk({ collections: fixedCollections(generation, more), encoder, onWarning: () => undefined });
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
