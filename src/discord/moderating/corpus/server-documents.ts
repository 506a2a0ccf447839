import { type CollectionName, collectionOfGuild, sharedCollection } from '../../../collections.js';
import type { StagedChange } from '../../../state/seams/staging.js';
import type { DocumentMetadata, Generation, IndexedDocument, SourceFile } from '../../../types.js';
import type { BotParts } from '../../bot-parts.js';

/** A document as moderators see it: what is live, and what is staged over it. */
export interface ServerDocument {
  readonly id: string;
  /** `shared` documents are files of the folder `corpus/`, and nothing is ever staged for them here. */
  readonly collection: CollectionName;
  /** As it will be once it is published; of one that leaves, as it was. */
  readonly metadata: DocumentMetadata;
  readonly source: SourceFile;
  /** UTF-16 units of its text. */
  readonly length: number;
  /** `live` as it is, or what the next re-index makes of it: `new`, `changed`, `leaving`. */
  readonly standing: 'live' | 'new' | 'changed' | 'leaving';
  /** `null` where nothing is staged. */
  readonly change: StagedChange | null;
  /** `null` for what was never live. */
  readonly indexed: { readonly generation: Generation; readonly document: IndexedDocument } | null;
}

type DocumentParts = Pick<BotParts, 'collections' | 'state'>;

function indexedDocument(
  collection: CollectionName,
  generation: Generation,
  document: IndexedDocument,
): ServerDocument {
  const { id, metadata, source, length } = document;
  const indexed = { generation, document };
  return { id, collection, metadata, source, length, standing: 'live', change: null, indexed };
}

function overlaid(live: ServerDocument | undefined, change: StagedChange, collection: CollectionName) {
  if (change.kind === 'put') {
    const { document: id, metadata, source, length } = change;
    const standing = live === undefined ? 'new' : 'changed';
    return { id, collection, metadata, source, length, standing, change, indexed: live?.indexed ?? null } as const;
  }
  // What another process has taken away meanwhile leaves nothing to be shown.
  return live === undefined ? undefined : ({ ...live, standing: 'leaving', change } as const);
}

/** The documents of a server's own: those that are live, in their order, and then the new ones, each as it is staged. */
export async function documentsOfServer(guild: string, parts: DocumentParts): Promise<readonly ServerDocument[]> {
  const collection = collectionOfGuild(guild);
  // In this order: what is published in between is then in both, and in the other it would be in neither.
  const changes = await parts.state.staging.changes(collection);
  const generation = await parts.collections.live(collection);
  const documents = new Map<string, ServerDocument>();
  for (const document of generation?.documents ?? []) {
    if (generation !== null) documents.set(document.id, indexedDocument(collection, generation, document));
  }
  for (const change of changes) {
    const document = overlaid(documents.get(change.document), change, collection);
    if (document !== undefined) documents.set(change.document, document);
  }
  return [...documents.values()];
}

/** The documents that every server sees. */
export async function sharedDocuments({ collections }: DocumentParts): Promise<readonly ServerDocument[]> {
  const generation = await collections.live(sharedCollection);
  if (generation === null) return [];
  return generation.documents.map((document) => indexedDocument(sharedCollection, generation, document));
}
