import { open, stat } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import type { FileContent } from './durable-file.js';
import { nextTurn } from './next-turn.js';

// One file of cached vectors. All numbers are little-endian, as on every machine that Node.js runs on in practice.
//
//   0  "PARLEYVC"     8  version     12  dimensions     16  count     20  CRC-32 of what precedes and of the table
//  24  owner, 32 bytes: SHA-256 of the encoder's identity             56  zeros
//  64  table, count × ( key, 32 bytes: SHA-256 of the text │ CRC-32 of its vector )
//      vectors, count × dimensions × float32
//
// Opening reads the table alone. A checksum a row lets one vector be read, and trusted, without reading its file.

const magic = Buffer.from('PARLEYVC', 'latin1');
const version = 1;
const headerBytes = 64;
const entryBytes = 36;
const keyBytes = 32;
/** Rows read at once: 1.5 MB at 384 dimensions. */
const longestRun = 1_024;
/** Reading over a gap of this many rows costs less than another call. */
const longestGap = 8;

/** Keys that are handled before the event loop gets a turn: about a millisecond. */
export const keysATurn = 2_000;

/** The table of a segment: `count` rows of `dimensions` numbers, known by hexadecimal keys. */
export interface SegmentTable {
  readonly file: string;
  readonly dimensions: number;
  readonly keys: readonly string[];
  /** CRC-32 of each row's bytes. */
  readonly checksums: Uint32Array;
}

/** A segment that cannot be trusted. */
export class DamagedSegment extends Error {
  override readonly name = 'DamagedSegment';
}

export function checksumOfRow(row: Float32Array): number {
  return crc32(Buffer.from(row.buffer, row.byteOffset, row.byteLength));
}

/** Header and table of a new segment; the rows follow in the table's order. `owner` is 32 bytes. */
export function segmentHead(table: Omit<SegmentTable, 'file'>, owner: Uint8Array): Buffer {
  const { keys, checksums, dimensions } = table;
  const head = Buffer.alloc(headerBytes + keys.length * entryBytes);
  magic.copy(head);
  head.writeUInt32LE(version, 8);
  head.writeUInt32LE(dimensions, 12);
  head.writeUInt32LE(keys.length, 16);
  head.set(owner, 24);
  keys.forEach((key, row) => {
    head.write(key, headerBytes + row * entryBytes, keyBytes, 'hex');
    head.writeUInt32LE(checksums[row] ?? 0, headerBytes + row * entryBytes + keyBytes);
  });
  // The checksum is taken with its own place still zero.
  head.writeUInt32LE(crc32(head), 20);
  return head;
}

/**
 * Reads the table of a segment.
 * @throws DamagedSegment when the file is cut, changed, of another version, or another encoder's.
 */
export async function readTable(file: string, dimensions: number, owner: Uint8Array): Promise<SegmentTable> {
  const { size } = await stat(file);
  const handle = await open(file, 'r');
  try {
    const header = Buffer.alloc(headerBytes);
    await handle.read(header, 0, headerBytes, 0);
    if (!header.subarray(0, 8).equals(magic)) throw new DamagedSegment('it is no file of vectors');
    if (header.readUInt32LE(8) !== version) throw new DamagedSegment('it is of another version');
    const count = header.readUInt32LE(16);
    if (header.readUInt32LE(12) !== dimensions || !header.subarray(24, 56).equals(owner)) {
      throw new DamagedSegment("it is another encoder's");
    }
    if (size !== headerBytes + count * (entryBytes + dimensions * 4)) throw new DamagedSegment('its length is wrong');
    const head = Buffer.alloc(headerBytes + count * entryBytes);
    await handle.read(head, 0, head.length, 0);
    head.writeUInt32LE(0, 20);
    if (crc32(head) !== header.readUInt32LE(20)) throw new DamagedSegment('its checksum is wrong');
    const keys: string[] = [];
    const checksums = new Uint32Array(count);
    for (let row = 0; row < count; row += 1) {
      if (row % keysATurn === keysATurn - 1) await nextTurn();
      const offset = headerBytes + row * entryBytes;
      keys.push(head.toString('hex', offset, offset + keyBytes));
      checksums[row] = head.readUInt32LE(offset + keyBytes);
    }
    return { file, dimensions, keys, checksums };
  } finally {
    await handle.close();
  }
}

/**
 * Reads the given rows, ascending, in few large pieces. Each row is a view that is overwritten later: copy it.
 * @throws DamagedSegment at the first row whose checksum is wrong.
 */
export async function* readRows(
  table: SegmentTable,
  rows: readonly number[],
): AsyncGenerator<{ row: number; vector: Float32Array }> {
  const { file, dimensions, keys, checksums } = table;
  const rowBytes = dimensions * 4;
  const vectorsAt = headerBytes + keys.length * entryBytes;
  const handle = await open(file, 'r');
  try {
    let next = 0;
    while (next < rows.length) {
      const first = rows[next] ?? 0;
      let end = next + 1;
      while (end < rows.length) {
        const row = rows[end] ?? 0;
        if (row - (rows[end - 1] ?? 0) > longestGap || row - first >= longestRun) break;
        end += 1;
      }
      const piece = new Float32Array(((rows[end - 1] ?? 0) - first + 1) * dimensions);
      const bytes = Buffer.from(piece.buffer);
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, vectorsAt + first * rowBytes);
      if (bytesRead !== bytes.length) throw new DamagedSegment('it is cut');
      for (; next < end; next += 1) {
        const row = rows[next] ?? 0;
        const vector = piece.subarray((row - first) * dimensions, (row - first + 1) * dimensions);
        if (checksumOfRow(vector) !== checksums[row]) throw new DamagedSegment('the checksum of a vector is wrong');
        yield { row, vector };
      }
    }
  } finally {
    await handle.close();
  }
}

/** One segment out of rows of others: its table, and its content for writing. */
export function joinSegments(
  parts: readonly { table: SegmentTable; rows: readonly number[] }[],
  dimensions: number,
  owner: Uint8Array,
): { table: Omit<SegmentTable, 'file'>; content: FileContent } {
  const keys = parts.flatMap(({ table, rows }) => rows.map((row) => table.keys[row] ?? ''));
  const checksums = Uint32Array.from(parts.flatMap(({ table, rows }) => rows.map((row) => table.checksums[row] ?? 0)));
  const joined = { dimensions, keys, checksums };
  async function* content(): AsyncGenerator<Uint8Array> {
    yield segmentHead(joined, owner);
    for (const { table, rows } of parts) {
      const rowBytes = dimensions * 4;
      // Gathered, because writing a million rows one by one would take a million calls.
      let gathered = Buffer.alloc(longestRun * rowBytes);
      let used = 0;
      for await (const { vector } of readRows(table, rows)) {
        gathered.set(Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength), used);
        used += rowBytes;
        if (used === gathered.length) {
          yield gathered;
          gathered = Buffer.alloc(longestRun * rowBytes);
          used = 0;
        }
      }
      if (used > 0) yield gathered.subarray(0, used);
    }
  }
  return { table: joined, content: content() };
}
