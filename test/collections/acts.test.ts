import { access, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { GenerationError } from '#src/errors.js';
import { deferred } from '../support/deferred.js';
import { createFakeEncoder } from '../support/fake-encoder.js';
import { createInstallation } from './create-installation.js';
import {
  collectionA,
  collectionB,
  entryOf,
  guildA,
  guildB,
  type Installation,
  indexHere,
} from './made-up-installation.js';

const treaty = 'The treaty of the northern islands was signed in a tent. It holds for twenty years.';

/** An installation whose indexing runs wait, once they have begun, for a word of the test. */
async function createSlowInstallation() {
  const begun = deferred();
  const goOn = deferred();
  let isSlow = false;
  const notes: Installation['notes'] = { orders: [], embedded: [] };
  const index = indexHere(notes);
  const installation = await createInstallation({
    async index(order, listener) {
      if (isSlow && order.aim !== 'plan') {
        begun.resolve();
        await goOn.promise;
      }
      return index(order, listener);
    },
  });
  return {
    ...installation,
    begun: begun.promise,
    goOn: goOn.resolve,
    slowFromNowOn() {
      isSlow = true;
    },
  };
}

async function refusal(promise: Promise<unknown>): Promise<GenerationError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof GenerationError)) throw new Error(`expected a GenerationError, got ${String(error)}`);
  return error;
}

describe('two acts at once', () => {
  it('are refused on one collection, with who is at it, and go side by side on two', async () => {
    const slow = await createSlowInstallation();
    const { collections, stage } = slow;
    await stage(guildA, 'treaty', treaty);
    await stage(guildB, 'treaty', treaty);
    const [planA, planB] = [await collections.plan(collectionA), await collections.plan(collectionB)];
    slow.slowFromNowOn();
    const first = collections.publish(collectionA, planA.fingerprint, entryOf('reindex run'));
    const elsewhere = collections.publish(collectionB, planB.fingerprint, entryOf('reindex run', guildB));
    await slow.begun;
    for (const second of [
      () => collections.publish(collectionA, planA.fingerprint, entryOf('reindex run')),
      () => collections.rollback(collectionA, 'any', entryOf('reindex rollback')),
      () => collections.prepare(collectionA),
    ]) {
      const { message, remedy } = await refusal(second());
      expect(message).toContain('reindex run by <@200000000000000001>');
      expect(remedy).toContain('Wait');
    }
    // Whoever only looks does not wait.
    expect((await collections.plan(collectionA)).fingerprint).toBe(planA.fingerprint);
    expect(await collections.visibleTo(guildA)).toHaveLength(1);
    slow.goOn();
    expect([await first, await elsewhere]).toMatchObject([
      { documents: ['server:treaty'] },
      { documents: ['server:treaty'] },
    ]);
    expect(await slow.documentsOf(guildA)).toEqual(['server:treaty']);
  });

  it('are refused across processes too, without the name of the machine or a path', async () => {
    const slow = await createSlowInstallation();
    const other = slow.open({ owner: 'npx parley index' });
    await slow.stage(guildA, 'treaty', treaty);
    const { fingerprint } = await slow.collections.plan(collectionA);
    slow.slowFromNowOn();
    const first = slow.collections.publish(collectionA, fingerprint, entryOf('reindex run'));
    await slow.begun;
    const { line } = await refusal(other.publish(collectionA, fingerprint, entryOf('reindex run')));
    expect(line).toContain('the test');
    for (const secret of [os.hostname(), slow.dataFolder, String(process.pid)]) expect(line).not.toContain(secret);
    // The refused one did not touch what the first one began.
    expect(slow.staging.contents.begun).toHaveLength(1);
    slow.goOn();
    await first;
    expect(slow.staging.contents.entries.filter(({ act }) => act === 'reindex run')).toHaveLength(1);
  });
});

