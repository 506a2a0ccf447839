import type { EncoderIdentity } from '../embedding/encoder.js';
import type { GenerationStore } from '../indexing/generation-store.js';
import { checkModel } from '../indexing/load-generation.js';
import type { Generation } from '../types.js';

/** The live generation of one collection in memory. */
export interface Shelf {
  readonly loaded: Generation | null;
  readonly isLoading: boolean;
  /**
   * The loaded one, or else the live one once it was loaded, never twice at once; `null` before the first publication.
   *
   * @throws GenerationError when it is of another format or model, or no generation is sound
   */
  get(): Promise<Generation | null>;
  /** Puts a loaded generation in the place of what is there: from now on it is given. */
  put(generation: Generation): void;
  /**
   * Loads what another process made live and puts it there, `newer`; `gone` when nothing is live any more. One that cannot
   * be loaded is tried once. @throws as `get`; what was there stays
   */
  refresh(): Promise<'same' | 'newer' | 'gone'>;
}

export interface ShelfInput {
  readonly store: Pick<GenerationStore, 'live' | 'loadLive'>;
  /** Who embeds the questions; a generation can be read while it is still being opened. */
  readonly model: Promise<EncoderIdentity>;
  /** Awaited before a loaded generation is given. */
  readonly prepare?: (generation: Generation) => Promise<void>;
}

export function createShelf({ store, model, prepare = async () => {} }: ShelfInput): Shelf {
  let loaded: Generation | null = null;
  let loading: Promise<Generation | null> | undefined;
  let lastTried: string | undefined;
  let known: EncoderIdentity | undefined;

  async function load(): Promise<Generation | null> {
    const generation = await store.loadLive(known === undefined ? {} : { model: known });
    known = await model;
    if (generation === null) return null;
    checkModel(generation.manifest, known);
    await prepare(generation);
    return generation;
  }

  function begin(): Promise<Generation | null> {
    const attempt = load().then((generation) => {
      // What was put there meanwhile is newer.
      loaded ??= generation;
      return loaded;
    });
    const settled = (): void => {
      if (loading === attempt) loading = undefined;
    };
    attempt.then(settled, settled);
    return attempt;
  }

  return {
    get loaded() {
      return loaded;
    },
    get isLoading() {
      return loading !== undefined;
    },
    async get() {
      if (loaded !== null) return loaded;
      loading ??= begin();
      return loading;
    },
    put(generation) {
      loaded = generation;
    },
    async refresh() {
      const before = loaded;
      if (before === null) return 'same';
      const id = await store.live();
      if (id === null) return 'gone';
      // The live one may be damaged and another serve in its place: only a new pointer is a reason to load.
      if (id === before.id || id === lastTried) return 'same';
      lastTried = id;
      const newer = await load();
      if (newer === null || newer.id === before.id) return 'same';
      // Whoever publishes in this process puts it there himself.
      if (loaded === before) loaded = newer;
      return 'newer';
    },
  };
}
