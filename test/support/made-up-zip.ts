import { crc32, deflateRawSync } from 'node:zlib';

/** A file in a zip archive. */
export interface ZipPart {
  readonly content: string | Uint8Array;
  readonly isDeflated?: boolean;
  /** Bit 0 says that it is encrypted. */
  readonly flags?: number;
}

const withNumbers = (
  size: number,
  numbers: readonly (readonly [at: number, bytes: 2 | 4, value: number])[],
): Buffer => {
  const buffer = Buffer.alloc(size);
  for (const [at, bytes, value] of numbers) {
    if (bytes === 2) buffer.writeUInt16LE(value, at);
    else buffer.writeUInt32LE(value, at);
  }
  return buffer;
};

/** A zip archive of the given files, by name, in order. */
export function madeUpZip(parts: Readonly<Record<string, string | Uint8Array | ZipPart>>): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, given] of Object.entries(parts)) {
    const part: ZipPart = typeof given === 'string' || given instanceof Uint8Array ? { content: given } : given;
    const content = Buffer.from(part.content as Uint8Array);
    const packed = part.isDeflated === true ? deflateRawSync(content) : content;
    const nameBytes = Buffer.from(name);
    const method = part.isDeflated === true ? 8 : 0;
    const facts = (from: number) =>
      [
        [from, 2, 20],
        [from + 2, 2, part.flags ?? 0],
        [from + 4, 2, method],
        [from + 10, 4, crc32(content)],
        [from + 14, 4, packed.length],
        [from + 18, 4, content.length],
        [from + 22, 2, nameBytes.length],
      ] as const;
    directory.push(withNumbers(46, [[0, 4, 0x02014b50], ...facts(6), [42, 4, at]]), nameBytes);
    const file = Buffer.concat([withNumbers(30, [[0, 4, 0x04034b50], ...facts(4)]), nameBytes, packed]);
    files.push(file);
    at += file.length;
  }
  const list = Buffer.concat(directory);
  const count = Object.keys(parts).length;
  const end = withNumbers(22, [
    [0, 4, 0x06054b50],
    [8, 2, count],
    [10, 2, count],
    [12, 4, list.length],
    [16, 4, at],
  ]);
  return new Uint8Array(Buffer.concat([...files, list, end]));
}
