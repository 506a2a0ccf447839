import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openEncoder } from '#src/embedding/open-encoder.js';
import { CorpusError } from '#src/errors.js';
import { ingestInThread } from '#src/ingesting/ingest-thread.js';
import { modelsFolder } from '#src/project-files.js';
import { createInstallation } from './create-installation.js';
import { collectionA, entryOf, guildA } from './made-up-installation.js';

const choice = {
  model: 'e5-small-v2',
  modelsFolder,
  cacheFolder: '/nowhere',
  threads: 1,
  allowDownload: false,
};

it('a plan, a candidate and a publication come whole out of the indexing thread, and so do its errors', async () => {
  const encoder = await openEncoder({ ...choice, threaded: true });
  const { identity } = encoder;
  await encoder.close();
  const { open, stage, corpusFolder } = await createInstallation();
  const stages = new Set<string>();
  const collections = open({
    model: Promise.resolve(identity),
    index: (order, listener) => ingestInThread({ ...order, encoder: choice }, listener),
  });
  await stage(guildA, 'treaty', 'The treaty of the northern islands was signed in a tent. It holds for twenty years.');
  const plan = await collections.plan(collectionA, { isScreened: true });
  expect(plan.documents).toMatchObject([
    { id: 'server:treaty', screening: { findings: [{ kind: 'hidden-text', quote: 'hidden in treaty' }] } },
  ]);
  const candidate = await collections.prepare(collectionA);
  expect(candidate).toMatchObject({
    embedded: 2,
    plan: { fingerprint: plan.fingerprint },
    generation: { chunkCount: 2 },
  });
  const published = await collections.publish(collectionA, plan.fingerprint, entryOf('reindex run'), {
    onProgress: ({ stage: reached }) => void stages.add(reached),
  });
  expect(published).toMatchObject({ report: { published: true, embedded: 0 } });
  expect([...stages]).toContain('files');
  expect((await collections.live(collectionA))?.manifest.model).toEqual(identity);

  await writeFile(path.join(corpusFolder, 'shared.txt'), '');
  const { fingerprint } = await collections.plan('shared');
  const failure: unknown = await collections
    .publish('shared', fingerprint, entryOf('reindex run'))
    .catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(CorpusError);
}, 60_000);
