import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { CollectionName } from '#src/collections.js';
import { openGenerationStore } from '#src/indexing/generation-store.js';
import type { NumberedEntry } from '#src/state/seams/audit.js';
import type { StateStore } from '#src/state/state-store.js';
import type { Generation } from '#src/types.js';
import { type ExpectedCollection, expectedCollections, noCollection, type Titles } from './expected-collections.js';
import { collectionNames } from './installation.js';

function titlesOf({ documents }: Generation): Titles {
  return new Map(documents.map(({ id, metadata }) => [id, metadata.title]));
}

/** A difference in words; none when both are equal, in whatever order. */
function differences(what: string, found: ReadonlyMap<string, unknown>, expected: ReadonlyMap<string, unknown>) {
  const [one, other] = [found, expected].map((map) => Object.fromEntries(map));
  return isDeepStrictEqual(one, other) ? [] : [`${what}: ${JSON.stringify(one)} instead of ${JSON.stringify(other)}`];
}

/** Holds the generations on the disk against those that were ever live. */
async function generationFaults(name: CollectionName, folder: string, expected: ExpectedCollection) {
  const faults: string[] = [];
  const store = openGenerationStore({ folder, onWarning: (line) => faults.push(`${name} warns: ${line}`) });
  const records = await store.history();
  faults.push(...records.flatMap(({ id, fault }) => (fault === null ? [] : [`${name}: ${id} is not sound: ${fault}`])));
  const live = records.filter((record) => record.live).map(({ id }) => id);
  const pointer = await store.live();
  if (pointer !== expected.live) faults.push(`${name}: ${pointer} is live instead of ${expected.live}`);
  if (!isDeepStrictEqual(live, expected.live === null ? [] : [expected.live])) {
    faults.push(`${name}: of its generations [${live.join(', ')}] are live`);
  }
  for (const { id } of records) {
    const titles = expected.generations.get(id);
    if (titles === undefined) faults.push(`${name}: ${id} is there and was never live`);
    else faults.push(...differences(`${name}: ${id}`, titlesOf(await store.load(id)), titles));
  }
  const loaded = await store.loadLive();
  if ((loaded?.id ?? null) !== expected.live) faults.push(`${name}: ${loaded?.id} loads instead of ${expected.live}`);
  faults.push(...differences(`${name}, live`, loaded === null ? new Map() : titlesOf(loaded), expected.documents));
  return faults;
}

async function stagedFaults(name: CollectionName, { staging }: StateStore, expected: ExpectedCollection) {
  const changes = await staging.changes(name);
  const titles = changes.map(
    (change) => [change.document, change.kind === 'put' ? change.metadata.title : null] as const,
  );
  const faults = differences(`staged in ${name}`, new Map(titles), expected.staged);
  for (const { kind, document, version } of changes) {
    const text = await staging.text(name, document, version);
    if ((text === null) !== (kind === 'remove'))
      faults.push(`${name}: the staged text of ${document} is not as it was`);
  }
  return faults;
}

/** What is not as the audit log (oldest entry first) says: what is live, what was, what is staged, what has begun. */
export async function checkCollections(
  dataFolder: string,
  state: StateStore,
  entries: readonly NumberedEntry[],
): Promise<readonly string[]> {
  const expected = expectedCollections(entries);
  const folders = path.join(dataFolder, 'collections');
  const begun = (await state.staging.begun()).map(({ collection }) => `${collection} is still being published`);
  const known = new Set<string>(collectionNames);
  const strange = (await readdir(folders).catch(() => [])).filter((name) => !known.has(name));
  const faults = [...begun, ...strange.map((name) => `there is a collection ${name}`)];
  for (const name of collectionNames) {
    const one = expected.get(name) ?? noCollection;
    faults.push(...(await generationFaults(name, path.join(folders, name), one)));
    faults.push(...(await stagedFaults(name, state, one)));
  }
  return faults;
}
