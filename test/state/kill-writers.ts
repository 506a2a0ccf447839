import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import BetterSqlite3 from 'better-sqlite3';
import { openSqliteStateStore } from '#src/state/sqlite-state-store.js';
import type { StateStore } from '#src/state/state-store.js';
import { checkActs } from './check-acts.js';

/** Starts a process that keeps records `WRITER-FIRST`, `WRITER-FIRST+1` and on, and moderates; without a count for ever. */
export function startWriting(file: string, writer: string, first: number, count?: number): ChildProcess {
  const script = path.join(import.meta.dirname, 'write-forever.mjs');
  const counts = count === undefined ? [] : [String(count)];
  return spawn(process.execPath, [script, file, writer, String(first), ...counts], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Kills the process after it said `lines` numbers and the event loop here took `turns` more; gives its last number. */
async function killAfter(child: ChildProcess, lines: number, turns: number): Promise<number> {
  if (child.stdout === null) throw new Error('the child has an output');
  const exited = once(child, 'exit');
  let said = 0;
  let last = -1;
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line);
    if (++said === lines) {
      // The child works on meanwhile, so that it is killed inside a transaction and not only between two.
      for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
      child.kill('SIGKILL');
    }
  }
  const [code, signal] = (await exited) as [number | null, string | null];
  if (signal !== 'SIGKILL') throw new Error(`the child ended by itself with ${code ?? signal}`);
  return last;
}

/** Throws unless SQLite finds nothing wrong with the file. */
export function checkIntegrity(file: string): void {
  const connection = new BetterSqlite3(file, { readonly: true });
  const faults = [
    connection.pragma('integrity_check', { simple: true }),
    ...(connection.pragma('foreign_key_check') as []),
  ];
  connection.close();
  if (faults.join() !== 'ok') throw new Error(`the database is not whole: ${JSON.stringify(faults)}`);
}

/** Throws unless the record is whole, as the one who wrote it was told. */
export async function checkRecord(store: StateStore, id: string): Promise<void> {
  const [first, second] = await Promise.all([
    store.records.findByMessage(`${id}-first`),
    store.records.findByMessage(`${id}-second`),
  ]);
  const [votes, disputes] = [await store.feedback.votes(id), await store.feedback.disputes(id)];
  const isWhole = first?.id === id && second?.id === id && votes.up === 1 && disputes.length === 1;
  if (!isWhole) throw new Error(`the record ${id} was kept and is not whole`);
}

/** Throws unless what a round cost is booked once; with `isConfirmed` false it may also not be there. */
export async function checkSpent(store: StateStore, writer: string, round: number, isConfirmed = true): Promise<void> {
  const from = async (since: number) => (await store.spending.since(since, { guild: writer, member: writer })).member;
  const [before, after] = [await from(round), await from(round + 1)];
  const [tokens, microDollars] = [before.tokens - after.tokens, before.microDollars - after.microDollars];
  const isBooked = tokens === round && microDollars === 2 * round;
  const isNothing = tokens === 0 && microDollars === 0;
  if (!isBooked && (isConfirmed || !isNothing))
    throw new Error(`for round ${round} of ${writer} ${tokens} tokens and ${microDollars} are booked`);
}

/** Throws unless of a transaction in which the writer may have died there is all or nothing. */
async function checkUnconfirmed(store: StateStore, id: string): Promise<void> {
  const [first, second] = await Promise.all([
    store.records.findByMessage(`${id}-first`),
    store.records.findByMessage(`${id}-second`),
  ]);
  if ((first === null) !== (second === null)) throw new Error(`the record ${id} is half placed`);
  if (first !== null && (await store.records.find(id)) === null)
    throw new Error(`messages show ${id}, which is not there`);
}

/**
 * Kills a writing process at `kills` random moments, one after the other over the same database. After each kill the
 * file has to be whole, and everything in it that was confirmed.
 *
 * @param random numbers from 0 up to 1
 * @param onKill called with the last number that the killed process had confirmed
 */
export async function killWriters(
  file: string,
  kills: number,
  random: () => number,
  onKill: (confirmed: number) => void = () => {},
): Promise<void> {
  let next = 1;
  for (let kill = 0; kill < kills; kill++) {
    const child = startWriting(file, 'writer', next);
    const confirmed = await killAfter(child, 1 + Math.floor(random() * 60), Math.floor(random() * 500));
    const store = await openSqliteStateStore({ file });
    for (let number = Math.max(next, confirmed - 90); number <= confirmed; number++) {
      await checkRecord(store, `writer-${number}`);
      await checkSpent(store, 'writer', number);
    }
    await checkUnconfirmed(store, `writer-${confirmed + 1}`);
    await checkSpent(store, 'writer', confirmed + 1, false);
    await checkActs(store, 'writer', confirmed);
    const written = Number(await store.facts.get('writer'));
    if (written < confirmed || written > confirmed + 1) throw new Error(`${written} is said to be the last`);
    await store.close();
    checkIntegrity(file);
    onKill(confirmed);
    next = written + 2;
  }
}
