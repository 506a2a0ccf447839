import { english } from '../../wording/english.js';
import { composeMessages } from '../compose-messages.js';
import { counted } from '../counted.js';
import type { OutgoingMessage } from '../outgoing-message.js';
import type { Block } from '../pack-blocks.js';
import { visibleText } from '../visible-text.js';
import { moderatorMark } from './moderator-mark.js';
import { readOnlyNote } from './read-only-note.js';
import { collectionNames, type ShownChange } from './reindex-change-blocks.js';
import { shownMoment } from './shown-moment.js';

export interface ShownGeneration {
  readonly id: string;
  readonly isLive: boolean;
  /** ISO 8601, UTC; `null` when it cannot be read. */
  readonly createdAt: string | null;
  readonly documents: number | null;
  readonly chunks: number | null;
  readonly isSound: boolean;
  /** The moderator of this server who published it; `null` when it was nobody of theirs. */
  readonly by: string | null;
}

export interface ShownHistory {
  readonly whose: ShownChange['whose'];
  /** Newest first. */
  readonly generations: readonly ShownGeneration[];
}

const mostShown = 20;

function lineOf({ id, isLive, createdAt, documents, chunks, isSound, by }: ShownGeneration): Block {
  const name = visibleText(id);
  const facts = [
    shownMoment(createdAt),
    documents === null ? null : counted(documents, 'document'),
    chunks === null ? null : counted(chunks, 'chunk'),
    by === null ? null : `by ${moderatorMark(by)}`,
    isSound ? null : '⚠️ damaged',
  ];
  const said = facts.filter((fact) => fact !== null).join(' · ');
  return { text: `${isLive ? `**${name} (live)**` : name}${said === '' ? '' : ` · ${said}`}`, isTight: true };
}

function blocksOf({ whose, generations }: ShownHistory): readonly Block[] {
  const rest = generations.length - mostShown;
  return [
    { text: `**${collectionNames[whose]}**` },
    ...(generations.length === 0 ? [{ text: 'Nothing was published yet.', isTight: true }] : []),
    ...generations.slice(0, mostShown).map(lineOf),
    ...(rest > 0 ? [{ text: `and ${rest} older`, isTight: true }] : []),
  ];
}

/** The generations of a server's collection, and in home servers those of the shared one. */
export function writeHistory(histories: readonly ShownHistory[], isHome: boolean): readonly OutgoingMessage[] {
  return composeMessages(
    {
      opening: [],
      title: 'Generations',
      body: histories.flatMap(blocksOf),
      sections: [],
      closing: isHome ? null : readOnlyNote,
      tone: 'neutral',
      components: [],
    },
    'embed',
    english,
  );
}
