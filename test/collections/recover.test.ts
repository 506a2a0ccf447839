import { access, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RunIndexing } from '#src/collections/collection-parts.js';
import { SwappedError } from '#src/collections.js';
import type { StagingStore } from '#src/state/seams/staging.js';
import { deferred } from '../support/deferred.js';
import { createInstallation } from './create-installation.js';
import { collectionA, entryOf, guildA, type Installation, indexHere } from './made-up-installation.js';

const treaty = 'The treaty of the northern islands was signed in a tent. It holds for twenty years.';
const later = `${treaty} It was never broken.`;

/** Every file and folder below a collection's folder, its generations and vectors not looked into. */
async function filesOf({ dataFolder }: Installation): Promise<readonly string[]> {
  const folder = path.join(dataFolder, 'collections', collectionA);
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name !== 'vectors').toSorted();
}

/** Exactly one generation is live, or none before the first, and nothing lies about. */
async function expectWhole(installation: Installation, collections = installation.open()): Promise<string | null> {
  const records = await collections.history(collectionA);
  const live = records.filter((record) => record.live);
  expect(live).toHaveLength(records.length === 0 ? 0 : 1);
  expect(await filesOf(installation)).toEqual(records.length === 0 ? [] : ['generations', 'live']);
  expect((await collections.live(collectionA))?.id).toBe(live[0]?.id);
  return live[0]?.id ?? null;
}

/** The acts on the index that the audit log knows, with the generation that each led to. */
function swapsIn({ staging }: Installation): readonly (string | null)[] {
  return staging.contents.entries.filter(({ act }) => act.startsWith('reindex')).map(({ after }) => after);
}

/** How far a publication had come on the disk when the process was killed. */
const diskSteps = ['built', 'noted', 'renamed', 'live', 'done'] as const;

describe.each([false, true])('a process that was killed while it published (first publication: %s)', (isFirst) => {
  it.each(diskSteps)(
    'and had come to “%s” leaves one live generation, and an entry if it is the new one',
    async (step) => {
      const installation = await createInstallation();
      const { collections, staging, stage, publish, open, dataFolder } = installation;
      await stage(guildA, 'treaty', treaty);
      const before = isFirst ? null : await publish(collectionA);
      if (!isFirst) await stage(guildA, 'treaty', later);
      staging.contents.correcting = [];
      const candidate = await collections.prepare(collectionA);
      const id = candidate?.generation.id ?? '';
      const versions = (await staging.changes(collectionA)).map(({ version }) => version);
      await staging.begin({ collection: collectionA, before, versions, entry: entryOf('reindex run') });
      const folder = path.join(dataFolder, 'collections', collectionA);
      const has = (reached: (typeof diskSteps)[number]) => diskSteps.indexOf(step) >= diskSteps.indexOf(reached);
      await mkdir(path.join(folder, 'generations'), { recursive: true });
      if (has('noted')) await writeFile(path.join(folder, 'publishing'), `${id}\n`);
      if (has('renamed')) await rename(path.join(folder, 'building', id), path.join(folder, 'generations', id));
      if (has('live')) await writeFile(path.join(folder, 'live'), `${id}\n`);
      if (has('done')) await rm(path.join(folder, 'publishing'));
      await writeFile(path.join(folder, 'live.new'), 'half');
      await writeFile(
        path.join(folder, 'build.lock'),
        JSON.stringify({ token: 'dead', pid: 2 ** 30, host: os.hostname() }),
      );
      await writeFile(path.join(folder, 'build.lock.older'), '');

      const restarted = open();
      await restarted.recover();
      // Of the very first publication the only whole generation serves, pointer or not: it is the new one.
      const isNew = has('live') || (isFirst && has('renamed'));
      if (isFirst && !isNew) await rm(path.join(folder, 'generations'), { recursive: true });
      expect(await expectWhole(installation, restarted)).toBe(isNew ? id : before);
      const swaps = [...(isFirst ? [] : [before]), ...(isNew ? [id] : [])];
      expect(swapsIn(installation)).toEqual(swaps);
      // A generation that never served is in no history: nobody may roll back to it.
      expect((await restarted.history(collectionA)).map((record) => record.id)).toEqual(swaps.toReversed());
      expect(staging.contents.begun).toEqual([]);
      const plan = await restarted.plan(collectionA);
      expect(plan.isEmpty).toBe(isNew);
      expect(staging.contents.kept).toHaveLength(isNew ? 0 : 1);
      const affected = { collection: collectionA, generation: id, documents: ['server:treaty'] };
      expect(staging.contents.correcting).toEqual(isNew ? [affected] : []);
    },
  );
});

