import type { CollectionsInput } from '#src/collections/open-collections.js';
import { temporaryFolder } from '../indexing/temporary-folder.js';
import { createMemoryStagingStore } from '../support/memory-staging-store.js';
import { type Installation, openInstallation } from './made-up-installation.js';

/** A fresh installation that goes when the test is done, with a shared generation that is live. */
export async function createInstallation(changes: Partial<CollectionsInput> = {}): Promise<Installation> {
  const installation = await openInstallation(await temporaryFolder(), createMemoryStagingStore(), changes);
  await installation.publish('shared');
  // The first publication is the ground that tests stand on, and no part of what they look at.
  installation.staging.contents.entries = [];
  installation.notes.orders.length = 0;
  installation.notes.embedded.length = 0;
  return installation;
}
