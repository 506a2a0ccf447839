import {
  type CollectionName,
  type Collections,
  collectionOfGuild,
  guildOfCollection,
  sharedCollection,
} from '../collections.js';
import type { EncoderIdentity } from '../embedding/encoder.js';
import { GenerationError } from '../errors.js';
import type { Generation } from '../types.js';
import { type CollectionPlace, collectionsIn } from './collection-place.js';
import { createGuildShelves } from './guild-shelves.js';
import { createShelf } from './shelf.js';

/** What may be seen of the collections, without anything that changes one. */
export interface VisibleCollections extends Pick<Collections, 'visibleTo' | 'live' | 'refresh'> {
  /** What is answered from now, if it is in memory. */
  loaded(collection: CollectionName): Generation | null;
  /** From now on this generation answers; resolves once it does. */
  put(collection: CollectionName, generation: Generation): Promise<void>;
}

export interface VisibleInput {
  readonly dataFolder: string;
  readonly placeOf: (name: CollectionName) => CollectionPlace;
  /** Who embeds the questions; generations are read while it is still being opened. */
  readonly model: Promise<EncoderIdentity>;
  /** What takes long and would keep the first question waiting; awaited before a generation answers. Never rejects. */
  readonly prepare?: ((generation: Generation) => Promise<void>) | undefined;
  /** How many servers' generations stay in memory. */
  readonly mostGuilds?: number | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onWarning: (line: string) => void;
}

/** A server's own documents are few: 64 of them take less than a large shared collection. */
const defaultMostGuilds = 64;

export function openVisibleCollections(input: VisibleInput): VisibleCollections {
  const { dataFolder, placeOf, model, mostGuilds = defaultMostGuilds, now, onWarning } = input;
  const { prepare = async () => {} } = input;
  // Whoever asks first is told; until then nobody is.
  model.catch(() => undefined);
  const shared = createShelf({ store: placeOf(sharedCollection).store, model, prepare });
  const guilds = createGuildShelves({
    createShelf: (guild) => createShelf({ store: placeOf(collectionOfGuild(guild)).store, model, prepare }),
    most: mostGuilds,
    now,
    onWarning,
  });

  async function guildsWithFolder(): Promise<ReadonlySet<string>> {
    const found = (await collectionsIn(dataFolder)).map(guildOfCollection);
    return new Set(found.filter((guild) => guild !== null));
  }

  /** The last one that is live and that nobody is answered from: whoever types a document's name asks again and again. */
  let unseen: { readonly collection: CollectionName; readonly generation: Generation } | undefined;

  async function readUnseen(collection: CollectionName): Promise<Generation | null> {
    const { store } = placeOf(collection);
    if (unseen?.collection === collection && unseen.generation.id === (await store.live())) return unseen.generation;
    const generation = await store.loadLive();
    if (generation !== null) unseen = { collection, generation };
    return generation;
  }

  return {
    async live(collection) {
      const guild = guildOfCollection(collection);
      if (guild !== null) return (await guilds.get(guild)) ?? readUnseen(collection);
      try {
        return await shared.get();
      } catch (error) {
        if (!(error instanceof GenerationError)) throw error;
        return readUnseen(collection);
      }
    },
    async visibleTo(guild) {
      const own = guild === null ? null : await guilds.get(guild);
      const everybodys = await shared.get();
      if (everybodys === null) throw new GenerationError('There is no index yet.', 'Run `npx parley index` first.');
      // Nothing can be found in an empty one, but its words would weigh: every word is rare there.
      return own === null || own.documents.length === 0 ? [everybodys] : [everybodys, own];
    },
    loaded(collection) {
      const guild = guildOfCollection(collection);
      return guild === null ? shared.loaded : guilds.loaded(guild);
    },
    async put(collection, generation) {
      await prepare(generation);
      const guild = guildOfCollection(collection);
      if (guild === null) shared.put(generation);
      else guilds.put(guild, generation);
    },
    async refresh() {
      const isOwnNewer = await guilds.refresh(guildsWithFolder);
      return (await shared.refresh()) === 'newer' || isOwnNewer;
    },
  };
}
