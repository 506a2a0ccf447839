import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** A place for a database in an empty folder that goes when the test is done. */
export async function stateFile(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parley-state-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return path.join(folder, 'state.sqlite');
}