describe('a process that was killed while it rolled back', () => {
  it.each([false, true])(
    '(swapped: %s) leaves one live generation, and an entry if that is the older one',
    async (swapped) => {
      const installation = await createInstallation();
      const { staging, stage, publish, open, dataFolder } = installation;
      await stage(guildA, 'treaty', treaty);
      const first = await publish(collectionA);
      await stage(guildA, 'treaty', later);
      const second = await publish(collectionA);
      staging.contents.correcting = [];
      await staging.begin({
        collection: collectionA,
        before: second,
        versions: [],
        entry: entryOf('reindex rollback'),
      });
      if (swapped) await writeFile(path.join(dataFolder, 'collections', collectionA, 'live'), `${first}\n`);
      const restarted = open();
      await restarted.recover();
      expect(await expectWhole(installation, restarted)).toBe(swapped ? first : second);
      expect(swapsIn(installation)).toEqual([first, second, ...(swapped ? [first] : [])]);
      expect(staging.contents.correcting).toHaveLength(swapped ? 1 : 0);
      expect(await restarted.history(collectionA)).toHaveLength(2);
    },
  );
});

function dead(): never {
  throw new Error('the database is gone');
}

/** The state dies at a call of a method, before or after it took effect, and stays dead. */
function dying(staging: StagingStore, method: keyof StagingStore, when: 'before' | 'after'): StagingStore {
  let isDead = false;
  return new Proxy(staging, {
    get(target, name: keyof StagingStore) {
      return async (...given: readonly never[]) => {
        if (isDead) dead();
        if (name !== method) return (target[name] as (...all: readonly never[]) => Promise<unknown>)(...given);
        isDead = true;
        if (when === 'after') await (target[name] as (...all: readonly never[]) => Promise<unknown>)(...given);
        return dead();
      };
    },
  });
}

describe('a state that refuses', () => {
  const points = (['begin', 'finish'] as const).flatMap((method) =>
    (['before', 'after'] as const).map((when) => [method, when] as const),
  );

  it.each(points)('at %s, %s it took effect, is made good by the next start', async (method, when) => {
    const installation = await createInstallation();
    const { staging, stage, open, publish } = installation;
    await stage(guildA, 'treaty', treaty);
    const first = await publish(collectionA);
    const broken = open({ staging: dying(staging, method, when) });
    const textSeen = async () => (await broken.visibleTo(guildA))[1]?.documents[0]?.text;
    expect(await textSeen()).toBe(treaty);
    await stage(guildA, 'treaty', later);
    const { fingerprint } = await broken.plan(collectionA);
    const isLive = method === 'finish';
    // What is live all the same is no failed publication.
    const told = isLive ? 'is live, but something failed after that' : 'is gone';
    await expect(broken.publish(collectionA, fingerprint, entryOf('reindex run'))).rejects.toThrow(told);
    // Members are answered from what is live, whatever the state says.
    expect(await textSeen()).toBe(isLive ? later : treaty);

    const restarted = open();
    await restarted.recover();
    const live = await expectWhole(installation, restarted);
    expect(live !== first).toBe(isLive);
    expect(swapsIn(installation)).toEqual(isLive ? [first, live] : [first]);
    expect(staging.contents.begun).toEqual([]);
    expect(staging.contents.kept).toHaveLength(isLive ? 0 : 1);
  });

  it('does not lose the entry when the next act comes before the next start', async () => {
    const installation = await createInstallation();
    const { staging, stage, open, publish } = installation;
    await stage(guildA, 'treaty', treaty);
    const broken = open({ staging: dying(staging, 'finish', 'before') });
    const { fingerprint } = await broken.plan(collectionA);
    await expect(broken.publish(collectionA, fingerprint, entryOf('reindex run'))).rejects.toBeInstanceOf(SwappedError);
    await stage(guildA, 'treaty', later);
    const second = await publish(collectionA);
    expect(swapsIn(installation)).toHaveLength(2);
    expect(swapsIn(installation)[1]).toBe(second);
  });
});

