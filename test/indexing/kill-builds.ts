import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { openGenerationStore } from '#src/indexing/generation-store.js';
import { parsedDocumentOf } from '#src/indexing/parsed-document-of.js';

function startPublishing(folder: string, rounds?: number): ChildProcess {
  const script = path.join(import.meta.dirname, 'publish-forever.mjs');
  const roundArguments = rounds === undefined ? [] : [String(rounds)];
  return spawn(process.execPath, [script, folder, ...roundArguments], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Kills the process after it said `steps` lines and spun the event loop `turns` times more; gives its last line. */
async function killAfter(child: ChildProcess, steps: number, turns: number): Promise<string> {
  if (child.stdout === null) throw new Error('the child has an output');
  const exited = once(child, 'exit');
  let said = 0;
  let last = '';
  for await (const line of createInterface({ input: child.stdout })) {
    last = line;
    if (++said === steps) {
      // The child works on meanwhile, so that it is killed inside a step and not only between two.
      for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
      child.kill('SIGKILL');
    }
  }
  const [code, signal] = (await exited) as [number | null, string | null];
  if (signal !== 'SIGKILL') throw new Error(`the child ended by itself with ${code ?? signal} after "${last}"`);
  return last;
}

/** Throws unless a whole generation loads without a warning; gives its id, or `null` before the first publication. */
async function loadWhole(folder: string): Promise<string | null> {
  const store = openGenerationStore({
    folder,
    onWarning(line) {
      throw new Error(`a warning after a kill: ${line}`);
    },
  });
  const generation = await store.loadLive();
  if (generation === null) return null;
  const parsed = parsedDocumentOf(generation, 0);
  if (parsed.paragraphs.at(-1)?.text !== `Round ${parsed.document.source.sha256}.`)
    throw new Error('the text is not whole');
  const found = generation.vectors.search(generation.vector(generation.chunkCount - 1), 1)[0]?.chunk;
  if (found !== generation.chunkCount - 1) throw new Error('the last chunk is not found');
  return generation.id;
}

/**
 * Kills an indexing process at `kills` random moments, one process after the other over the same folder. After each
 * kill a whole generation has to load; at the end one more run has to finish and clear up.
 *
 * @param random numbers from 0 up to 1
 * @param onKill called with the step in which the process died and the generation that serves after it
 */
export async function killBuilds(
  folder: string,
  kills: number,
  random: () => number,
  onKill: (step: string, live: string | null) => void = () => {},
): Promise<void> {
  let before: string | null = null;
  for (let kill = 0; kill < kills; kill++) {
    const step = await killAfter(startPublishing(folder), 1 + Math.floor(random() * 40), Math.floor(random() * 2000));
    const live = await loadWhole(folder);
    if (before !== null && (live === null || live < before)) throw new Error(`${live} serves after ${before}`);
    before = live;
    onKill(step, live);
  }
  const [code] = (await once(
    startPublishing(folder, 1).on('error', () => {}),
    'exit',
  )) as [number];
  if (code !== 0) throw new Error(`the last run ended with ${code}`);
  const live = await loadWhole(folder);
  if (live === null || live === before) throw new Error('the last run published nothing');
  const left = await readdir(folder);
  if (left.toSorted().join() !== 'generations,live') throw new Error(`left behind: ${left.join()}`);
}
