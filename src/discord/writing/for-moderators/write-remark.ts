import { type APIActionRowComponent, type APIButtonComponent, ButtonStyle, ComponentType } from 'discord.js';
import type { Remark } from '../../../state/seams/feedback.js';
import { customIdOf } from '../../custom-id.js';
import { english } from '../../wording/english.js';
import { composeMessages } from '../compose-messages.js';
import { excerpt } from '../excerpt.js';
import type { OutgoingMessage } from '../outgoing-message.js';
import type { Block } from '../pack-blocks.js';
import { shownDate } from '../shown-date.js';

/** What an accepted item left behind, as moderators see it. */
export interface RemarkView {
  readonly remark: Remark;
  /** Whether the documents have the passage now. */
  readonly isLive: boolean;
  /** How many there are, this one included. */
  readonly count: number;
  /** What came of the one before; `null` for nothing. */
  readonly notice: string | null;
}

const gone = '⚠️ The documents do not have this passage now. Should they have it again, this holds again.';

const longestNotice = 400;
const longestName = 60;
/** Of a note, a question and a quote. */
const longestWords = 300;

function shownWords(text: string, longest = longestWords): string {
  return excerpt(text, { longest }).markdown;
}

function buttons(moment: number, count: number): readonly APIActionRowComponent<APIButtonComponent>[] {
  const [type, withdraw, next] = [ComponentType.Button, ButtonStyle.Danger, ButtonStyle.Secondary] as const;
  return [
    {
      type: ComponentType.ActionRow,
      components: [
        { type, style: withdraw, label: 'Withdraw', custom_id: customIdOf({ action: 'note-withdraw', moment }) },
        ...(count > 1
          ? [{ type, style: next, label: 'Next', custom_id: customIdOf({ action: 'note-next', moment }) } as const]
          : []),
      ],
    },
  ];
}

/** A note with its golden question, in one message, and the button that takes both back. */
export function writeRemark({ remark, isLive, count, notice }: RemarkView): OutgoingMessage {
  const { at, document, quote, note, question } = remark;
  const body: readonly Block[] = [
    ...(note === null ? [] : [{ text: `📝 Under what cites the passage: ${shownWords(note)}` }]),
    ...(question === null ? [] : [{ text: `🔁 Asked again at each publish: “${shownWords(question)}”` }]),
    { text: `> “${shownWords(quote)}”\n> from ${shownWords(document, longestName)}` },
    ...(isLive ? [] : [{ text: gone }]),
  ];
  const [message, ...more] = composeMessages(
    {
      opening: notice === null ? [] : [`ℹ️ ${shownWords(notice, longestNotice)}`],
      title: `Accepted on ${shownDate(new Date(at).toISOString().slice(0, 10), english)}`,
      body,
      sections: [],
      closing: count === 1 ? 'This is the only one.' : `There are ${count} of these.`,
      tone: 'neutral',
      components: buttons(at, count),
    },
    'embed',
    english,
  );
  if (message === undefined || more.length > 0) throw new Error('A note is one message.');
  return message;
}
