import { excerpt } from '../excerpt.js';
import type { Block } from '../pack-blocks.js';

/** What a collection would be after a change, as it is shown. */
export interface ShownChange {
  /** The server's own collection, or the shared one. */
  readonly whose: 'own' | 'shared';
  /** The generation that is live; `null` before the first. */
  readonly live: string | null;
  /** Titles. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
  /** `null` where nobody counted. */
  readonly chunks: { readonly total: number; readonly added: number; readonly removed: number } | null;
  /** Files that could not be read, a line each with the remedy. */
  readonly skipped: readonly string[];
  /** The model of the live generation when that is another one. */
  readonly otherModel: string | null;
}

/** How much of a change is shown. */
export interface ChangeRoom {
  /** Most titles of each kind, and files that could not be read. */
  readonly titles: number;
  /** Most characters of each. */
  readonly title: number;
}

export const collectionNames: Readonly<Record<ShownChange['whose'], string>> = {
  own: 'Documents of this server',
  shared: 'Shared documents',
};

const grouped = new Intl.NumberFormat('en');

function more(count: number): string {
  return `and ${grouped.format(count)} more`;
}

function titleLines(label: string, titles: readonly string[], room: ChangeRoom): readonly string[] {
  if (titles.length === 0) return [];
  const shown = titles
    .slice(0, room.titles)
    .map((title) => `“${excerpt(title, { longest: room.title }).markdown || 'Untitled'}”`);
  const rest = titles.length - shown.length;
  return [`${label} (${grouped.format(titles.length)}): ${shown.join(', ')}${rest === 0 ? '' : ` ${more(rest)}`}`];
}

function skippedLines(skipped: readonly string[], room: ChangeRoom): readonly string[] {
  const shown = skipped
    .slice(0, room.titles)
    .map((line) => `⚠️ Left out: ${excerpt(line, { longest: room.title * 2 }).markdown}`);
  const rest = skipped.length - shown.length;
  return rest === 0 ? shown : [...shown, `⚠️ ${more(rest)} that could not be read`];
}

function linesOf(change: ShownChange, room: ChangeRoom): readonly string[] {
  const { added, changed, removed, unchanged, chunks, skipped, otherModel, live } = change;
  const isNone = added.length + changed.length + removed.length === 0;
  return [
    ...titleLines('Added', added, room),
    ...titleLines('Changed', changed, room),
    ...titleLines('Removed', removed, room),
    ...(isNone ? ['No document is added, changed or removed.'] : []),
    ...(unchanged === 0 ? [] : [`Unchanged: ${grouped.format(unchanged)}`]),
    ...(chunks === null
      ? []
      : [
          `Chunks: ${grouped.format(chunks.added)} added, ${grouped.format(chunks.removed)} removed, ${grouped.format(chunks.total)} in all`,
        ]),
    ...(live === null ? ['There is no generation yet: this makes the first one.'] : []),
    ...(otherModel === null
      ? []
      : [
          `Everything is embedded anew, as another model made the live generation, ${excerpt(otherModel, { longest: 60 }).markdown}`,
        ]),
    ...skippedLines(skipped, room),
  ];
}

/**
 * What a change does to each collection: a heading, and lines under it.
 *
 * @param leftOut Why collections are not among them, a line each.
 */
export function changeBlocks(
  changes: readonly ShownChange[],
  room: ChangeRoom,
  leftOut: readonly string[] = [],
): readonly Block[] {
  const blocks = changes.flatMap((change) => [
    { text: `**${collectionNames[change.whose]}**` },
    ...linesOf(change, room).map((text) => ({ text, isTight: true })),
  ]);
  return [...blocks, ...leftOut.map((line) => ({ text: `⚠️ Left out: ${excerpt(line, { longest: 300 }).markdown}` }))];
}
