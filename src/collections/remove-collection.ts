import { rm } from 'node:fs/promises';
import { sharedCollection } from '../collections.js';
import type { CollectionParts } from './collection-parts.js';
import type { CollectionPlace } from './collection-place.js';

/** What `Collections.remove` does. The lock goes with the folder that it is in. */
export async function removeCollection({ act, visible }: CollectionParts, place: CollectionPlace): Promise<void> {
  if (place.name === sharedCollection) throw new RangeError('The shared collection is not removed.');
  await act(place, 'the documents of a server that was left are being removed', () =>
    rm(place.folder, { recursive: true, force: true }),
  );
  await visible.refresh();
}
