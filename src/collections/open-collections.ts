import { type CollectionName, type Collections, isCollectionName, sharedCollection } from '../collections.js';
import type { EncoderIdentity } from '../embedding/encoder.js';
import type { StagingStore } from '../state/seams/staging.js';
import type { Generation } from '../types.js';
import { createActs } from './acts.js';
import type { CollectionParts, RunIndexing } from './collection-parts.js';
import { type CollectionPlace, collectionsIn, placeOf } from './collection-place.js';
import { inTurn } from './in-turn.js';
import { onceEach } from './once-each.js';
import { planCollection, prepareCollection } from './plan-collection.js';
import { publishCollection } from './publish-collection.js';
import { recover, settle } from './recover.js';
import { removeCollection } from './remove-collection.js';
import { rollBackCollection } from './roll-back-collection.js';
import { openVisibleCollections, type VisibleCollections } from './visible-collections.js';

export interface VisibleInput {
  /** Where the index of every collection lies. */
  readonly dataFolder: string;
  /** Who embeds the questions; generations are read while it is still being opened. */
  readonly model: Promise<EncoderIdentity>;
  /** What takes long and would keep the first question waiting; awaited before a generation answers. Never rejects. */
  readonly prepare?: ((generation: Generation) => Promise<void>) | undefined;
  /** How many servers' generations stay in memory, 64 unless said. */
  readonly mostGuilds?: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Takes one line for a person. */
  readonly onWarning: (line: string) => void;
}

export interface CollectionsInput extends VisibleInput {
  /** The files of the shared collection. */
  readonly corpusFolder: string;
  readonly staging: StagingStore;
  readonly index: RunIndexing;
  /** What this process is, for whoever finds that something is under way: `the bot`. */
  readonly owner: string;
}

/** Servers' faults are told once: every question of a member meets them again. */
function createPlaces({ dataFolder, onWarning }: VisibleInput): (name: CollectionName) => CollectionPlace {
  const warnOnce = onceEach(onWarning);
  return (name) => {
    // Whatever the types say: it becomes the name of a folder.
    if (!isCollectionName(name)) throw new RangeError(`${JSON.stringify(name)} is no collection.`);
    return placeOf(dataFolder, name, name === sharedCollection ? onWarning : warnOnce);
  };
}

function openVisible(input: VisibleInput, places: (name: CollectionName) => CollectionPlace): VisibleCollections {
  const { dataFolder, model, prepare, mostGuilds, now, onWarning } = input;
  return openVisibleCollections({
    dataFolder,
    placeOf: places,
    model,
    prepare,
    mostGuilds,
    now,
    onWarning: onceEach(onWarning),
  });
}

/** The collections for somebody who only reads them, and has no state. */
export function readCollections(input: VisibleInput): Pick<Collections, 'visibleTo' | 'live' | 'refresh'> {
  return openVisible(input, createPlaces(input));
}

/** See collections.ts. Nothing is read or written before a method is called; `recover` comes first. */
export function openCollections(input: CollectionsInput): Collections {
  const { dataFolder, corpusFolder, staging, index, model, owner, now, onWarning } = input;
  const places = createPlaces(input);
  const visible = openVisible(input, places);
  const act = createActs({ owner, now, onWarning });
  const parts: CollectionParts = {
    corpusFolder,
    placeOf: places,
    visible,
    act,
    staging,
    index: inTurn(index),
    model,
    onWarning,
  };
  return {
    visibleTo: visible.visibleTo,
    live: visible.live,
    refresh: visible.refresh,
    plan: async (name, options = {}) => planCollection(parts, places(name), options),
    prepare: async (name, options = {}) => prepareCollection(parts, places(name), options),
    publish: async (name, fingerprint, entry, options = {}) =>
      publishCollection(parts, places(name), fingerprint, entry, options),
    rollback: async (name, generation, entry, confirmed) =>
      rollBackCollection(parts, places(name), generation, entry, confirmed),
    history: async (name) => places(name).store.history({ checksums: false }),
    async load(name, generation) {
      const loaded = visible.loaded(name);
      return loaded?.id === generation ? loaded : places(name).store.load(generation, { model: await model });
    },
    onDisk: () => collectionsIn(dataFolder),
    remove: async (name) => removeCollection(parts, places(name)),
    recover: () => recover({ dataFolder, staging, placeOf: places, act, onWarning }),
    settle: () => settle(parts),
  };
}
