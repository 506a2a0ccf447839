import { open } from 'node:fs/promises';

/**
 * The parts of hnswlib's file that tell its length: a fixed head with the number of nodes and the bytes of each, the
 * nodes, then for each node the bytes of its upper links and those links.
 */
const head = { bytes: 96, countAt: 16, nodeBytesAt: 24 };

/**
 * True when an hnswlib file is as long as it says. hnswlib reports no failed write, so a full disk leaves a file that
 * ends early and nothing else.
 */
export async function isGraphFileWhole(file: string): Promise<boolean> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    if (size < head.bytes) return false;
    const start = Buffer.alloc(head.bytes);
    await handle.read(start, 0, head.bytes, 0);
    const count = Number(start.readBigUInt64LE(head.countAt));
    const linksAt = head.bytes + count * Number(start.readBigUInt64LE(head.nodeBytesAt));
    if (size < linksAt + count * 4) return false;
    const links = Buffer.allocUnsafeSlow(size - linksAt);
    await handle.read(links, 0, links.length, linksAt);
    let at = 0;
    for (let node = 0; node < count; node++) {
      if (at + 4 > links.length) return false;
      at += 4 + links.readUInt32LE(at);
    }
    return at === links.length;
  } finally {
    await handle.close();
  }
}
