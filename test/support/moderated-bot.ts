import { createHash } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { PermissionFlagsBits } from 'discord.js';
import type { RunIndexing } from '#src/collections/collection-parts.js';
import { openCollections, readCollections } from '#src/collections/open-collections.js';
import { type Collections, collectionOfGuild } from '#src/collections.js';
import { serverPrefix } from '#src/corpus/document-id.js';
import { findCorpusDrift } from '#src/corpus-drift.js';
import { openDesk } from '#src/desk.js';
import type { Encoder } from '#src/embedding/encoder.js';
import { carryOut } from '#src/ingesting/carry-out.js';
import type { StateStore } from '#src/state/state-store.js';
import type { DocumentMetadata } from '#src/types.js';
import type { Actor } from './discord/actor.js';
import type { Loopback } from './discord/loopback.js';
import type { LoopbackGuild } from './discord/loopback-guild.js';
import { createMemoryStagingStore } from './memory-staging-store.js';
import { type BotSettings, type RunningBot, runBotAgainst } from './run-bot-against.js';
import { openShippedEncoder } from './shipped-encoder.js';

/** What bots of a test file stand on: the shipped encoder, and a data folder whose shared collection is the article. */
export interface Grounds {
  readonly encoder: Encoder;
  readonly folder: string;
  close(): Promise<void>;
}

/** Indexes in this thread, with an encoder that stays open. */
function indexWith(encoder: Encoder): RunIndexing {
  const lent = { ...encoder, close: async () => undefined };
  return async (order, { onProgress, onWarning, signal }) =>
    carryOut(order, { openEncoder: async () => lent, now: Date.now, onProgress, onWarning, signal }) as never;
}

function collectionsIn(
  folder: string,
  staging: StateStore['staging'],
  encoder: Encoder,
  index: RunIndexing,
): Collections {
  return openCollections({
    dataFolder: path.join(folder, 'data'),
    corpusFolder: path.join(folder, 'corpus'),
    staging,
    index,
    model: Promise.resolve(encoder.identity),
    owner: 'the test',
    now: Date.now,
    onWarning: () => undefined,
  });
}

export async function prepareGrounds(): Promise<Grounds> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parley-grounds-'));
  const encoder = await openShippedEncoder(folder);
  await cp('corpus', path.join(folder, 'corpus'), { recursive: true, preserveTimestamps: true });
  const collections = collectionsIn(folder, createMemoryStagingStore(), encoder, indexWith(encoder));
  const { fingerprint } = await collections.plan('shared');
  const entry = { guild: '0', actor: 'parley', at: 0, act: 'reindex run', subject: null, before: null };
  await collections.publish('shared', fingerprint, entry);
  return {
    encoder,
    folder,
    async close() {
      await encoder.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export interface ModeratedBot extends RunningBot {
  readonly collections: Collections;
  /** Has `corpus/`, `data/` and the state: given to another bot, it goes on with them. */
  readonly folder: string;
  /** Stages the text of a document, as /corpus add would. */
  stage(guild: string, name: string, text: string, metadata?: Partial<DocumentMetadata>): Promise<void>;
  /** Stages the removal of a document. */
  stageRemoval(guild: string, name: string): Promise<void>;
}

export interface ModeratedBotSettings extends Partial<Omit<BotSettings, 'desk' | 'collections' | 'databaseFile'>> {
  /** What another bot left; a fresh copy of the grounds when absent. */
  readonly folder?: string;
  /** Puts something between the bot and its indexing runs, such as a fault or a wait. */
  readonly aroundIndex?: (index: RunIndexing) => RunIndexing;
  /** Puts something between the collections and what is staged, such as a fault. */
  readonly aroundStaging?: (staging: StateStore['staging']) => StateStore['staging'];
}

const stagedBy = '200000000000000001';
let versions = 0;

function changeOf(guild: string, name: string) {
  versions += 1;
  const document = `${serverPrefix}${name}`;
  const version = `version-${versions}`;
  const change = { collection: collectionOfGuild(guild), document, version, by: stagedBy, at: Date.now() };
  return { change, audited: { guild, actor: stagedBy, at: Date.now(), subject: document, before: null } };
}

/** A bot with real collections over a folder of its own; whoever runs it removes the folder. */
export async function runModeratedBot(
  discord: Loopback,
  { encoder, folder: grounds }: Grounds,
  {
    folder: given,
    aroundIndex = (index) => index,
    aroundStaging = (staging) => staging,
    ...settings
  }: ModeratedBotSettings = {},
): Promise<ModeratedBot> {
  const folder = given ?? (await mkdtemp(path.join(os.tmpdir(), 'parley-moderated-')));
  if (given === undefined) await cp(grounds, folder, { recursive: true, preserveTimestamps: true });
  const model = Promise.resolve(encoder.identity);
  let collections: Pick<Collections, 'visibleTo' | 'refresh'> = readCollections({
    dataFolder: path.join(folder, 'data'),
    model,
    now: Date.now,
    onWarning: () => undefined,
  });
  const desk = await openDesk({
    collections: { visibleTo: (guild) => collections.visibleTo(guild), refresh: () => collections.refresh() },
    encoder,
    onWarning: () => undefined,
  });
  let opened: Collections | undefined;
  const bot = await runBotAgainst(discord, {
    desk,
    databaseFile: path.join(folder, 'state.sqlite'),
    async findDrift() {
      const live = await opened?.live('shared');
      return live === null || live === undefined ? null : findCorpusDrift(path.join(folder, 'corpus'), live);
    },
    collections({ staging }) {
      opened = collectionsIn(folder, aroundStaging(staging), encoder, aroundIndex(indexWith(encoder)));
      collections = opened;
      return opened;
    },
    ...settings,
  });
  if (opened === undefined) throw new Error('The bot has no collections.');
  return {
    ...bot,
    collections: opened,
    folder,
    async stage(guild, name, text, metadata = {}) {
      const { change, audited } = changeOf(guild, name);
      const sha256 = createHash('sha256').update(text).digest('hex');
      const stated: DocumentMetadata = {
        title: name,
        titleIsDescriptive: false,
        publisher: null,
        author: null,
        date: null,
        licence: null,
        url: null,
        ...metadata,
      };
      const source = { path: `${name}.txt`, bytes: text.length, modifiedMs: 1_790_000_000_000, sha256 };
      await bot.state.staging.put(
        { kind: 'put', ...change, metadata: stated, source, length: text.length },
        { text, hidden: [] },
        { ...audited, act: 'corpus add', after: name },
      );
    },
    async stageRemoval(guild, name) {
      const { change, audited } = changeOf(guild, name);
      await bot.state.staging.remove({ kind: 'remove', ...change }, { ...audited, act: 'corpus remove', after: null });
    },
  };
}

/** Somebody with the permission Manage Server. */
export function moderatorIn(discord: Loopback, name: string, guild: LoopbackGuild = discord.home): Actor {
  return discord.member(name, { guild, permissions: PermissionFlagsBits.ManageGuild });
}
