import { createHash } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { codeOf } from './file-fault.js';

/** Length and SHA-256 (hexadecimal) of a file. */
export interface FileSum {
  readonly bytes: number;
  readonly sha256: string;
}

/** How a generation's files reach the disk; tests put a full or read-only disk in its place. */
export interface DurableFiles {
  /** Writes a new file from pieces and returns once it is on the disk. */
  write(file: string, pieces: readonly Uint8Array[]): Promise<FileSum>;
  /** Brings a file that something else wrote to the disk, and sums it. */
  settle(file: string): Promise<FileSum>;
}

// Hashing and copying go piece by piece with a turn of the event loop between: a mebibyte takes about a millisecond.
const pieceBytes = 1 << 20;

async function writeWhole(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  let written = 0;
  while (written < bytes.byteLength) {
    written += (await handle.write(bytes, written, bytes.byteLength - written)).bytesWritten;
  }
}

/** Reads an open file from its start and hands on its pieces; a piece is only valid until the next. */
async function forEachPiece(handle: FileHandle, onPiece: (piece: Uint8Array) => void): Promise<void> {
  const buffer = Buffer.allocUnsafeSlow(pieceBytes);
  for (let position = 0; ; ) {
    const { bytesRead } = await handle.read(buffer, 0, pieceBytes, position);
    if (bytesRead === 0) return;
    onPiece(buffer.subarray(0, bytesRead));
    position += bytesRead;
  }
}

async function withFile<T>(file: string, flags: string, use: (handle: FileHandle) => Promise<T>): Promise<T> {
  const handle = await open(file, flags);
  try {
    return await use(handle);
  } finally {
    await handle.close();
  }
}

/** Length and SHA-256 of a file, without holding more than a mebibyte of it. */
export function sumFile(file: string): Promise<FileSum> {
  return withFile(file, 'r', async (handle) => {
    const hash = createHash('sha256');
    let bytes = 0;
    await forEachPiece(handle, (piece) => {
      hash.update(piece);
      bytes += piece.byteLength;
    });
    return { bytes, sha256: hash.digest('hex') };
  });
}

/** A whole file with its SHA-256, in memory of its own that starts at offset 0: typed arrays can lie over it. */
export function readSummedFile(file: string): Promise<{ readonly content: Buffer; readonly sum: FileSum }> {
  return withFile(file, 'r', async (handle) => {
    const { size } = await handle.stat();
    const content = Buffer.allocUnsafeSlow(size);
    const hash = createHash('sha256');
    let filled = 0;
    while (filled < size) {
      const { bytesRead } = await handle.read(content, filled, Math.min(pieceBytes, size - filled), filled);
      if (bytesRead === 0) break;
      hash.update(content.subarray(filled, filled + bytesRead));
      filled += bytesRead;
    }
    return { content, sum: { bytes: filled, sha256: hash.digest('hex') } };
  });
}

/** Files on the real disk. */
export const diskFiles: DurableFiles = {
  write: (file, pieces) =>
    withFile(file, 'wx', async (handle) => {
      const hash = createHash('sha256');
      let bytes = 0;
      for (const whole of pieces) {
        for (let start = 0; start < whole.byteLength; start += pieceBytes) {
          const piece = whole.subarray(start, start + pieceBytes);
          hash.update(piece);
          await writeWhole(handle, piece);
          bytes += piece.byteLength;
        }
      }
      await handle.sync();
      return { bytes, sha256: hash.digest('hex') };
    }),
  async settle(file) {
    await withFile(file, 'r+', (handle) => handle.sync());
    return sumFile(file);
  },
};

const noFolderSync: ReadonlySet<string | undefined> = new Set(['EISDIR', 'EPERM', 'EINVAL', 'EBADF']);

/** Makes the names in a folder as durable as the files; does nothing on systems that cannot. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    await withFile(folder, 'r', (handle) => handle.sync());
  } catch (error) {
    if (!noFolderSync.has(codeOf(error))) throw error;
  }
}

/** Replaces a small file in one step: a reader finds the old content or the new one, also after a power cut. */
export async function replaceFile(file: string, content: string): Promise<void> {
  const fresh = `${file}.new`;
  await rm(fresh, { force: true });
  await diskFiles.write(fresh, [Buffer.from(content, 'utf8')]);
  await rename(fresh, file);
  await syncFolder(path.dirname(file));
}
