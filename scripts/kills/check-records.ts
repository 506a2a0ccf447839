import { collectionOfGuild, sharedCollection } from '#src/collections.js';
import type { StateStore } from '#src/state/state-store.js';
import { guilds, type OpenInstallation } from './installation.js';
import { documentOf, stands } from './shown-quotes.js';

async function cited({ records }: Pick<StateStore, 'records'>, guild: string, documents: readonly string[]) {
  const placed = await records.citing({ guild, documents, since: 0, limit: 1_000_000 });
  return placed.map(({ record }) => record);
}

/**
 * Records that are gone, and records that quote what no longer stands although nobody is going to correct them: after a swap
 * either their document waits for correction, or they were corrected.
 *
 * @param everDocuments Ids of all documents that there ever were
 */
export async function checkRecords(
  { state, collections }: OpenInstallation,
  shown: readonly string[],
  everDocuments: readonly string[],
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const id of shown) if ((await state.records.find(id)) === null) faults.push(`the record ${id} is gone`);
  const waiting = new Map((await state.staging.correcting()).map((one) => [one.collection, one]));
  for (const [collection, { generation }] of waiting) {
    const live = (await collections.live(collection as 'shared'))?.id;
    if (live !== generation) faults.push(`${collection} is to be corrected to ${generation}, and ${live} is live`);
  }
  for (const guild of guilds) {
    for (const record of await cited(state, guild, everDocuments)) {
      const document = documentOf(record);
      const name = document.startsWith('server:') ? collectionOfGuild(guild) : sharedCollection;
      const isWaiting = waiting.get(name)?.documents.includes(document) === true;
      if (!isWaiting && !stands(record, await collections.live(name))) {
        faults.push(`${record.id} shows ${document} of ${name} as it is no more, and is not to be corrected`);
      }
    }
  }
  return faults;
}
