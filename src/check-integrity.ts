import { collectionFolders } from './indexing/collection-folders.js';
import { openGenerationStore } from './indexing/generation-store.js';
import type { StateStore } from './state/state-store.js';

export interface IntegrityParts {
  readonly dataFolder: string;
  readonly state: Pick<StateStore, 'faults'>;
}

/** What is wrong with one part of the data folder, and what to do. */
export interface IntegrityFault {
  /** `state`, or the name of a collection. */
  readonly where: string;
  readonly what: string;
  readonly remedy: string;
}

export interface IntegrityReport {
  readonly collections: number;
  readonly generations: number;
  readonly faults: readonly IntegrityFault[];
}

async function checkCollection(
  name: string,
  folder: string,
): Promise<{ generations: number; faults: IntegrityFault[] }> {
  const store = openGenerationStore({ folder, onWarning: () => undefined });
  const live = await store.live();
  const records = await store.history();
  const faults = records
    .filter(({ sound }) => !sound)
    .map(({ id, fault, live: isLive }) => ({
      where: name,
      what: isLive ? `the live generation ${id} is damaged: ${fault}` : `generation ${id} is damaged: ${fault}`,
      remedy: isLive
        ? `Run \`npx parley rollback --collection ${name}\`, or index again.`
        : 'It is not live; it goes with the next re-indexes.',
    }));
  if (live !== null && !records.some(({ id }) => id === live)) {
    const what = `the live generation ${live} is missing.`;
    faults.push({ where: name, what, remedy: `Run \`npx parley rollback --collection ${name}\`, or index again.` });
  }
  return { generations: records.length, faults };
}

/** Reads all of the data folder, every checksum included, and says what is wrong; changes nothing. */
export async function checkIntegrity({ dataFolder, state }: IntegrityParts): Promise<IntegrityReport> {
  const faults: IntegrityFault[] = (await state.faults()).map((what) => ({
    where: 'state',
    what,
    remedy: 'Stop Parley and put a backup of state.sqlite in its place.',
  }));
  const collections = await collectionFolders(dataFolder);
  let generations = 0;
  for (const [name, folder] of collections) {
    const checked = await checkCollection(name, folder);
    generations += checked.generations;
    faults.push(...checked.faults);
  }
  return { collections: collections.size, generations, faults };
}
