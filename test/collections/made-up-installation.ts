import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { RunIndexing } from '#src/collections/collection-parts.js';
import { type CollectionsInput, openCollections } from '#src/collections/open-collections.js';
import { type CollectionName, type Collections, collectionOfGuild } from '#src/collections.js';
import { serverPrefix } from '#src/corpus/document-id.js';
import { carryOut } from '#src/ingesting/carry-out.js';
import type { IndexingOrder, IndexingResults } from '#src/ingesting/messages.js';
import type { Audited } from '#src/state/seams/audit.js';
import type { DocumentMetadata } from '#src/types.js';
import { createFakeEncoder } from '../support/fake-encoder.js';
import type { MemoryStagingStore } from '../support/memory-staging-store.js';

export const guildA = '1017654321098765432';
export const guildB = '1017654321098765433';
export const collectionA = collectionOfGuild(guildA);
export const collectionB = collectionOfGuild(guildB);

export function entryOf(act: string, guild = guildA): Omit<Audited, 'after'> {
  return { guild, actor: '200000000000000001', at: 1_790_000_000_000, act, subject: null, before: null };
}

/** What indexing runs were asked for and what they embedded. */
export interface IndexingNotes {
  readonly orders: IndexingOrder[];
  readonly embedded: string[];
}

export type Around = (index: RunIndexing) => RunIndexing;

/** A data folder with a shared index over one made-up file, and collections over it, without a model or a thread. */
export interface Installation {
  readonly dataFolder: string;
  readonly corpusFolder: string;
  readonly staging: MemoryStagingStore;
  readonly collections: Collections;
  readonly notes: IndexingNotes;
  readonly warnings: string[];
  /** Opens the collections again, as another process or after a restart. */
  open(changes?: Partial<CollectionsInput>): Collections;
  stage(guild: string, name: string, text: string, metadata?: Partial<DocumentMetadata>): Promise<void>;
  unstage(guild: string, name: string): Promise<void>;
  /** Publishes whatever is planned; gives the generation's id. */
  publish(collection: CollectionName): Promise<string>;
  /** Ids of the documents that are live in a server's collection. */
  documentsOf(guild: string): Promise<readonly string[]>;
}

export const madeUpMetadata: DocumentMetadata = {
  title: 'A made-up document',
  titleIsDescriptive: false,
  publisher: null,
  author: null,
  date: '2016-09',
  licence: null,
  url: null,
};

/** Runs an order in this thread, with a fake encoder that takes notes. */
export function indexHere(notes: IndexingNotes, encoderId = 'fake'): RunIndexing {
  return async <Aim extends keyof IndexingResults>(
    order: IndexingOrder<Aim>,
    listener: Parameters<RunIndexing>[1],
  ): Promise<IndexingResults[Aim]> => {
    notes.orders.push(order);
    const encoder = createFakeEncoder({ id: encoderId });
    try {
      const result = await carryOut(order, {
        openEncoder: async () => encoder,
        now: Date.now,
        onProgress: listener.onProgress,
        onWarning: listener.onWarning,
        signal: listener.signal,
      });
      return result as IndexingResults[Aim];
    } finally {
      notes.embedded.push(...encoder.calls.documents.flat());
    }
  };
}

let versions = 0;

function nextVersion(): string {
  versions += 1;
  return `version-${versions}`;
}

/** @param folder Has the corpus, the index and whatever else outlives the process. */
export async function openInstallation(
  folder: string,
  staging: MemoryStagingStore,
  changes: Partial<CollectionsInput> = {},
): Promise<Installation> {
  const dataFolder = path.join(folder, 'data');
  const corpusFolder = path.join(folder, 'corpus');
  await mkdir(corpusFolder, { recursive: true });
  await writeFile(path.join(corpusFolder, 'shared.txt'), 'The lighthouse of the shared harbour is white and tall.');
  const notes: IndexingNotes = { orders: [], embedded: [] };
  const warnings: string[] = [];
  const open: Installation['open'] = (more = {}) =>
    openCollections({
      dataFolder,
      corpusFolder,
      staging,
      index: indexHere(notes),
      model: Promise.resolve(createFakeEncoder().identity),
      owner: 'the test',
      now: Date.now,
      onWarning: (line) => warnings.push(line),
      ...changes,
      ...more,
    });
  const collections = open();
  const publish: Installation['publish'] = async (collection) => {
    const plan = await collections.plan(collection);
    const published = await collections.publish(collection, plan.fingerprint, entryOf('reindex run'));
    if (published === 'changed') throw new Error('the plan changed');
    return published.report.generation ?? '';
  };
  return {
    dataFolder,
    corpusFolder,
    staging,
    collections,
    notes,
    warnings,
    open,
    publish,
    async stage(guild, name, text, metadata = {}) {
      const sha256 = createHash('sha256').update(text).digest('hex');
      await staging.put(
        {
          kind: 'put',
          collection: collectionOfGuild(guild),
          document: `${serverPrefix}${name}`,
          version: nextVersion(),
          metadata: { ...madeUpMetadata, ...metadata },
          source: { path: `${name}.txt`, bytes: text.length, modifiedMs: 1_790_000_000_000, sha256 },
          length: text.length,
          by: '200000000000000001',
          at: 1_790_000_000_000,
        },
        { text, hidden: [`hidden in ${name}`] },
        { ...entryOf('corpus add', guild), after: name },
      );
    },
    async unstage(guild, name) {
      await staging.remove(
        {
          kind: 'remove',
          collection: collectionOfGuild(guild),
          document: `${serverPrefix}${name}`,
          version: nextVersion(),
          by: '200000000000000001',
          at: 1_790_000_000_000,
        },
        { ...entryOf('corpus remove', guild), after: null },
      );
    },
    async documentsOf(guild) {
      const live = await collections.live(collectionOfGuild(guild));
      return live?.documents.map(({ id }) => id) ?? [];
    },
  };
}
