import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { GenerationError } from '#src/errors.js';
import { createFakeEncoder } from '../support/fake-encoder.js';
import { createInstallation } from './create-installation.js';
import { collectionA, collectionB, guildA, indexHere } from './made-up-installation.js';

const treaty = 'The treaty of the northern islands was signed in a tent. It holds for twenty years.';

/** The installation after a change of model: the shared collection is indexed anew, and the server's is not yet. */
async function afterAnotherModel() {
  const installation = await createInstallation();
  await installation.stage(guildA, 'treaty', treaty);
  const generation = await installation.publish(collectionA);
  const encoder = createFakeEncoder({ id: 'another' });
  const collections = installation.open({
    model: Promise.resolve(encoder.identity),
    index: indexHere(installation.notes, 'another'),
  });
  const { fingerprint } = await collections.plan('shared');
  const entry = { guild: '0', actor: 'parley', at: 0, act: 'reindex run', subject: null, before: null };
  await collections.publish('shared', fingerprint, entry);
  return { ...installation, collections, generation };
}

describe('a server’s documents of another model', () => {
  it('are live for its moderators, and no member is answered from them', async () => {
    const { collections, generation } = await afterAnotherModel();
    for (let time = 0; time < 2; time++) {
      const live = await collections.live(collectionA);
      expect(live?.id).toBe(generation);
      expect(live?.documents.map(({ id }) => id)).toEqual(['server:treaty']);
      expect(await collections.visibleTo(guildA)).toHaveLength(1);
    }
    expect(await collections.live(collectionB)).toBeNull();
  });

  it('are seen by members again once they are indexed anew', async () => {
    const { collections, generation } = await afterAnotherModel();
    await collections.live(collectionA);
    const plan = await collections.plan(collectionA);
    expect(plan.isEmpty).toBe(false);
    const entry = { guild: guildA, actor: '1', at: 0, act: 'reindex run', subject: null, before: plan.live };
    await collections.publish(collectionA, plan.fingerprint, entry);
    const live = await collections.live(collectionA);
    expect(live?.id).not.toBe(generation);
    expect((await collections.visibleTo(guildA))[1]).toBe(live);
  });
});

describe('a server’s documents of which nothing is sound', () => {
  it('are an error for moderators, and members are answered from the shared ones', async () => {
    const { stage, publish, open, dataFolder } = await createInstallation();
    await stage(guildA, 'treaty', treaty);
    const id = await publish(collectionA);
    const folder = path.join(dataFolder, 'collections', collectionA, 'generations', id);
    for (const name of await readdir(folder)) await rm(path.join(folder, name));
    const collections = open();
    expect(await collections.visibleTo(guildA)).toHaveLength(1);
    await expect(collections.live(collectionA)).rejects.toBeInstanceOf(GenerationError);
  });
});
