import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseDocument } from '#src/corpus/parse-document.js';
import { type Desk, openDesk } from '#src/desk.js';
import type { Generation } from '#src/types.js';
import type { Writer } from '#src/writing/writer.js';
import { createInstallation } from './collections/create-installation.js';
import {
  collectionA,
  collectionB,
  entryOf,
  guildA,
  guildB,
  type Installation,
  madeUpMetadata,
} from './collections/made-up-installation.js';
import { temporaryFolder } from './indexing/temporary-folder.js';
import { createFakeEncoder } from './support/fake-encoder.js';
import { fixedCollections } from './support/fixed-collections.js';
import { buildSmallGeneration } from './support/small-generation.js';

let installation: Installation;
let desk: Desk;

beforeEach(async () => {
  installation = await createInstallation();
  desk = await openDesk({
    collections: installation.collections,
    encoder: createFakeEncoder(),
    onWarning: () => undefined,
  });
});
afterEach(() => desk.close());

const claim = 'The canary of the harbour sings at noon.';

function canary(guild: string, round: number): string {
  return `The canary of the harbour sings at noon in ${guild === guildA ? 'Aleppo' : 'Bergen'} for the ${round}th time.`;
}

describe('a desk over the collections', () => {
  it('shows a server its own documents beside the shared ones, and nobody else', async () => {
    const { stage, publish } = installation;
    await stage(guildA, 'canary', canary(guildA, 1));
    await stage(guildB, 'canary', canary(guildB, 1));
    const [a, b] = [await publish(collectionA), await publish(collectionB)];
    const shared = desk.generation.id;
    for (const [guild, ids, own, other] of [
      [guildA, [shared, a], 'Aleppo', 'Bergen'],
      [guildB, [shared, b], 'Bergen', 'Aleppo'],
      [null, [shared], 'lighthouse', /Aleppo|Bergen/u],
      ['4', [shared], 'lighthouse', /Aleppo|Bergen/u],
    ] as const) {
      const check = await desk.check(claim, guild);
      const answer = await desk.ask('Where does the canary of the harbour sing?', guild);
      const summary = await desk.summarize({ length: 'short' }, guild);
      expect(check.generation).toBe(ids.join('+'));
      expect(answer.generation).toBe(ids.join('+'));
      const shown = JSON.stringify([check, answer, summary]);
      expect(JSON.stringify(check)).toContain(own);
      expect(shown).not.toMatch(other);
      expect((await desk.generations(guild)).map(({ id }) => id)).toEqual(ids);
    }
    expect((await desk.check(claim)).generation).toBe(shared);
    await expect(desk.summarize({ length: 'short', document: 'server:canary' })).rejects.toThrow('no document');
    expect((await desk.summarize({ length: 'short', document: 'server:canary' }, guildB)).points[0]?.text).toContain(
      'Bergen',
    );
  });

  it('answers over given generations, live or not, and embeds a question', async () => {
    const { stage, collections } = installation;
    await stage(guildA, 'canary', canary(guildA, 1));
    const candidate = await collections.prepare(collectionA);
    if (candidate === null) throw new Error('something is staged');
    const before = await desk.ask('Where does the canary sing?', guildA);
    const after = await desk.askOver('Where does the canary sing?', [desk.generation, candidate.generation]);
    expect(before.generation).toBe(desk.generation.id);
    expect(after.generation).toBe(`${desk.generation.id}+${candidate.generation.id}`);
    expect((await desk.embedQuestion('Where does the canary sing?')).length).toBe(64);
  });

  it('says that there is news when this process or another one published the shared collection', async () => {
    const { open, publish, corpusFolder, collections } = installation;
    expect(await desk.refresh()).toBe(false);
    await writeFile(path.join(corpusFolder, 'second.txt'), 'The second file is about bridges over wide rivers.');
    const second = await publish('shared');
    expect(await desk.refresh()).toBe(true);
    expect(desk.generation.id).toBe(second);
    expect(await desk.refresh()).toBe(false);
    const elsewhere = open();
    const [, older] = await collections.history('shared');
    await elsewhere.rollback('shared', older?.id ?? '', entryOf('reindex rollback'));
    expect(await desk.refresh()).toBe(true);
    expect(desk.generation.id).toBe(older?.id);
  });

  it('never fails and never mixes generations while there are publications and rollbacks without pause', async () => {
    const { stage, publish, collections } = installation;
    const texts = new Map<string, string>();
    const keep = (generation: Generation | null | undefined): void => {
      if (generation !== null && generation !== undefined) {
        texts.set(generation.id, generation.documents.map(({ text }) => text).join('\n'));
      }
    };
    await stage(guildA, 'canary', canary(guildA, 0));
    await stage(guildB, 'canary', canary(guildB, 0));
    await publish(collectionA);
    await publish(collectionB);
    for (const name of ['shared', collectionA, collectionB] as const) keep(await collections.live(name));
    const moderating = { isOver: false };
    let asked = 0;
    const checks: { readonly guild: string | null; readonly generation: string; readonly quotes: readonly string[] }[] =
      [];

    async function askOn(guild: string | null): Promise<void> {
      while (!moderating.isOver) {
        const { claims, generation } = await desk.check(claim, guild);
        const quotes = claims.flatMap(({ citations }) => citations.map(({ quote }) => quote));
        expect(quotes.length).toBeGreaterThan(0);
        checks.push({ guild, generation, quotes });
        asked += 1;
        // A fake encoder takes no time at all: nothing else would ever have its turn.
        await nextTurn();
      }
    }

    async function moderate(): Promise<void> {
      for (let round = 1; round <= 10; round++) {
        await stage(guildA, 'canary', canary(guildA, round));
        await publish(collectionA);
        keep(await collections.live(collectionA));
        const [, older] = await collections.history(collectionA);
        await collections.rollback(collectionA, older?.id ?? '', entryOf('reindex rollback'));
      }
      moderating.isOver = true;
    }

    await Promise.all([moderate(), askOn(guildA), askOn(guildB), askOn(null)]);
    expect(asked).toBeGreaterThan(100);
    const generationsSeen = new Set<string>();
    for (const { guild, generation, quotes } of checks) {
      const ids = generation.split('+');
      for (const id of ids) generationsSeen.add(id);
      expect(ids).toHaveLength(guild === null ? 1 : 2);
      const named = ids.map((id) => texts.get(id) ?? '').join('\n');
      for (const quote of quotes) expect(named).toContain(quote);
      if (guild !== guildA) expect(quotes.join()).not.toContain('Aleppo');
      if (guild !== guildB) expect(quotes.join()).not.toContain('Bergen');
    }
    expect(generationsSeen.size).toBeGreaterThan(5);
  }, 60_000);
});

