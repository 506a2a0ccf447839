import { stat } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createInstallation } from './create-installation.js';
import { collectionA, collectionB, guildA, guildB } from './made-up-installation.js';

const treaty = 'The treaty of the northern islands was signed in a tent.';

it('a server’s collection goes from the disk and from what is answered from, and others stay', async () => {
  const { collections, dataFolder, stage, publish, documentsOf } = await createInstallation();
  for (const [guild, collection] of [
    [guildA, collectionA],
    [guildB, collectionB],
  ] as const) {
    await stage(guild, 'treaty', treaty);
    await publish(collection);
  }
  expect(await collections.visibleTo(guildA)).toHaveLength(2);
  await collections.remove(collectionA);
  await expect(stat(path.join(dataFolder, 'collections', collectionA))).rejects.toThrow('ENOENT');
  expect(await collections.visibleTo(guildA)).toHaveLength(1);
  expect(await documentsOf(guildB)).toEqual(['server:treaty']);
  // It may begin anew.
  await stage(guildA, 'treaty', treaty);
  await publish(collectionA);
  expect(await documentsOf(guildA)).toEqual(['server:treaty']);
});

it('a collection that there is not is removed without a trace, and the shared one never', async () => {
  const { collections, dataFolder } = await createInstallation();
  await collections.remove(collectionA);
  await expect(stat(path.join(dataFolder, 'collections', collectionA))).rejects.toThrow('ENOENT');
  await expect(collections.remove('shared')).rejects.toThrow(RangeError);
  expect(await collections.visibleTo(null)).toHaveLength(1);
});
