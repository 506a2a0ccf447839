import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { readConfig } from '#src/config.js';
import type { Desk } from '#src/desk.js';
import { createParley, type Service } from '#src/main.js';
import type { StateStore } from '#src/state/state-store.js';
import { createRandom, pick } from '../bench/seeded-random.js';
import { type Asked, createAsked } from './asked.js';
import { type AskedQuestion, type Judgement, judgeAnswers } from './judge-answers.js';
import { type JudgedWaits, judgeWaits } from './judge-waits.js';
import { createLedger, type Ledger, type Swap } from './ledger.js';
import { type ModeratingParts, publishNext, rollBackSomewhere } from './moderate.js';
import { type MarkedCollection, markedCollections, practiceQuestions, probingQuestions } from './places.js';

export interface SwapsInput {
  readonly questions: number;
  /** Publications and rollbacks, of all collections together. */
  readonly swaps: number;
  /** How many questions are under way at once. */
  readonly atOnce: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

export interface SwapsReport extends Judgement {
  readonly asked: number;
  readonly swaps: readonly Swap[];
  readonly waits: JudgedWaits;
}

/** How many of the questions name what a server must not see of another. */
const probingShare = 0.05;

/** Asks one question after the other until `isOver`, somewhere else each time, and keeps what came of it. */
async function askOn(
  { ask }: Pick<Desk, 'ask'>,
  next: () => Pick<AskedQuestion, 'guild' | 'question'>,
  asked: Asked,
  isOver: () => boolean,
): Promise<void> {
  while (!isOver()) {
    const { guild, question } = next();
    const startedAt = performance.now();
    const outcome = await ask(question, guild).catch((error: unknown) =>
      error instanceof Error ? error : new Error(String(error)),
    );
    asked.add({ guild, question, startedAt, endedAt: performance.now(), outcome });
  }
}

/** One swap after the other, spread over the questions: a publication, and a rollback of the same collection after it. */
async function moderateOn(
  collections: readonly MarkedCollection[],
  parts: ModeratingParts,
  { swaps, questions, say }: SwapsInput,
  { reached, all }: Asked,
): Promise<void> {
  for (let number = 0; number < swaps; number++) {
    // However long the last one took: what it made live is asked before the next takes it away.
    const since = number === 0 ? 0 : all.length + questions / swaps / 4;
    await reached(Math.max(((number + 0.5) * questions) / swaps, since));
    const of = collections[Math.floor(number / 2) % collections.length] ?? pick(collections, parts.random);
    const swap = await (number % 2 === 0 ? publishNext : rollBackSomewhere)(of, parts);
    const { kind, collection, generation, begunAt, doneAt } = swap;
    say(`${kind} of ${collection}: ${generation}, ${Math.round(doneAt - begunAt)} ms`);
  }
}

async function openInstallation(folder: string, onWarning: (line: string) => void) {
  const parley = createParley({ config: readConfig(folder, {}), onWarning });
  return { parley, state: await parley.openState(), corpusFolder: parley.config.corpusFolder };
}

async function perform(
  input: SwapsInput,
  collections: readonly MarkedCollection[],
  ledger: Ledger,
  { desk, collections: kept }: Service,
  { state, corpusFolder }: { readonly state: StateStore; readonly corpusFolder: string },
): Promise<readonly AskedQuestion[]> {
  const { questions, atOnce, seed, say } = input;
  const random = createRandom(seed);
  const parts: ModeratingParts = { collections: kept, staging: state.staging, corpusFolder, ledger, random };
  for (const of of collections.slice(1)) await publishNext(of, parts);
  say(`${collections.length} collections are live`);

  const usual = await practiceQuestions();
  const probing = probingQuestions(collections);
  const guilds = collections.map(({ guild }) => guild);
  const next = () => ({
    guild: pick(guilds, random),
    question: pick(random() < probingShare ? probing : usual, random),
  });
  const asked = createAsked();
  let isDone = false;
  const isOver = (): boolean => isDone && asked.all.length >= questions;
  const moderating = moderateOn(collections, parts, input, asked).finally(() => {
    isDone = true;
  });
  await Promise.all([moderating, ...Array.from({ length: atOnce }, () => askOn(desk, next, asked, isOver))]);
  return asked.all;
}

/**
 * Members of three servers, and people in direct messages, ask without pause while moderators publish and roll back; then
 * holds every answer against what was live.
 */
export async function runSwaps(input: SwapsInput): Promise<SwapsReport> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parley-swaps-'));
  const warnings: string[] = [];
  const { parley, state, corpusFolder } = await openInstallation(folder, (line) => warnings.push(line));
  const collections = await markedCollections();
  const ledger = createLedger();
  let desk: Desk | undefined;
  try {
    const [shared] = collections;
    if (shared === undefined) throw new Error('There is a shared collection.');
    // A desk only opens over an index.
    await parley.withCollections('the swap test', async (first) => {
      const random = createRandom(input.seed);
      await publishNext(shared, { collections: first, staging: state.staging, corpusFolder, ledger, random });
    });
    const service = await parley.openService(() => undefined, state);
    ({ desk } = service);
    const first = ledger.swaps.length + collections.length - 1;
    const asked = await perform(input, collections, ledger, service, { state, corpusFolder });
    const swaps = ledger.swaps.slice(first);
    const judgement = judgeAnswers(asked, collections, ledger);
    const waits = judgeWaits(asked, swaps);
    const warned = warnings.map((line) => `a warning: ${line}`);
    const failures = [...judgement.failures, ...waits.failures, ...warned];
    return { ...judgement, failures, asked: asked.length, swaps, waits };
  } finally {
    await desk?.close();
    await state.close();
    await rm(folder, { recursive: true, force: true });
  }
}
