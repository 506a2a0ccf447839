import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Acknowledged, ActKind, ChildOrder, ChildWord } from './child-words.js';
import { collectionNames, placesIn } from './installation.js';

export interface Killed {
  readonly fellInto: ActKind | 'between';
  readonly entries: readonly Acknowledged[];
  readonly records: readonly string[];
}

const script = path.join(path.dirname(fileURLToPath(import.meta.url)), 'moderating-child.ts');
/** Until one of a kind was seen from its beginning to its end, milliseconds. */
const unknownDurationMs = 20;
/** The first, the second or the third act of the wanted kind. */
const mostPassedOver = 3;

/** Of the kills in a swap, those that come just when it happens: there the disk and the state say different things. */
const atTheSwapShare = 0.4;
/** Of its typical duration: after so long an act is over. */
const surelyOver = 4;

/** What the pointers of all collections name now. */
function pointersIn(folder: string): string {
  return collectionNames
    .map((name) => {
      try {
        return readFileSync(path.join(placesIn(folder).data, 'collections', name, 'live'), 'utf8');
      } catch {
        return '';
      }
    })
    .join();
}

/** Timers are a millisecond apart at best, and some acts are shorter. */
async function spin(milliseconds: number, isOver: () => boolean = () => false): Promise<void> {
  const until = performance.now() + milliseconds;
  while (performance.now() < until && !isOver()) await new Promise((resolve) => setImmediate(resolve));
}

/** Resolves at a random moment of an act that begins now. */
async function momentIn(act: ActKind, folder: string, typicalMs: number, random: () => number): Promise<void> {
  const isSwap = act === 'publish' || act === 'rollback';
  const share = random();
  if (!isSwap || random() >= atTheSwapShare) return spin(share * typicalMs);
  const before = pointersIn(folder);
  return spin(surelyOver * typicalMs, () => pointersIn(folder) !== before);
}

/**
 * Starts a moderating process and kills it at a random moment of an act of the wanted kind, or shortly after it.
 *
 * @param typical How long acts of each kind take, milliseconds; learned on the way
 * @param random Numbers from 0 up to 1
 */
export async function killOnce(
  order: ChildOrder,
  aim: ActKind,
  typical: Map<ActKind, number>,
  random: () => number,
): Promise<Killed> {
  const child = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  if (child.stdout === null || child.stderr === null) throw new Error('The child has an output.');
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const exited = once(child, 'exit');
  const entries: Acknowledged[] = [];
  const records: string[] = [];
  let passOver = aim === 'open' ? 0 : Math.floor(random() * mostPassedOver);
  let current: { readonly act: ActKind; readonly at: number } | undefined;
  let isKilling = false;
  for await (const line of createInterface({ input: child.stdout })) {
    const word = JSON.parse(line) as ChildWord;
    if (word.kind === 'begins') {
      current = { act: word.act, at: performance.now() };
      if (isKilling || word.act !== aim || passOver-- > 0) continue;
      isKilling = true;
      void momentIn(aim, order.folder, typical.get(aim) ?? unknownDurationMs, random).then(() => child.kill('SIGKILL'));
    } else {
      entries.push(...word.entries);
      records.push(...word.records);
      if (current !== undefined) typical.set(current.act, performance.now() - current.at);
      current = undefined;
    }
  }
  const [code, signal] = (await exited) as [number | null, string | null];
  if (signal !== 'SIGKILL') throw new Error(`The child ended by itself with ${code ?? signal}: ${errors}`);
  return { fellInto: current?.act ?? 'between', entries, records };
}
