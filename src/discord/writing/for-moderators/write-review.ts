import type { ReviewItem } from '../../../state/seams/feedback.js';
import type { ShownRecord } from '../../../state/seams/records.js';
import type { Citation } from '../../../types.js';
import { english } from '../../wording/english.js';
import { claimBlocks } from '../claim-blocks.js';
import { composeMessages, type Draft } from '../compose-messages.js';
import { excerpt } from '../excerpt.js';
import type { ShowRoom } from '../fit-messages.js';
import type { OutgoingMessage } from '../outgoing-message.js';
import type { Block } from '../pack-blocks.js';
import { citedBlock, quoteBlock } from '../quote-block.js';
import { shownDate } from '../shown-date.js';
import { sourceLines } from '../source-lines.js';
import { reviewButtons } from './review-buttons.js';

/** An item of the review, as moderators see it. Who asked is no part of it. */
export interface ReviewView {
  readonly item: ReviewItem;
  /** What the item is about; `null` when it is no longer kept. */
  readonly record: Pick<ShownRecord, 'result'> | null;
  readonly votes: { readonly up: number; readonly down: number };
  /** Items that are open, this one included. */
  readonly count: number;
  /** What came of the item before; `null` for nothing. */
  readonly notice: string | null;
}

interface ReviewRoom extends ShowRoom {
  /** Most sentences, points or claims. */
  readonly entries: number;
}

/** From roomy to what fits whatever it holds: the item has to be one message, for the next one takes its place. */
const rooms: readonly ReviewRoom[] = [
  { quote: 700, echo: 1000, hasLinks: true, entries: 12 },
  { quote: 400, echo: 600, hasLinks: false, entries: 12 },
  { quote: 150, echo: 300, hasLinks: false, entries: 12 },
  { quote: 90, echo: 300, hasLinks: false, entries: 6 },
  { quote: 90, echo: 300, hasLinks: false, entries: 3 },
  { quote: 90, echo: 300, hasLinks: false, entries: 1 },
];
const longestNotice = 400;

const gone =
  'What it is about is no longer kept. Accepting it is noted in the audit log, and nothing else comes of it.';

interface Entry {
  readonly blocks: readonly Block[];
  readonly citations: readonly Citation[];
}

/** What was shown, in pieces that can be left out: sentences, claims with their verdicts, or points. */
function entriesOf({ result }: Pick<ShownRecord, 'result'>, room: ReviewRoom): readonly Entry[] {
  if (result.kind === 'check') {
    return result.check.claims.map((claim) => ({
      blocks: claimBlocks(claim, null, room, english).blocks,
      citations: claim.citations,
    }));
  }
  const { citations } = result.kind === 'answer' ? result.answer : result.summary;
  const sentences = result.kind === 'answer' ? result.answer.sentences : result.summary.points;
  return sentences.map((sentence) => {
    const cited = citations.filter(({ n }) => sentence.citations.includes(n));
    // What a model wrote can be judged only beside the quotes that it stands on.
    const quotes =
      sentence.standing === 'quoted' ? [] : cited.map((citation) => citedBlock(citation, room.quote, english));
    return {
      blocks: [
        { text: quoteBlock(sentence, citations, room.quote, english).markdown },
        ...quotes.map(({ markdown }): Block => ({ text: markdown, isTight: true })),
      ],
      citations: cited,
    };
  });
}

function wordsOf({ kind, text }: ReviewItem, { up, down }: ReviewView['votes'], room: ReviewRoom): string {
  if (kind === 'vote') return `Marked as not helpful: 👎 ${down}, 👍 ${up}.`;
  const words = excerpt(text, { longest: room.echo }).markdown;
  return words === '' ? 'The member has deleted what they wrote.' : `**The member wrote:** “${words}”`;
}

function askedBlock({ result }: Pick<ShownRecord, 'result'>, room: ReviewRoom): Block {
  const longest = Math.min(room.echo, 300);
  const lines = [`**Asked:** “${excerpt(result.question, { longest }).markdown}”`];
  if (result.kind === 'answer' && result.answer.question !== result.question)
    lines.push(`-# Understood as: “${excerpt(result.answer.question, { longest }).markdown}”`);
  if (result.kind === 'answer' && result.answer.outcome === 'declined') lines.push('This was declined.');
  return { text: lines.join('\n') };
}

function draftOf({ item, record, votes, count, notice }: ReviewView, room: ReviewRoom): Draft {
  const all = record === null ? [] : entriesOf(record, room);
  const shown = all.slice(0, room.entries);
  const cited = new Map(shown.flatMap(({ citations }) => citations.map((citation) => [citation.n, citation] as const)));
  const more = all.length - shown.length;
  const date = shownDate(new Date(item.at).toISOString().slice(0, 10), english);
  return {
    opening: notice === null ? [] : [`ℹ️ ${excerpt(notice, { longest: longestNotice }).markdown}`],
    title: `Review: item ${item.number}, ${item.kind === 'dispute' ? 'disputed' : 'not helpful'} on ${date}`,
    body: [
      { text: wordsOf(item, votes, room) },
      ...(record === null ? [{ text: gone }] : [askedBlock(record, room)]),
      ...shown.flatMap(({ blocks }) => blocks),
      ...(more > 0 ? [{ text: `and ${more} more, not shown here` }] : []),
    ],
    sections:
      cited.size === 0
        ? []
        : [
            {
              heading: 'Sources',
              lines: sourceLines([...cited.values()], { ...room, layout: 'embed', words: english }),
            },
          ],
    closing: count === 1 ? 'This is the only open item.' : `${count} items are open.`,
    tone: 'neutral',
    components: reviewButtons(item.number, count),
  };
}

/** One open item of the review with what it is about, always one message, and the buttons that settle it. */
export function writeReview(view: ReviewView): OutgoingMessage {
  for (const room of rooms) {
    const [message, ...more] = composeMessages(draftOf(view, room), 'embed', english);
    if (message !== undefined && more.length === 0) return message;
  }
  throw new Error('An item of the review needs a message.');
}
