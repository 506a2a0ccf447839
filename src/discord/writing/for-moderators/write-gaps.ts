import type { DeclineReason } from '../../../types.js';
import { english } from '../../wording/english.js';
import { composeMessages } from '../compose-messages.js';
import { counted } from '../counted.js';
import { excerpt } from '../excerpt.js';
import type { OutgoingMessage } from '../outgoing-message.js';
import type { Block } from '../pack-blocks.js';
import type { Gap } from './gap.js';
import { gapsCsv } from './gaps-csv.js';

export interface GapsOptions {
  /** How far back was looked. */
  readonly days: number;
  /** True when only the latest questions were read. */
  readonly isCut: boolean;
  /** Whether all of it is attached as `gaps.csv`. */
  readonly hasCsv: boolean;
}

const mostShown = 12;
const longestQuestion = 200;
const longestTitle = 60;
const longestQuote = 150;

const reasons: Readonly<Record<DeclineReason, string>> = {
  'no-evidence': 'nothing says it',
  unsupported: 'nothing supports an answer',
  'after-document-date': 'later than the documents',
  'off-topic': 'off topic',
  busy: 'too busy',
};

const grouped = new Intl.NumberFormat('en');

function gapBlock({ typical: { text, reason, nearest }, questions }: Gap): Block {
  const question = excerpt(text, { longest: longestQuestion }).markdown;
  const lines = [`**${grouped.format(questions.length)}×** “${question}” (${reasons[reason]})`];
  if (nearest !== null) {
    const title = excerpt(nearest.title, { longest: longestTitle }).markdown;
    const quote = excerpt(nearest.quote, { longest: longestQuote }).markdown;
    lines.push(`> nearest, not an answer: “${title}”, ¶ ${nearest.paragraph}: “${quote}”`);
  }
  return { text: lines.join('\n') };
}

/** What members asked and the documents do not answer, the most frequent first; with all of it as a file when wanted. */
export function writeGaps(
  gaps: readonly Gap[],
  { days, isCut, hasCsv }: GapsOptions,
): readonly [OutgoingMessage, ...OutgoingMessage[]] {
  const total = gaps.reduce((sum, { questions }) => sum + questions.length, 0);
  const more = gaps.length - mostShown;
  const time = days === 1 ? 'in the last day' : `in the last ${days} days`;
  const [first, ...others] = composeMessages(
    {
      opening: [],
      title:
        total === 0 ? `Everything ${time} was answered` : `${counted(total, 'question')} without an answer ${time}`,
      body: [
        ...(total === 0
          ? [{ text: `Nobody asked anything in the open here ${time} that the documents do not answer.` }]
          : gaps.slice(0, mostShown).map(gapBlock)),
        ...(more > 0 ? [{ text: `and ${grouped.format(more)} more that were asked less often` }] : []),
      ],
      sections: [],
      closing: isCut ? 'More was asked than is read: only the latest questions count.' : null,
      tone: 'neutral',
      components: [],
    },
    'embed',
    english,
  );
  if (first === undefined) throw new Error('The list of gaps needs a message.');
  const files = hasCsv && total > 0 ? { files: [{ name: 'gaps.csv', attachment: gapsCsv(gaps) }] } : {};
  return [{ ...first, ...files }, ...others];
}