describe('an act that is cancelled', () => {
  it('ends with the reason, leaves everything as it was, and can be done again', async () => {
    const slow = await createSlowInstallation();
    const { collections, staging, dataFolder } = slow;
    await slow.stage(guildA, 'treaty', treaty);
    const before = structuredClone(staging.contents);
    const { fingerprint } = await collections.plan(collectionA);
    slow.slowFromNowOn();
    const stop = new AbortController();
    const reason = new Error('somebody pressed Cancel');
    const publishing = collections.publish(collectionA, fingerprint, entryOf('reindex run'), { signal: stop.signal });
    await slow.begun;
    stop.abort(reason);
    slow.goOn();
    await expect(publishing).rejects.toBe(reason);
    expect(staging.contents).toEqual(before);
    expect(await readdir(path.join(dataFolder, 'collections', collectionA))).not.toContain('build.lock');
    expect(await collections.history(collectionA)).toEqual([]);
    expect(await slow.publish(collectionA)).toBe((await collections.live(collectionA))?.id);
  });

  it('when the encoder fails, says so and is called off', async () => {
    const notes: Installation['notes'] = { orders: [], embedded: [] };
    const index = indexHere(notes);
    let isBroken = false;
    const { collections, stage, staging } = await createInstallation({
      index: (order, listener) => (isBroken ? Promise.reject(new Error('the model is gone')) : index(order, listener)),
    });
    await stage(guildA, 'treaty', treaty);
    const { fingerprint } = await collections.plan(collectionA);
    isBroken = true;
    await expect(collections.publish(collectionA, fingerprint, entryOf('reindex run'))).rejects.toThrow('is gone');
    expect(staging.contents).toMatchObject({ begun: [], kept: [{ change: { document: 'server:treaty' } }] });
    expect(await collections.visibleTo(guildA)).toHaveLength(1);
  });
});

describe('a candidate', () => {
  it('can be asked and is not live, costs what it adds, and makes the publication cheap', async () => {
    const { collections, stage, publish, notes, dataFolder } = await createInstallation();
    await stage(guildA, 'treaty', treaty);
    const candidate = await collections.prepare(collectionA);
    expect(candidate).toMatchObject({ embedded: 2, plan: { isEmpty: false } });
    expect(candidate?.generation.documents.map(({ text }) => text)).toEqual([treaty]);
    expect(await collections.live(collectionA)).toBeNull();
    const building = path.join(dataFolder, 'collections', collectionA, 'building', candidate?.generation.id ?? '');
    await access(building);
    await candidate?.discard();
    await expect(access(building)).rejects.toThrow('ENOENT');
    notes.embedded.length = 0;
    await publish(collectionA);
    expect(notes.embedded).toEqual([]);
    expect(await collections.prepare(collectionA)).toBeNull();
  });

  it('still answers when the next publication has cleared its files away', async () => {
    const { collections, stage, publish } = await createInstallation();
    await stage(guildA, 'treaty', treaty);
    const candidate = await collections.prepare(collectionA);
    await publish(collectionA);
    expect(candidate?.generation.documents[0]?.text).toBe(treaty);
    expect(candidate?.generation.vectors.search(candidate.generation.vector(0), 1)[0]?.chunk).toBe(0);
    await candidate?.discard();
    expect(await collections.live(collectionA)).not.toBeNull();
  });
});

describe('a rollback', () => {
  it('is noted, calls for corrections, and says what became different', async () => {
    const { collections, stage, publish, staging } = await createInstallation();
    await stage(guildA, 'treaty', treaty);
    const first = await publish(collectionA);
    await stage(guildA, 'treaty', `${treaty} It was never broken.`);
    await stage(guildA, 'annex', 'The annex lists all the islands by their names.');
    await publish(collectionA);
    staging.contents.correcting = [];
    const rolledBack = await collections.rollback(collectionA, first, entryOf('reindex rollback'));
    expect(rolledBack).toMatchObject({
      documents: ['server:treaty', 'server:annex'],
      report: {
        generation: first,
        published: true,
        embedded: 0,
        change: { documents: { changed: ['server:treaty'], removed: ['server:annex'] }, chunks: { removed: 2 } },
      },
    });
    expect(staging.contents.entries.at(-1)).toEqual({ ...entryOf('reindex rollback'), after: first });
    expect(staging.contents.correcting).toMatchObject([
      { generation: first, documents: ['server:treaty', 'server:annex'] },
    ]);
    expect((await collections.visibleTo(guildA))[1]?.id).toBe(first);
  });

  it('to what is live, unknown or of another model is refused, and nothing is done', async () => {
    const { collections, stage, publish, staging, open } = await createInstallation();
    await stage(guildA, 'treaty', treaty);
    const first = await publish(collectionA);
    await stage(guildA, 'treaty', 'Another text altogether stands here now.');
    await publish(collectionA);
    const before = structuredClone(staging.contents);
    expect(
      (await refusal(collections.rollback(collectionA, (await collections.live(collectionA))?.id ?? '', entryOf('x'))))
        .message,
    ).toContain('live already');
    expect((await refusal(collections.rollback(collectionA, '../shared', entryOf('x')))).line).toContain(first);
    const other = open({ model: Promise.resolve(createFakeEncoder({ id: 'other' }).identity) });
    expect((await refusal(other.rollback(collectionA, first, entryOf('x')))).message).toContain('other');
    expect(staging.contents).toEqual(before);
  });
});