/** The state refuses the first calls of `finish`, before or after they took effect. */
function refusing(staging: StagingStore, times: number, when: 'before' | 'after'): StagingStore {
  let left = times;
  return {
    ...staging,
    async finish(...given) {
      const refuses = left > 0;
      left -= 1;
      if (refuses && when === 'before') dead();
      await staging.finish(...given);
      if (refuses) dead();
    },
  };
}

describe('a state that refuses at finish', () => {
  it.each(['before', 'after'] as const)('once, %s it took effect, is told again, and once', async (when) => {
    const installation = await createInstallation();
    const { staging, stage, open } = installation;
    await stage(guildA, 'treaty', treaty);
    const collections = open({ staging: refusing(staging, 1, when) });
    const { fingerprint } = await collections.plan(collectionA);
    const published = await collections.publish(collectionA, fingerprint, entryOf('reindex run'));
    if (published === 'changed') expect.fail();
    expect(swapsIn(installation)).toEqual([published.report.generation]);
    expect(staging.contents.begun).toEqual([]);
    expect(staging.contents.kept).toEqual([]);
    expect((await collections.visibleTo(guildA))[1]?.id).toBe(published.report.generation);
  });

  it('for a while is told when it is asked to settle, once, with what is to be corrected', async () => {
    const installation = await createInstallation();
    const { staging, stage, open } = installation;
    await stage(guildA, 'treaty', treaty);
    const collections = open({ staging: refusing(staging, 3, 'before') });
    const { fingerprint } = await collections.plan(collectionA);
    const failure = await collections
      .publish(collectionA, fingerprint, entryOf('reindex run'))
      .catch((error: unknown) => error);
    const live = (await collections.live(collectionA))?.id;
    expect(failure).toMatchObject({ generation: live, isRecorded: false });
    expect(staging.contents.begun).toHaveLength(1);
    await expect(collections.settle()).rejects.toThrow('is gone');
    for (let time = 0; time < 2; time++) await collections.settle();
    expect(swapsIn(installation)).toEqual([live]);
    expect(staging.contents.begun).toEqual([]);
    expect(staging.contents.kept).toEqual([]);
    const own = staging.contents.correcting.filter(({ collection }) => collection === collectionA);
    expect(own).toEqual([{ collection: collectionA, generation: live, documents: ['server:treaty'] }]);
  });

  it('leaves alone, when it is asked to settle, what is under way', async () => {
    const { staging, stage, open } = await createInstallation();
    await stage(guildA, 'treaty', treaty);
    const { promise: reached, resolve: reach } = deferred();
    const { promise: opened, resolve: go } = deferred();
    const slow: StagingStore = {
      ...staging,
      async finish(...given) {
        reach();
        await opened;
        await staging.finish(...given);
      },
    };
    const collections = open({ staging: slow });
    const { fingerprint } = await collections.plan(collectionA);
    const publishing = collections.publish(collectionA, fingerprint, entryOf('reindex run'));
    await reached;
    await collections.settle();
    expect(staging.contents.begun).toHaveLength(1);
    go();
    expect(await publishing).not.toBe('changed');
    expect(staging.contents.begun).toEqual([]);
  });
});

const dyingWhenLive: RunIndexing = async (order, listener) => {
  const result = await indexHere({ orders: [], embedded: [] })(order, listener);
  if (order.aim === 'publish') dead();
  return result;
};

