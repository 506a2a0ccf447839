import { GenerationError } from '../errors.js';
import type { Generation } from '../types.js';
import type { Shelf } from './shelf.js';

/** The generations of the servers that asked last. */
export interface GuildShelves {
  /** `null` when nothing of this server's own can be searched; why is a warning, once. Never a GenerationError. */
  get(guild: string): Promise<Generation | null>;
  /** What is in memory. */
  loaded(guild: string): Generation | null;
  put(guild: string, generation: Generation): void;
  /** Goes on with what other processes published; true when there was something. Failures are warnings. */
  refresh(guildsWithFolder: () => Promise<ReadonlySet<string>>): Promise<boolean>;
}

export interface GuildShelvesInput {
  readonly createShelf: (guild: string) => Shelf;
  /** How many stay loaded; those that were not asked for the longest go first. */
  readonly most: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Takes one line for a person. */
  readonly onWarning: (line: string) => void;
}

/** A server whose index cannot be read is not looked at again for so long, milliseconds: every question would wait for it. */
const unreadableMs = 60_000;
/** Ids remembered as having nothing; a look at the disk is cheap when more ask. */
const mostWithout = 10_000;

export function createGuildShelves({ createShelf, most, now, onWarning }: GuildShelvesInput): GuildShelves {
  /** In the order of use, the last used at the end. */
  const shelves = new Map<string, Shelf>();
  /** Servers without anything to search, and until when that is believed. */
  const without = new Map<string, number>();

  function use(guild: string): Shelf {
    const shelf = shelves.get(guild) ?? createShelf(guild);
    shelves.delete(guild);
    shelves.set(guild, shelf);
    for (const [other, { isLoading }] of shelves) {
      if (shelves.size <= most) break;
      if (other !== guild && !isLoading) shelves.delete(other);
    }
    return shelf;
  }

  /** Believes for a while that there is nothing, unless somebody published while that was found out. */
  function believeWithout(guild: string, shelf: Shelf, until: number): Generation | null {
    if (shelves.get(guild) !== shelf || shelf.loaded !== null) return shelves.get(guild)?.loaded ?? null;
    shelves.delete(guild);
    if (without.size >= mostWithout) without.clear();
    without.set(guild, until);
    return null;
  }

  function warn(guild: string, { line }: GenerationError): void {
    onWarning(`The documents of the server ${guild} cannot be searched, and its members get the shared ones: ${line}`);
  }

  return {
    async get(guild) {
      if (!shelves.has(guild) && now() < (without.get(guild) ?? 0)) return null;
      const shelf = use(guild);
      try {
        return (await shelf.get()) ?? believeWithout(guild, shelf, Number.POSITIVE_INFINITY);
      } catch (error) {
        if (!(error instanceof GenerationError)) throw error;
        warn(guild, error);
        return believeWithout(guild, shelf, now() + unreadableMs);
      }
    },
    loaded: (guild) => shelves.get(guild)?.loaded ?? null,
    put(guild, generation) {
      without.delete(guild);
      use(guild).put(generation);
    },
    async refresh(guildsWithFolder) {
      let isNewer = false;
      if (without.size > 0) {
        for (const guild of await guildsWithFolder()) {
          if (without.get(guild) === Number.POSITIVE_INFINITY) without.delete(guild);
        }
      }
      // Whoever asks meanwhile moves a shelf to the end, where it would be met again and again.
      const present = Array.from(shelves);
      for (const [guild, shelf] of present) {
        try {
          const found = await shelf.refresh();
          if (found === 'gone' && shelves.get(guild) === shelf) shelves.delete(guild);
          isNewer ||= found !== 'same';
        } catch (error) {
          if (!(error instanceof GenerationError)) throw error;
          warn(guild, error);
        }
      }
      return isNewer;
    },
  };
}
