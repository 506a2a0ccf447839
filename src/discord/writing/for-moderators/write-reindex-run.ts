import type { ScreenedDocument } from '../../../preview-change.js';
import type { OutgoingMessage } from '../outgoing-message.js';
import { fitOneMessage } from './fit-one-message.js';
import { readOnlyNote } from './read-only-note.js';
import { publishButtons } from './reindex-buttons.js';
import { type ChangeRoom, changeBlocks, type ShownChange } from './reindex-change-blocks.js';
import { hasSerious, type ScreeningRoom, screeningBlocks } from './screening-blocks.js';

/** What waits for its confirmation. */
export interface ReindexQuestion {
  readonly changes: readonly ShownChange[];
  /** Why collections are not among the changes, a line each. */
  readonly leftOut?: readonly string[];
  /** What the new documents say themselves. */
  readonly screened: readonly ScreenedDocument[];
  readonly fingerprint: string;
  readonly isHome: boolean;
}

const rooms: readonly (ChangeRoom & ScreeningRoom)[] = [
  { titles: 8, title: 80, findings: 5, quote: 200 },
  { titles: 5, title: 60, findings: 3, quote: 120 },
  { titles: 2, title: 40, findings: 2, quote: 60 },
  { titles: 1, title: 30, findings: 1, quote: 30 },
];

/** What only a preview tells: of documents that only go, there is nothing to compare. */
function previewHint(hasTexts: boolean): string {
  return hasTexts
    ? '/reindex preview also compares them with what other documents say, and says which answers would change.'
    : '/reindex preview also says which answers would change.';
}

/** What a re-index would change, what is suspicious in it, and the buttons that decide. */
export function writeReindexRun({ changes, leftOut, screened, fingerprint, isHome }: ReindexQuestion): OutgoingMessage {
  const hasTexts = changes.some(({ added, changed }) => added.length + changed.length > 0);
  return fitOneMessage(
    (room) => ({
      opening: [],
      title: 'Publish this?',
      body: [
        ...changeBlocks(changes, room, leftOut),
        ...(hasTexts ? screeningBlocks(screened, room, false) : []),
        { text: 'Members get their answers from the documents as they are until you publish.' },
      ],
      sections: [],
      closing: [previewHint(hasTexts), ...(isHome ? [] : [readOnlyNote])].join(' '),
      tone: hasSerious(screened) ? 'no-answer' : 'neutral',
      components: publishButtons(fingerprint),
    }),
    rooms,
  );
}
