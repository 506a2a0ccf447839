import { type CollectionName, collectionOfGuild, sharedCollection } from '#src/collections.js';
import type { NumberedEntry } from '#src/state/seams/audit.js';

/** Titles of documents by id; a title says the round in which the document was given. */
export type Titles = ReadonlyMap<string, string>;

/** What a collection must be, when everything in the audit log is true and nothing else happened. */
export interface ExpectedCollection {
  readonly live: string | null;
  readonly documents: Titles;
  /** What waits for the next publication; `null` for a removal. */
  readonly staged: ReadonlyMap<string, string | null>;
  /** Every generation that was ever live, with its documents. */
  readonly generations: ReadonlyMap<string, Titles>;
}

/** Before the first act. */
export const noCollection: ExpectedCollection = {
  live: null,
  documents: new Map(),
  staged: new Map(),
  generations: new Map(),
};

function overlaid(documents: Titles, staged: ExpectedCollection['staged']): Titles {
  const both = new Map<string, string | null>([...documents, ...staged]);
  return new Map([...both].flatMap(([id, title]) => (title === null ? [] : [[id, title] as const])));
}

function swapped(before: ExpectedCollection, generation: string, documents: Titles, staged = before.staged) {
  const generations = new Map(before.generations).set(generation, documents);
  return { live: generation, documents, staged, generations };
}

function after(before: ExpectedCollection, { act, subject, after: made }: NumberedEntry): ExpectedCollection {
  const id = subject ?? '';
  switch (act) {
    case 'corpus add':
    case 'corpus replace':
      return { ...before, staged: new Map(before.staged).set(id, made ?? '') };
    case 'corpus remove':
      return { ...before, staged: new Map(before.staged).set(id, null) };
    case 'corpus discard':
      return { ...before, staged: new Map([...before.staged].filter(([document]) => document !== id)) };
    case 'reindex run': {
      const isShared = id.startsWith(`${sharedCollection} `);
      const documents = isShared ? new Map([['lighthouse', id]]) : overlaid(before.documents, before.staged);
      return swapped(before, made ?? '', documents, new Map());
    }
    case 'reindex rollback':
      return swapped(before, made ?? '', before.generations.get(made ?? '') ?? new Map());
    default:
      return before;
  }
}

function collectionOf({ guild, act, subject }: NumberedEntry): CollectionName {
  return act.startsWith('reindex') && subject?.startsWith(sharedCollection) === true
    ? sharedCollection
    : collectionOfGuild(guild);
}

/** What all collections must be by the audit log, oldest entry first. */
export function expectedCollections(
  entries: readonly NumberedEntry[],
): ReadonlyMap<CollectionName, ExpectedCollection> {
  const expected = new Map<CollectionName, ExpectedCollection>();
  for (const entry of entries) {
    const name = collectionOf(entry);
    expected.set(name, after(expected.get(name) ?? noCollection, entry));
  }
  return expected;
}
