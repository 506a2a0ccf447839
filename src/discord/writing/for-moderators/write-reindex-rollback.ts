import type { AnswerComparison } from '../../../preview-change.js';
import type { OutgoingMessage } from '../outgoing-message.js';
import { visibleText } from '../visible-text.js';
import { type AnswerRoom, answerChangeBlocks } from './answer-change-blocks.js';
import { fitOneMessage } from './fit-one-message.js';
import { readOnlyNote } from './read-only-note.js';
import { rollbackButtons } from './reindex-buttons.js';
import { type ChangeRoom, changeBlocks, type ShownChange } from './reindex-change-blocks.js';

/** A rollback that waits for its confirmation. */
export interface RollbackQuestion {
  /** Makes `generation` live in the place of `live`. */
  readonly generation: string;
  readonly live: string;
  readonly change: ShownChange;
  readonly comparison: AnswerComparison;
  /** Changes that are staged and stay so. */
  readonly staged: number;
  readonly isHome: boolean;
}

const rooms: readonly (ChangeRoom & AnswerRoom)[] = [
  { titles: 8, title: 80, answers: 8, quote: 200 },
  { titles: 5, title: 60, answers: 4, quote: 120 },
  { titles: 2, title: 40, answers: 2, quote: 60 },
  { titles: 1, title: 30, answers: 1, quote: 30 },
];

function stagedLine(staged: number): string {
  return `${staged} staged ${staged === 1 ? 'change stays' : 'changes stay'} staged.`;
}

/** What making another generation live would change, and the buttons that decide. */
export function writeReindexRollback(question: RollbackQuestion): OutgoingMessage {
  const { generation, live, change, comparison, staged, isHome } = question;
  const isBack = generation < live;
  return fitOneMessage(
    (room) => ({
      opening: [],
      title: isBack ? 'Roll back?' : 'Go forward to a newer generation?',
      body: [
        { text: `Generation ${visibleText(generation)} would be live in the place of ${visibleText(live)}.` },
        ...changeBlocks([change], room),
        ...answerChangeBlocks(comparison, room),
        ...(staged === 0 ? [] : [{ text: stagedLine(staged) }]),
      ],
      sections: [],
      closing: isHome ? null : readOnlyNote,
      tone: 'neutral',
      components: rollbackButtons({ collection: change.whose, generation, live }),
    }),
    rooms,
  );
}
