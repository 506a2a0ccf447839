import { type CollectionName, collectionOfGuild, sharedCollection } from '../../../collections.js';
import type { ShownChange } from '../../writing/for-moderators/reindex-change-blocks.js';

type Whose = ShownChange['whose'];

export function whoseIs(collection: CollectionName): Whose {
  return collection === sharedCollection ? 'shared' : 'own';
}

/** Never another server's: `own` is always that of the server where somebody acts. */
export function collectionNamed(whose: Whose, guild: string): CollectionName {
  return whose === 'shared' ? sharedCollection : collectionOfGuild(guild);
}
