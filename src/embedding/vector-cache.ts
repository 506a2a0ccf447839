import { createHash } from 'node:crypto';
import { EncoderError } from '../errors.js';
import type { FileContent } from './durable-file.js';
import type { EncoderIdentity } from './encoder.js';
import { nextTurn } from './next-turn.js';
import { segmentFolderError, segmentFolderOf } from './segment-folder.js';
import { openSegmentStore } from './segment-store.js';
import {
  checksumOfRow,
  DamagedSegment,
  keysATurn,
  readRows,
  type SegmentTable,
  segmentHead,
} from './vector-segment.js';

/** Vectors of one encoder on disk, by the SHA-256 (hexadecimal) of the text each belongs to. */
export interface VectorCache {
  readonly identity: EncoderIdentity;
  /** How many texts it knows. */
  readonly size: number;
  has(key: string): boolean;
  /**
   * Fills rows of a row-major matrix: `wanted` maps a key to its row. Gives the keys that it does not have, those whose
   * vector turned out to be damaged included.
   */
  read(wanted: ReadonlyMap<string, number>, matrix: Float32Array): Promise<string[]>;
  /**
   * Keeps new vectors: `vectors` is row-major, one row a key. They are on disk, all of them, when the promise resolves.
   * @throws EncoderError when they cannot be written; then none is.
   */
  append(keys: readonly string[], vectors: Float32Array): Promise<void>;
  /** Forgets every text whose key is not in `keep`; gives how many were forgotten. */
  prune(keep: ReadonlySet<string>): Promise<number>;
}

/** One operation after the other: joining segments deletes files that a reader may be about to open. */
function createTurns(): <T>(operation: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (operation) => {
    const result = last.then(operation);
    last = result.catch(() => undefined);
    return result;
  };
}

/**
 * Opens the cache of one encoder, a folder of its own below `folder`. Reads the tables of keys, not the vectors. A file
 * that is damaged or another encoder's is deleted and reported, never used; its texts are embedded again.
 * @param onWarning Takes one line for a person.
 * @param writeFile How a whole file is written; tests put one that fails in its place.
 * @throws EncoderError when the folder cannot be made or listed.
 */
export async function openVectorCache({
  folder: parent,
  identity,
  onWarning = () => undefined,
  writeFile,
}: {
  folder: string;
  identity: EncoderIdentity;
  onWarning?: ((warning: string) => void) | undefined;
  writeFile?: ((target: string, content: FileContent) => Promise<void>) | undefined;
}): Promise<VectorCache> {
  const { dimensions } = identity;
  const folder = segmentFolderOf(parent, identity);
  const owner = createHash('sha256')
    .update(JSON.stringify([identity.id, identity.hash, dimensions]))
    .digest();
  const inTurn = createTurns();
  const store = await openSegmentStore({ folder, dimensions, owner, onWarning, writeFile }).catch((cause: unknown) => {
    throw cause instanceof EncoderError ? cause : segmentFolderError(folder, cause);
  });

  /** The wanted rows of each segment, and the keys that none has. */
  async function findPlaces(wanted: ReadonlyMap<string, number>) {
    const missing: string[] = [];
    const found = new Map<SegmentTable, Map<number, number>>();
    let handled = 0;
    for (const [key, target] of wanted) {
      handled += 1;
      if (handled % keysATurn === 0) await nextTurn();
      const place = store.places.get(key);
      if (place === undefined) {
        missing.push(key);
        continue;
      }
      const targets = found.get(place.table) ?? new Map<number, number>();
      found.set(place.table, targets.set(place.row, target));
    }
    return { missing, found };
  }

  return {
    identity,
    get size() {
      return store.places.size;
    },
    has: (key) => store.places.has(key),
    read: (wanted, matrix) =>
      inTurn(async () => {
        const { missing, found } = await findPlaces(wanted);
        for (const [table, targets] of found) {
          const rows = [...targets.keys()].toSorted((a, b) => a - b);
          try {
            for await (const { row, vector } of readRows(table, rows)) {
              matrix.set(vector, (targets.get(row) ?? 0) * dimensions);
            }
          } catch (error) {
            await store.drop(table, error);
            for (const row of rows) missing.push(table.keys[row] ?? '');
          }
        }
        return missing;
      }),
    append: (keys, vectors) =>
      inTurn(async () => {
        if (keys.length === 0) return;
        const checksums = Uint32Array.from(keys, (_, row) =>
          checksumOfRow(vectors.subarray(row * dimensions, (row + 1) * dimensions)),
        );
        const table = { dimensions, keys, checksums };
        const rows = Buffer.from(vectors.buffer, vectors.byteOffset, vectors.byteLength);
        await store.write(table, [segmentHead(table, owner), rows]);
        await store.joinSmall();
      }),
    prune: (keep) =>
      inTurn(async () => {
        const before = store.places.size;
        for (const table of store.segments.slice()) {
          if (store.currentRows(table, keep).length === table.keys.length) continue;
          try {
            await store.rewrite([table], keep);
          } catch (error) {
            if (!(error instanceof DamagedSegment)) throw error;
            await store.drop(table, error);
          }
        }
        return before - store.places.size;
      }),
  };
}