async function generationOf(id: string): Promise<Generation> {
  const source = { path: `${id}.txt`, bytes: 1, modifiedMs: 0, sha256: id };
  const document = parseDocument({ id, text: `This is ${id} and nothing else.`, metadata: madeUpMetadata, source });
  return buildSmallGeneration(await temporaryFolder(), [document]);
}

it('fixed collections give each server its own', async () => {
  const [shared, own] = [await generationOf('shared'), await generationOf('own')];
  const collections = fixedCollections(shared, { [guildA]: own });
  expect(await collections.visibleTo(guildA)).toEqual([shared, own]);
  expect(await collections.visibleTo(guildB)).toEqual([shared]);
  expect(await collections.visibleTo(null)).toEqual([shared]);
});

describe('a desk with a chat model', () => {
  it('asks it only for what is wanted in writing, for that server and member', async () => {
    const { stage, publish, open } = installation;
    await stage(guildA, 'canary', canary(guildA, 1));
    await publish(collectionA);
    const asked: unknown[] = [];
    const writer: Writer = {
      model: { id: 'made-up', reply: () => Promise.reject(new Error('asked')), close: async () => undefined },
      maxTokens: 100,
      budget: {
        async reserve(whom) {
          asked.push(whom);
          return null;
        },
      },
      onFault: () => undefined,
      close: async () => undefined,
    };
    const writing = await openDesk({
      collections: open(),
      encoder: createFakeEncoder(),
      writer,
      onWarning: () => undefined,
    });
    const request = { length: 'short' } as const;
    expect((await writing.check(claim, guildA)).writing).toBeNull();
    expect((await writing.summarize(request, guildA)).writing).toBeNull();
    expect(asked).toEqual([]);
    const check = await writing.check(claim, guildA, { member: 'anna' });
    const summary = await writing.summarize(request, guildA, { member: 'anna' });
    for (const result of [check, summary])
      expect(result.writing).toMatchObject({ model: 'made-up', fault: 'over-budget' });
    expect(asked).toEqual([
      { guild: guildA, member: 'anna' },
      { guild: guildA, member: 'anna' },
    ]);
    expect({ ...check, writing: null }).toEqual(await desk.check(claim, guildA));
    expect({ ...summary, writing: null }).toEqual(await desk.summarize(request, guildA));
    await writing.close();
  });
});
