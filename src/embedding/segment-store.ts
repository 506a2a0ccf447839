import { rm } from 'node:fs/promises';
import { type FileContent, writeDurably } from './durable-file.js';
import { nextTurn } from './next-turn.js';
import { listSegmentFiles, newSegmentFile, segmentFolderError } from './segment-folder.js';
import { DamagedSegment, joinSegments, keysATurn, readTable, type SegmentTable } from './vector-segment.js';

/** Files above which small ones are joined: opening a file costs more than reading the few rows wanted of it. */
const maximumSegments = 32;

/** Where the vector of a text is. */
export interface Place {
  readonly table: SegmentTable;
  readonly row: number;
}

/** The segments of one folder, and which of them holds the newest vector of each text. One caller at a time. */
export interface SegmentStore {
  /** By key of a text. */
  readonly places: ReadonlyMap<string, Place>;
  readonly segments: readonly SegmentTable[];
  /** Writes a new segment. @throws EncoderError when it cannot be written; then nothing has changed. */
  write(table: Omit<SegmentTable, 'file'>, content: FileContent): Promise<void>;
  /** Stops using a segment that could not be read, with a warning; deletes it when it is damaged. */
  drop(table: Pick<SegmentTable, 'file' | 'keys'>, error: unknown): Promise<void>;
  /** Rows of a segment whose vector is the newest of its text, and whose key is in `keep`. */
  currentRows(table: SegmentTable, keep?: ReadonlySet<string>): number[];
  /** Replaces segments by one with their current rows. @throws EncoderError, DamagedSegment; then nothing has changed. */
  rewrite(tables: readonly SegmentTable[], keep?: ReadonlySet<string>): Promise<void>;
  /** Joins the smaller segments when there are too many. */
  joinSmall(): Promise<void>;
}

/**
 * Opens a folder of segments and reads their tables.
 * @param owner 32 bytes that every segment of this encoder carries.
 */
export async function openSegmentStore({
  folder,
  dimensions,
  owner,
  onWarning,
  writeFile = writeDurably,
}: {
  folder: string;
  dimensions: number;
  owner: Uint8Array;
  onWarning: (warning: string) => void;
  writeFile?: ((target: string, content: FileContent) => Promise<void>) | undefined;
}): Promise<SegmentStore> {
  const places = new Map<string, Place>();
  let segments: SegmentTable[] = [];

  async function add(table: SegmentTable): Promise<void> {
    segments.push(table);
    for (const [row, key] of table.keys.entries()) {
      if (row % keysATurn === keysATurn - 1) await nextTurn();
      places.set(key, { table, row });
    }
  }

  function forget({ file, keys }: Pick<SegmentTable, 'file' | 'keys'>): void {
    segments = segments.filter((other) => other.file !== file);
    for (const key of keys) if (places.get(key)?.table.file === file) places.delete(key);
  }

  const store: SegmentStore = {
    places,
    get segments() {
      return segments;
    },
    async write(table, content) {
      const file = newSegmentFile(folder);
      try {
        await writeFile(file, content);
      } catch (cause) {
        throw cause instanceof DamagedSegment ? cause : segmentFolderError(folder, cause);
      }
      await add({ ...table, file });
    },
    async drop(table, error) {
      const why = error instanceof Error ? error.message : String(error);
      onWarning(`The file of cached vectors ${table.file} is not used: ${why}. Its texts are embedded again.`);
      forget(table);
      // Too many open files, or a disk that is gone for a moment, is no reason to delete sound vectors.
      if (error instanceof DamagedSegment) await rm(table.file, { force: true });
    },
    currentRows: (table, keep) =>
      table.keys.flatMap((key, row) => {
        const place = places.get(key);
        return place?.table === table && place.row === row && (keep?.has(key) ?? true) ? [row] : [];
      }),
    async rewrite(tables, keep) {
      const parts = tables.map((table) => ({ table, rows: store.currentRows(table, keep) }));
      const { table, content } = joinSegments(parts, dimensions, owner);
      if (table.keys.length > 0) await store.write(table, content);
      for (const old of tables) {
        forget(old);
        await rm(old.file, { force: true });
      }
    },
    async joinSmall() {
      if (segments.length <= maximumSegments) return;
      // Half of the files, the smallest: a row is copied about once for every doubling of the cache, not at every join.
      const bySize = segments.toSorted((a, b) => a.keys.length - b.keys.length);
      try {
        await store.rewrite(bySize.slice(0, maximumSegments / 2 + 1));
      } catch (error) {
        // A convenience: nothing is lost when it fails, and a damaged file is found when it is read.
        onWarning(`Files of cached vectors in ${folder} were not joined: ${(error as Error).message}`);
      }
    },
  };

  for (const file of await listSegmentFiles(folder)) {
    try {
      await add(await readTable(file, dimensions, owner));
    } catch (error) {
      await store.drop({ file, keys: [] }, error);
    }
  }
  await store.joinSmall();
  return store;
}
