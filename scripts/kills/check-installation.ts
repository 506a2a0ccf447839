import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { openSqliteStateStore } from '#src/state/sqlite-state-store.js';
import { checkCollections } from './check-collections.js';
import { checkSettings, compareLog, readLog } from './check-log.js';
import { checkRecords } from './check-records.js';
import type { Acknowledged } from './child-words.js';
import { openInstallation, placesIn } from './installation.js';
import { listOrphans } from './list-orphans.js';
import { missingOfVersion1 } from './version-1-database.js';

/** What a start says of a lock whose holder was killed. */
const staleLock = /^The build lock of .* was stale and has been taken over\.$/u;

/** Looks at every database that was being migrated, and clears them away. */
async function checkOldDatabases(old: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const name of await readdir(old)) {
    const file = path.join(old, name, 'state.sqlite');
    if (!name.endsWith('.copy')) {
      const state = await openSqliteStateStore({ file });
      faults.push(...(await state.faults()), ...missingOfVersion1(file));
      await state.close();
    }
    await rm(path.join(old, name), { recursive: true });
  }
  return faults;
}

/**
 * Starts as the bot does after a crash, and looks at everything.
 *
 * @param acknowledged Everything that was ever acknowledged, in its order
 * @param records Ids of all records that were ever kept
 */
export async function checkInstallation(
  folder: string,
  acknowledged: readonly Acknowledged[],
  records: readonly string[],
): Promise<{ readonly faults: string[]; readonly untold: number }> {
  const { data, database, old } = placesIn(folder);
  const warnings: string[] = [];
  const opened = await openInstallation(folder, 'the check', (line) => warnings.push(line));
  const { state, collections } = opened;
  const faults: string[] = [];
  let untold = 0;
  try {
    await collections.recover();
    faults.push(...(await state.faults()), ...missingOfVersion1(database));
    const log = await readLog(state);
    const compared = compareLog(log, acknowledged);
    untold = compared.untold;
    faults.push(...compared.faults, ...(await checkSettings(state, log)));
    faults.push(...(await checkCollections(data, state, log)));
    const documents = log.flatMap(({ act, subject }) =>
      act.startsWith('corpus') && subject !== null ? [subject] : [],
    );
    faults.push(...(await checkRecords(opened, records, [...new Set([...documents, 'lighthouse'])])));
  } finally {
    await state.close();
  }
  faults.push(...warnings.filter((line) => !staleLock.test(line)).map((line) => `a warning: ${line}`));
  faults.push(...(await listOrphans(data)).map((name) => `an orphan: ${name}`));
  faults.push(...(await checkOldDatabases(old)).map((fault) => `a migrated database: ${fault}`));
  return { faults, untold };
}
