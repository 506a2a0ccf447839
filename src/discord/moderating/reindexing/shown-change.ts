import type { CollectionPlan } from '../../../collections.js';
import type { Generation } from '../../../types.js';
import type { BotParts } from '../../bot-parts.js';
import type { ShownChange } from '../../writing/for-moderators/reindex-change-blocks.js';
import { whoseIs } from './which-collection.js';

type Document = Generation['documents'][number];

const titles = (documents: Iterable<Document>): readonly string[] =>
  [...documents].map(({ metadata }) => metadata.title);

const titlesIn = (documents: Generation['documents']): ReadonlyMap<string, string> =>
  new Map(documents.map(({ id, metadata }) => [id, metadata.title]));

/** What a plan would do, by the titles of the documents. */
export async function changeOfPlan(
  { collection, live, change, documents }: CollectionPlan,
  { collections }: Pick<BotParts, 'collections'>,
): Promise<ShownChange> {
  const planned = new Map(documents.map(({ id, title }) => [id, title]));
  const { added, changed, removed, unchanged } = change.documents;
  const before = removed.length === 0 ? null : await collections.live(collection);
  const known = titlesIn(before?.documents ?? []);
  return {
    whose: whoseIs(collection),
    live,
    added: added.map((id) => planned.get(id) ?? id),
    changed: changed.map((id) => planned.get(id) ?? id),
    removed: removed.map((id) => known.get(id) ?? id),
    unchanged,
    chunks: change.chunks,
    skipped: change.skipped,
    otherModel: change.otherModel,
  };
}

/** In its text or in what is said of it. */
function isDifferent(one: Document, other: Document | undefined): boolean {
  if (one.source.sha256 !== other?.source.sha256) return true;
  return JSON.stringify(one.metadata) !== JSON.stringify(other.metadata);
}

/** What making another generation live would change, by the titles of the documents. */
export function changeBetween(live: Generation | null, then: Generation, whose: ShownChange['whose']): ShownChange {
  const before = new Map(live?.documents.map((document) => [document.id, document]));
  const after = new Map(then.documents.map((document) => [document.id, document]));
  const kept = then.documents.filter(({ id }) => before.has(id));
  const changed = kept.filter((document) => isDifferent(document, before.get(document.id)));
  return {
    whose,
    live: live?.id ?? null,
    added: titles(then.documents.filter(({ id }) => !before.has(id))),
    changed: titles(changed),
    removed: titles((live?.documents ?? []).filter(({ id }) => !after.has(id))),
    unchanged: kept.length - changed.length,
    chunks: null,
    skipped: [],
    otherModel: null,
  };
}
