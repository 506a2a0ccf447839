import type { AnswerComparison, ScreenedDocument } from '../../../preview-change.js';
import { english } from '../../wording/english.js';
import { composeMessages } from '../compose-messages.js';
import type { OutgoingMessage } from '../outgoing-message.js';
import { answerChangeBlocks } from './answer-change-blocks.js';
import { readOnlyNote } from './read-only-note.js';
import { changeBlocks, type ShownChange } from './reindex-change-blocks.js';
import { hasSerious, screeningBlocks } from './screening-blocks.js';

/** What a change would do, found out by building it. */
export interface ShownPreview {
  readonly changes: readonly ShownChange[];
  /** Why collections are not among the changes, a line each. */
  readonly leftOut?: readonly string[];
  readonly screened: readonly ScreenedDocument[];
  readonly comparison: AnswerComparison;
  readonly cost: PreviewCost;
  readonly isHome: boolean;
}

export interface PreviewCost {
  /** Texts that the encoder read for the preview; publishing finds them in the cache. */
  readonly embedded: number;
  /** Milliseconds that building took. */
  readonly elapsedMs: number;
  /** Whether the model runs here, where nobody charges for it. */
  readonly isLocal: boolean;
}

const room = { titles: 10, title: 80, findings: 8, quote: 200, answers: 12 };

const fewTexts = 10;

const grouped = new Intl.NumberFormat('en');

function costLine({ embedded, elapsedMs, isLocal }: PreviewCost): string {
  const seconds = elapsedMs / 1000;
  const texts = `${grouped.format(embedded)} ${embedded === 1 ? 'text' : 'texts'} embedded`;
  // Of a few, the start is most of the time, and would make a speed that is none.
  const speed =
    embedded < fewTexts || seconds === 0 ? '' : `, ${grouped.format(Math.round(embedded / seconds))} a second`;
  const price = isLocal
    ? 'Cost: 0, the model runs here.'
    : 'What the embedding provider charges for these texts is on its price list; publishing takes them from the cache.';
  return `**Time and cost:** building took ${seconds.toFixed(1)} s (${texts}${speed}); publishing takes no longer. ${price}`;
}

/** A preview: what changes, what is suspicious in it, which answers would be others, and what it takes. */
export function writePreview({
  changes,
  leftOut,
  screened,
  comparison,
  cost,
  isHome,
}: ShownPreview): readonly OutgoingMessage[] {
  return composeMessages(
    {
      opening: [],
      title: 'Preview: nothing is live yet',
      body: [
        ...changeBlocks(changes, room, leftOut),
        ...screeningBlocks(screened, room, true),
        ...answerChangeBlocks(comparison, room),
        { text: costLine(cost) },
      ],
      sections: [],
      closing: ['/reindex run publishes this.', ...(isHome ? [] : [readOnlyNote])].join(' '),
      tone: hasSerious(screened) ? 'no-answer' : 'neutral',
      components: [],
    },
    'embed',
    english,
  );
}
