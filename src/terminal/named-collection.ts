import { type CollectionName, isCollectionName, sharedCollection } from '../collections.js';
import { UsageError } from '../errors.js';

/** The collection that somebody names on the command line. @throws UsageError when there can be none of that name */
export function namedCollection(name: string = sharedCollection): CollectionName {
  if (isCollectionName(name)) return name;
  throw new UsageError(
    `There is no collection “${name}”.`,
    `Give “${sharedCollection}”, or guild-ID with the id of a Discord server.`,
  );
}
