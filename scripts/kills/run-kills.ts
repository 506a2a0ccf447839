import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createRandom } from '../bench/seeded-random.js';
import { checkInstallation } from './check-installation.js';
import { type Acknowledged, type ActKind, actKinds } from './child-words.js';
import { placesIn } from './installation.js';
import { killOnce } from './kill-once.js';
import { writeVersion1 } from './version-1-database.js';

export interface KillsInput {
  readonly kills: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

export interface KillsReport {
  readonly failures: readonly string[];
  /** Acts that were acknowledged with an entry in the audit log. */
  readonly acknowledged: number;
  /** Entries that nobody was told of, because the kill came first. */
  readonly untold: number;
  /** How many kills fell into each kind of act, and how many between two. */
  readonly fellInto: ReadonlyMap<ActKind | 'between', number>;
  /** How many kills came during the start after another one, before anybody had cleared up. */
  readonly inARow: number;
}

/** Every kind in its turn, so that the short ones are met as often as the long ones; swaps twice, where most can go wrong. */
const aims = [...actKinds, 'publish', 'rollback'] as const;
/** How often the process is killed again in its next start, before anything was looked at. */
const againShare = 0.25;
/** So many acts a process does at most: rounds of one never meet those of the next. */
const roundsEach = 100_000;

/** After so many faults the rest says nothing new. */
const mostFailures = 20;

/**
 * Kills a process that moderates at random moments, one process after the other over the same installation, and holds
 * what is there after each kill against what it said.
 */
export async function runKills({ kills, seed, say }: KillsInput): Promise<KillsReport> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parley-kills-'));
  const { data, corpus, old, template, database } = placesIn(folder);
  for (const one of [data, corpus, old]) await mkdir(one, { recursive: true });
  await writeVersion1(template);
  // The very first start migrates.
  await writeVersion1(database);

  const random = createRandom(seed);
  const typical = new Map<ActKind, number>();
  const acknowledged: Acknowledged[] = [];
  const records: string[] = [];
  const fellInto = new Map<ActKind | 'between', number>();
  const failures: string[] = [];
  let untold = 0;
  let inARow = 0;
  let killsSinceCheck = 0;
  try {
    for (let kill = 0; kill < kills && failures.length < mostFailures; kill++) {
      const isAgain = killsSinceCheck > 0;
      const aim = isAgain ? 'open' : (aims[kill % aims.length] ?? 'open');
      const order = { folder, seed: seed + kill, firstRound: (kill + 1) * roundsEach };
      const killed = await killOnce(order, aim, typical, random);
      acknowledged.push(...killed.entries);
      records.push(...killed.records);
      fellInto.set(killed.fellInto, (fellInto.get(killed.fellInto) ?? 0) + 1);
      killsSinceCheck += 1;
      if (isAgain) inARow += 1;
      const isLast = kill === kills - 1;
      if (!isLast && random() < againShare) {
        say(`${kill + 1}: killed in "${killed.fellInto}", and started again at once`);
        continue;
      }
      const checked = await checkInstallation(folder, acknowledged, records);
      const { faults } = checked;
      if (checked.untold - untold > killsSinceCheck)
        faults.push(`${checked.untold - untold} acts were never acknowledged`);
      untold = checked.untold;
      killsSinceCheck = 0;
      failures.push(...faults.map((fault) => `after kill ${kill + 1} in "${killed.fellInto}": ${fault}`));
      say(
        `${kill + 1}: killed in "${killed.fellInto}"; ${acknowledged.length} acts acknowledged, ${faults.length} faults`,
      );
    }
    return { failures, acknowledged: acknowledged.length, untold, fellInto, inARow };
  } finally {
    if (failures.length === 0) await rm(folder, { recursive: true, force: true });
    else say(`what is left lies in ${folder}`);
  }
}