describe('a run that fails once its generation is live', () => {
  it('is a publication all the same, with its entry', async () => {
    const installation = await createInstallation();
    const { staging, stage, open } = installation;
    await stage(guildA, 'treaty', treaty);
    const collections = open({ index: dyingWhenLive });
    const { fingerprint } = await collections.plan(collectionA);
    const failure = await collections
      .publish(collectionA, fingerprint, entryOf('reindex run'))
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SwappedError);
    const live = (await collections.visibleTo(guildA))[1]?.id;
    expect(failure).toMatchObject({ generation: live, isRecorded: true });
    expect(swapsIn(installation)).toEqual([live]);
    expect(staging.contents.begun).toEqual([]);
  });
});

describe('what is to be corrected', () => {
  it('is so on the generation that is live, also when the last swap changed no document', async () => {
    const installation = await createInstallation();
    const { collections, staging, stage, publish } = installation;
    staging.contents.correcting = [];
    await stage(guildA, 'treaty', treaty);
    const first = await publish(collectionA);
    await stage(guildA, 'treaty', later);
    await publish(collectionA);
    await stage(guildA, 'treaty', treaty);
    const third = await publish(collectionA);
    const waiting = { collection: collectionA, documents: ['server:treaty'] };
    expect(staging.contents.correcting).toEqual([{ ...waiting, generation: third }]);
    // Both have the very same text.
    await collections.rollback(collectionA, first, entryOf('reindex rollback'));
    expect(staging.contents.correcting).toEqual([{ ...waiting, generation: first }]);
  });
});

describe('a start', () => {
  it('removes vectors that a killed process left half-written, of whatever encoder, and no others', async () => {
    const installation = await createInstallation();
    const { stage, publish, open, dataFolder } = installation;
    await stage(guildA, 'treaty', treaty);
    await publish(collectionA);
    // No process ever has a number so high.
    const abandoned = `x.vectors.${2 ** 30}-1790000000000.partial`;
    const folders = [path.join(dataFolder, 'vectors'), path.join(dataFolder, 'collections', collectionA, 'vectors')];
    for (const folder of folders) {
      await mkdir(path.join(folder, 'other-model'), { recursive: true });
      await writeFile(path.join(folder, 'other-model', abandoned), 'half');
      const [own = ''] = (await readdir(folder)).filter((name) => name.startsWith('fake'));
      const before = await readdir(path.join(folder, own));
      await writeFile(path.join(folder, own, abandoned), 'half');
      await open().recover();
      expect(await readdir(path.join(folder, 'other-model'))).toEqual([]);
      expect(await readdir(path.join(folder, own))).toEqual(before);
      expect(before).toHaveLength(1);
    }
  });

  it('leaves alone what a living process is at', async () => {
    const installation = await createInstallation();
    const { staging, stage, open, dataFolder, warnings } = installation;
    await stage(guildA, 'treaty', treaty);
    await staging.begin({ collection: collectionA, before: null, versions: [], entry: entryOf('reindex run') });
    const folder = path.join(dataFolder, 'collections', collectionA);
    await mkdir(path.join(folder, 'building', 'x'), { recursive: true });
    const lock = JSON.stringify({
      token: 'alive',
      pid: process.pid,
      host: os.hostname(),
      owner: 'the bot',
      processStart: null,
    });
    await writeFile(path.join(folder, 'build.lock'), lock);
    await open().recover();
    expect(staging.contents.begun).toHaveLength(1);
    await access(path.join(folder, 'building', 'x'));
    expect(await readFile(path.join(folder, 'build.lock'), 'utf8')).toBe(lock);
    expect(warnings.at(-1)).toContain('the bot');
  });

  it('removes the folder of a server that has nothing in it', async () => {
    const installation = await createInstallation();
    await mkdir(path.join(installation.dataFolder, 'collections', collectionA), { recursive: true });
    await installation.open().recover();
    expect(await readdir(path.join(installation.dataFolder, 'collections'))).toEqual(['shared']);
  });
});
