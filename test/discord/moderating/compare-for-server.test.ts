import { type Client, PermissionFlagsBits, PermissionsBitField } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { createQuestionQueue } from '#src/discord/answering/question-queue.js';
import { compareForServer, withGenerations } from '#src/discord/moderating/reindexing/compare-for-server.js';
import type { Generation } from '#src/types.js';
import { madeUpRecord } from '../../state/made-up-record.js';
import { deferred } from '../../support/deferred.js';
import { madeUpDecline } from '../../support/made-up-answer.js';
import { shippedQuestions } from '../../support/shipped-questions.js';
import { quietParts } from '../quiet-parts.js';

const generation = (collection: string, id = collection, documents: readonly object[] = [{}]): Generation =>
  ({ id, manifest: { collection }, documents }) as unknown as Generation;

const ids = (generations: readonly Generation[]): readonly string[] => generations.map(({ id }) => id);

/** A server where the moderator may do so much. */
function serverWhere(permissions: bigint): Client {
  const members = { cache: new Map([['2', { permissions: new PermissionsBitField(permissions) }]]) };
  const there = { id: '1', available: true, members, channels: { cache: new Map() } };
  return { guilds: { cache: new Map([['1', there]]) } } as unknown as Client;
}

const noServers = { guilds: { cache: new Map() } } as unknown as Client;

describe('comparing for a preview', () => {
  it('asks nothing that was asked where the moderator does not look', async () => {
    const asked: string[] = [];
    const desk = {
      async askOver(question: string) {
        asked.push(question);
        return madeUpDecline(question);
      },
    };
    const comparison = async (client: Client) => {
      const parts = quietParts(client, { desk, goldenQuestions: async () => shippedQuestions('one') });
      await parts.state.records.keep(madeUpRecord('a', { guild: '1', channel: '3' }));
      const { signal } = new AbortController();
      const nothing = { before: [], after: [], most: 10, onProgress: () => undefined, signal };
      return (await compareForServer('1', { reader: '2', ...nothing }, parts)).asked;
    };
    expect(await comparison(noServers)).toBe(1);
    expect(await comparison(serverWhere(PermissionFlagsBits.ManageGuild))).toBe(1);
    expect(await comparison(serverWhere(PermissionFlagsBits.Administrator))).toBe(2);
    expect(new Set(asked)).toEqual(new Set(['one', 'Where was the ceasefire agreed?']));
  });

  it('lets members go first before every question, and takes at most one place', async () => {
    const queue = createQuestionQueue({ running: 1, waiting: 0 });
    const asked: string[] = [];
    const member = deferred();
    const desk = {
      async askOver(question: string) {
        asked.push(question);
        return madeUpDecline(question);
      },
    };
    const parts = quietParts(noServers, { desk, queue, goldenQuestions: async () => shippedQuestions('one', 'two') });
    const waiting = queue.run(() => member.promise);
    const stages: string[] = [];
    const comparing = compareForServer(
      '1',
      {
        reader: '2',
        before: [],
        after: [],
        most: 10,
        onProgress: ({ stage, done, total }) => stages.push(`${stage} ${done}/${total}`),
        signal: new AbortController().signal,
      },
      parts,
    );
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(asked).toEqual([]);
    member.resolve();
    await waiting;
    expect(await comparing).toEqual({ asked: 2, changes: [] });
    expect(asked).toEqual(['one', 'one', 'two', 'two']);
    expect(stages).toEqual(['ask 0/2', 'ask 1/2', 'ask 2/2']);
  });

  it('is called off while it waits for them', async () => {
    const queue = createQuestionQueue({ running: 1, waiting: 0 });
    const member = deferred();
    const waiting = queue.run(() => member.promise);
    const stop = new AbortController();
    const parts = quietParts(noServers, { desk: {}, queue, goldenQuestions: async () => shippedQuestions('one') });
    const comparing = compareForServer(
      '1',
      { reader: '2', before: [], after: [], most: 10, onProgress: () => undefined, signal: stop.signal },
      parts,
    );
    stop.abort('stopped');
    await expect(comparing).rejects.toBe('stopped');
    member.resolve();
    await waiting;
  });
});

describe('what members would see', () => {
  it('has the new generation in the place of the old one of its collection, the shared one first', () => {
    const [shared, own] = [generation('shared'), generation('guild-1')];
    const [newShared, newOwn] = [generation('shared', 's2'), generation('guild-1', 'g2')];
    expect(ids(withGenerations([shared, own], [newOwn]))).toEqual(['shared', 'g2']);
    expect(ids(withGenerations([shared], [newOwn]))).toEqual(['shared', 'g2']);
    expect(ids(withGenerations([shared, own], [newOwn, newShared]))).toEqual(['s2', 'g2']);
    expect(ids(withGenerations([shared, own], []))).toEqual(['shared', 'guild-1']);
  });

  it('is nothing of a server’s own once its last document goes', () => {
    const [shared, own, empty] = [generation('shared'), generation('guild-1'), generation('guild-1', 'g2', [])];
    expect(ids(withGenerations([shared, own], [empty]))).toEqual(['shared']);
    expect(ids(withGenerations([shared], [empty]))).toEqual(['shared']);
  });
});
