/**
 * Several typed arrays in one file, little-endian, ready to be used in place after one read:
 *
 *     magic  u32 │ header bytes u32 │ header (JSON, padded with spaces) │ column │ pad │ column │ pad │ …
 *
 * The header lists name, kind, offset and length of each column; offsets count from the start of the file and are
 * multiples of eight, so that a view of any kind can lie over the bytes.
 */
const magic = 0x434c5250;
const alignment = 8;

interface ColumnKinds {
  readonly Uint8Array: Uint8Array;
  readonly Uint16Array: Uint16Array;
  readonly Uint32Array: Uint32Array;
  readonly Float32Array: Float32Array;
  readonly Float64Array: Float64Array;
}
type KindName = keyof ColumnKinds;
export type Column = ColumnKinds[KindName];

const views: {
  readonly [K in KindName]: new (
    buffer: ArrayBufferLike,
    offset: number,
    length: number,
  ) => ColumnKinds[K];
} = { Uint8Array, Uint16Array, Uint32Array, Float32Array, Float64Array };

export type Columns = Readonly<Record<string, Column>>;

interface ColumnPlace {
  readonly name: string;
  readonly kind: KindName;
  readonly offset: number;
  readonly length: number;
}

const padded = (bytes: number): number => Math.ceil(bytes / alignment) * alignment;

function kindOf(column: Column): KindName {
  if (column instanceof Uint8Array) return 'Uint8Array';
  if (column instanceof Uint16Array) return 'Uint16Array';
  if (column instanceof Uint32Array) return 'Uint32Array';
  return column instanceof Float32Array ? 'Float32Array' : 'Float64Array';
}

function bytesOf(column: Column): Uint8Array {
  return new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
}

/** The pieces of a column file, to be written one after the other; the columns are not copied. */
export function encodeColumns(columns: Columns): readonly Uint8Array[] {
  const entries = Object.entries(columns);
  // Offsets depend on the header's length and the header on the offsets; a fixed width for each breaks the circle.
  const headerBytes = padded(64 + entries.reduce((sum, [name]) => sum + 100 + name.length, 0));
  let offset = 8 + headerBytes;
  const places: ColumnPlace[] = entries.map(([name, column]) => {
    const place = { name, kind: kindOf(column), offset, length: column.length };
    offset += padded(column.byteLength);
    return place;
  });
  const start = Buffer.alloc(8 + headerBytes, ' ');
  start.writeUInt32LE(magic, 0);
  start.writeUInt32LE(headerBytes, 4);
  start.write(JSON.stringify(places), 8, 'utf8');
  const pieces: Uint8Array[] = [start];
  for (const [, column] of entries) {
    pieces.push(bytesOf(column));
    const padding = padded(column.byteLength) - column.byteLength;
    if (padding > 0) pieces.push(new Uint8Array(padding));
  }
  return pieces;
}

/** Reads columns by name and kind from the bytes of a column file; throws when one is missing or of another kind. */
export interface ColumnReader {
  column<K extends KindName>(name: string, kind: K): ColumnKinds[K];
}

/** Views over the bytes of a column file, without copying. `bytes` must start on a multiple of eight in its buffer. */
export function decodeColumns(bytes: Uint8Array): ColumnReader {
  const head = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 8 || head.getUint32(0, true) !== magic) throw new Error('This is not a column file.');
  const headerBytes = head.getUint32(4, true);
  const header = Buffer.from(bytes.buffer, bytes.byteOffset + 8, headerBytes).toString('utf8');
  const places = new Map((JSON.parse(header) as ColumnPlace[]).map((place) => [place.name, place]));
  return {
    column<K extends KindName>(name: string, kind: K) {
      const place = places.get(name);
      if (place === undefined || place.kind !== kind) throw new Error(`The column ${name} (${kind}) is missing.`);
      return new views[kind](bytes.buffer, bytes.byteOffset + place.offset, place.length);
    },
  };
}
