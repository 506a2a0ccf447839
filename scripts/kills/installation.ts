import path from 'node:path';
import { openCollections } from '#src/collections/open-collections.js';
import { type Collections, collectionOfGuild, sharedCollection } from '#src/collections.js';
import { openSqliteStateStore } from '#src/state/sqlite-state-store.js';
import type { StateStore } from '#src/state/state-store.js';
import { indexHere } from '../../test/collections/made-up-installation.js';
import { createFakeEncoder } from '../../test/support/fake-encoder.js';

/** The first is the home server: its moderators look after the shared documents too. */
export const guilds = ['1017654321098765432', '1017654321098765433'] as const;
export const collectionNames = [sharedCollection, ...guilds.map(collectionOfGuild)] as const;

/** Where everything lies. */
export function placesIn(folder: string) {
  const data = path.join(folder, 'data');
  return {
    data,
    corpus: path.join(folder, 'corpus'),
    database: path.join(data, 'state.sqlite'),
    /** Databases of the first version that were migrated, each in a folder of its own. */
    old: path.join(folder, 'old'),
    /** A database of the first version, to be copied. */
    template: path.join(folder, 'version-1.sqlite'),
  };
}

/** What a start opens: the real state, and the real collections over an encoder that costs nothing. */
export interface OpenInstallation {
  readonly state: StateStore;
  readonly collections: Collections;
}

export async function openInstallation(
  folder: string,
  owner: string,
  onWarning: (line: string) => void,
): Promise<OpenInstallation> {
  const { data, corpus, database } = placesIn(folder);
  const state = await openSqliteStateStore({ file: database });
  const collections = openCollections({
    dataFolder: data,
    corpusFolder: corpus,
    staging: state.staging,
    index: indexHere({ orders: [], embedded: [] }),
    model: Promise.resolve(createFakeEncoder().identity),
    owner,
    now: Date.now,
    onWarning,
  });
  return { state, collections };
}
