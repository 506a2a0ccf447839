import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type CollectionName, type Collections, collectionOfGuild, sharedCollection } from '#src/collections.js';
import { parseDocument } from '#src/corpus/parse-document.js';
import type { StateStore } from '#src/state/state-store.js';
import type { Document, Generation } from '#src/types.js';
import { buildSmallGeneration } from './small-generation.js';

/** A document by its id and text, and what else matters. */
export function smallDocument(id: string, text: string, metadata: Partial<Document['metadata']> = {}): Document {
  const unknown = { publisher: null, author: null, date: null, licence: null, url: null };
  return {
    id,
    metadata: { title: id, titleIsDescriptive: false, ...unknown, ...metadata },
    text,
    source: { path: `${id}.txt`, bytes: text.length, modifiedMs: 0, sha256: id },
  };
}

export interface SmallCollections {
  /** Given to a bot. */
  open(state: StateStore): Collections;
  /** Makes what is staged for a server live, as /reindex run does. */
  publish(guild: string): Promise<void>;
  close(): Promise<void>;
}

function never(): never {
  throw new Error('Nobody does this here.');
}

/** Collections of real generations with made-up vectors, which only the test itself publishes. */
export async function smallCollections(shared: readonly Document[]): Promise<SmallCollections> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parley-collections-'));
  const documents = new Map<CollectionName, readonly Document[]>();
  const live = new Map<CollectionName, Generation>();
  let state: StateStore | undefined;

  async function build(collection: CollectionName, contents: readonly Document[]): Promise<void> {
    documents.set(collection, contents);
    live.set(collection, await buildSmallGeneration(folder, contents.map(parseDocument)));
  }

  await build(sharedCollection, shared);
  return {
    open(kept) {
      state = kept;
      return {
        async visibleTo(guild) {
          const own = guild === null ? undefined : live.get(collectionOfGuild(guild));
          return [live.get(sharedCollection), own].filter((generation) => generation !== undefined);
        },
        live: async (collection) => live.get(collection) ?? null,
        plan: never,
        prepare: never,
        publish: never,
        history: async () => [],
        load: never,
        rollback: never,
        onDisk: async () => [],
        remove: never,
        refresh: async () => false,
        recover: async () => undefined,
        settle: async () => undefined,
      };
    },
    async publish(guild) {
      if (state === undefined) throw new Error('No bot has them.');
      const { staging } = state;
      const collection = collectionOfGuild(guild);
      const changes = await staging.changes(collection);
      const contents = new Map(documents.get(collection)?.map((document) => [document.id, document]));
      for (const change of changes) {
        const { document: id, version } = change;
        const text = (await staging.text(collection, id, version))?.text ?? '';
        if (change.kind === 'remove') contents.delete(id);
        else contents.set(id, { id, text, metadata: change.metadata, source: change.source });
      }
      await build(collection, [...contents.values()]);
      const entry = { guild, actor: 'parley', at: 0, act: 'reindex run', subject: null, before: null };
      const publication = { collection, before: null, versions: changes.map(({ version }) => version), entry };
      await staging.begin(publication);
      await staging.finish(publication, 'a generation', null);
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