describe('what a server may not', () => {
  it.each(['../shared', '', 'shared', '1/2', '123456789012345678901', '١٢٣'])(
    'is be called %j: nothing is looked for under such a name',
    async (guild) => {
      const { collections, dataFolder } = await createInstallation();
      await mkdir(path.join(dataFolder, 'collections', 'guild-1'), { recursive: true });
      await expect(collections.visibleTo(guild)).rejects.toThrow(RangeError);
      await expect(collections.plan(`guild-${guild}`)).rejects.toThrow(RangeError);
    },
  );

  it('is stage a document under the id of a file', async () => {
    const { collections, staging, stage } = await createInstallation();
    await stage(guildA, 'treaty', treaty);
    const [kept] = staging.contents.kept;
    if (kept === undefined) throw new Error('staged');
    staging.contents.kept = [{ ...kept, change: { ...kept.change, document: 'shared' } }];
    await expect(collections.plan(collectionA)).rejects.toThrow('cannot be the id of a document of a server');
  });
});

function sentence(document: number, line: number): string {
  return `Delegation ${document} raised point ${line} about the harbour of Port ${document * 31 + line}.`;
}

describe('what an indexing run costs', () => {
  it('grows with the change: one document more embeds its chunks and sends its text, and no other', async () => {
    const { collections, stage, publish, notes, staging } = await createInstallation();
    for (let document = 0; document < 40; document++) {
      const lines = Array.from({ length: 50 }, (_, line) => sentence(document, line));
      await stage(guildA, `minutes-${document}`, lines.join(' '));
    }
    await publish(collectionA);
    expect((await collections.live(collectionA))?.chunkCount).toBe(2000);
    notes.orders.length = 0;
    notes.embedded.length = 0;
    staging.textsRead.length = 0;

    await stage(guildA, 'treaty', treaty);
    await publish(collectionA);
    expect(notes.embedded).toEqual([
      'The treaty of the northern islands was signed in a tent.',
      'It holds for twenty years.',
    ]);
    expect(new Set(staging.textsRead)).toEqual(new Set(['server:treaty']));
    for (const { source } of notes.orders) {
      if (source.kind !== 'given') throw new Error('a server has no folder');
      expect(source.documents).toHaveLength(41);
      expect(source.documents.filter(({ read }) => read !== null).map(({ id }) => id)).toEqual(['server:treaty']);
    }
    expect((await collections.live(collectionA))?.chunkCount).toBe(2002);
  }, 60_000);
});

describe('an index that cannot be used', () => {
  it('of another model leaves members with the shared one, is warned of once, and is planned anew', async () => {
    const old = await createInstallation();
    await old.stage(guildA, 'treaty', treaty);
    await old.publish(collectionA);
    const encoder = createFakeEncoder({ id: 'other' });
    const notes: Installation['notes'] = { orders: [], embedded: [] };
    const collections = old.open({ model: Promise.resolve(encoder.identity), index: indexHere(notes, 'other') });
    await expect(collections.visibleTo(null)).rejects.toThrow(GenerationError);
    const shared = await collections.plan('shared');
    expect(shared).toMatchObject({ isEmpty: false, change: { otherModel: 'fake' } });
    await collections.publish('shared', shared.fingerprint, entryOf('reindex run'));
    for (let time = 0; time < 3; time++) expect(await collections.visibleTo(guildA)).toHaveLength(1);
    expect(old.warnings.filter((line) => line.includes(guildA))).toHaveLength(1);

    const plan = await collections.plan(collectionA);
    expect(plan).toMatchObject({ isEmpty: false, change: { otherModel: 'fake', documents: { unchanged: 1 } } });
    await collections.publish(collectionA, plan.fingerprint, entryOf('reindex run'));
    expect(notes.embedded).toContain('It holds for twenty years.');
    expect((await collections.visibleTo(guildA))[1]?.documents[0]?.text).toBe(treaty);
  });

  it('and is damaged leaves members with the shared one, or with the newest sound one of their own', async () => {
    const { stage, publish, dataFolder, open, warnings } = await createInstallation();
    await stage(guildA, 'treaty', treaty);
    const first = await publish(collectionA);
    await stage(guildA, 'annex', 'The annex lists all the islands by their names.');
    const second = await publish(collectionA);
    const generations = path.join(dataFolder, 'collections', collectionA, 'generations');
    await rm(path.join(generations, second, 'terms.bin'));
    expect((await open().visibleTo(guildA))[1]?.id).toBe(first);
    await writeFile(path.join(generations, first, 'vectors.bin'), 'x');
    const collections = open();
    for (let time = 0; time < 3; time++) expect(await collections.visibleTo(guildA)).toHaveLength(1);
    expect(warnings.filter((line) => line.includes('cannot be searched'))).toHaveLength(1);
    await expect(collections.plan(collectionA)).rejects.toThrow(GenerationError);
  });
});
