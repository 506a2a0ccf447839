import { inflateRawSync } from 'node:zlib';
import { CorpusError } from '../errors.js';

/** A zip file, opened. No more than the limit is ever unpacked, whatever the archive says of its sizes. */
export interface ZipArchive {
  /** Names of the files in it, `/` between the parts. */
  readonly names: readonly string[];
  /**
   * The bytes of one file; `undefined` when there is none of that name.
   * @throws CorpusError when it is damaged, encrypted, packed in an unknown way or larger than the limit.
   */
  read(name: string): Uint8Array | undefined;
}

interface Entry {
  readonly flags: number;
  readonly method: number;
  readonly packedBytes: number;
  readonly headerAt: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const headerSignature = 0x04034b50;
const endBytes = 22;
const longestComment = 65_535;
// A document of Word has some dozens of parts, a picture each among them.
const mostEntries = 20_000;
const stored = 0;
const deflated = 8;

const damaged = (name: string, cause?: unknown): CorpusError =>
  new CorpusError(
    name,
    'is damaged: what it is packed in breaks off or contradicts itself.',
    'Fetch it again, or open it in its own program and save it anew.',
    { cause },
  );

/** Where the record stands that ends every archive; -1 when there is none. */
function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - endBytes - longestComment);
  for (let at = view.byteLength - endBytes; at >= first; at--) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  return -1;
}

function entriesOf(bytes: Uint8Array, view: DataView): Map<string, Entry> {
  const end = findEnd(view);
  if (end === -1) throw new RangeError('no end record');
  const count = view.getUint16(end + 10, true);
  if (count > mostEntries) throw new RangeError('too many entries');
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== entrySignature) throw new RangeError('not an entry');
    const nameBytes = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameBytes)).replaceAll('\\', '/');
    entries.set(name, {
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      packedBytes: view.getUint32(at + 20, true),
      headerAt: view.getUint32(at + 42, true),
    });
    at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/**
 * Opens a zip file in memory.
 *
 * @param name Names the file in errors.
 * @param mostBytes What all files that are read may unpack to together.
 * @throws CorpusError when its list of files is missing or damaged.
 */
export function openZipArchive(bytes: Uint8Array, name: string, mostBytes: number): ZipArchive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let entries: Map<string, Entry>;
  try {
    entries = entriesOf(bytes, view);
  } catch (error) {
    throw damaged(name, error);
  }
  let bytesLeft = mostBytes;

  function unpack({ method, packedBytes, headerAt }: Entry): Uint8Array {
    if (view.getUint32(headerAt, true) !== headerSignature) throw new RangeError('not a file');
    const from = headerAt + 30 + view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true);
    if (from + packedBytes > bytes.length) throw new RangeError('breaks off');
    const packed = bytes.subarray(from, from + packedBytes);
    return method === stored ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, bytesLeft) });
  }

  return {
    names: [...entries.keys()],
    read(wanted) {
      const entry = entries.get(wanted);
      if (entry === undefined) return undefined;
      if (entry.flags % 2 === 1) {
        throw new CorpusError(name, 'is encrypted.', 'Save it without a password.');
      }
      if (entry.method !== stored && entry.method !== deflated) throw damaged(name);
      let unpacked: Uint8Array | undefined;
      try {
        unpacked = unpack(entry);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') throw damaged(name, error);
      }
      bytesLeft -= unpacked?.length ?? bytesLeft + 1;
      if (unpacked === undefined || bytesLeft < 0) {
        const limit = `${Math.floor(mostBytes / 1_048_576)} MiB`;
        throw new CorpusError(name, `unpacks to more than ${limit}.`, 'Split it into several files.');
      }
      return unpacked;
    },
  };
}
