import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** Pieces of a file in order, at hand or still to come. */
export type FileContent = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** A process by its number and its start: in a container every run may get the same number. */
function thisProcess(): string {
  return `${process.pid}-${Math.trunc(performance.timeOrigin)}`;
}

/** Whether a `*.partial` file was left by a process that is no more; a living one is still writing it. */
export function isAbandoned(name: string): boolean {
  const writer = /\.((\d+)-\d+)\.partial$/.exec(name);
  if (writer === null) return false;
  const number = Number(writer[2]);
  if (number === process.pid) return writer[1] !== thisProcess();
  try {
    process.kill(number, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

async function synchroniseFolder(folder: string): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(folder, 'r');
    await handle.sync();
  } catch {
    // Windows opens no folders; there a rename is as durable as it gets.
  } finally {
    await handle?.close();
  }
}

/**
 * Makes a whole file appear at `target`, on the disk for good, or none: written under another name in the same folder,
 * synchronised, renamed. Whatever fails, nothing half-written stays; after a kill a `*.partial` file may.
 */
export async function writeDurably(target: string, content: FileContent): Promise<void> {
  const partial = `${target}.${thisProcess()}.partial`;
  try {
    const handle = await open(partial, 'wx');
    try {
      for await (const piece of content) await handle.writeFile(piece);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(partial, target);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  await synchroniseFolder(path.dirname(target));
}
