import type { Turn } from '../../conversing/turn.js';
import type { RecordStore, ShownRecord } from '../../state/seams/records.js';
import { standingPlace } from '../../still-stands.js';
import type { Answer, Generation } from '../../types.js';
import type { BotParts } from '../bot-parts.js';

/** Where and by whom something is asked. */
export interface Asking {
  readonly guild: string | null;
  readonly channel: string;
  /** A thread or a direct message is one conversation; a channel holds many at once. */
  readonly isConversation: boolean;
  readonly asker: string;
  readonly isPrivate: boolean;
  /** Messages whose turn is replied to, the likeliest first: the one that was answered, or the question it refers to. */
  readonly repliedTo: readonly string[];
}

/** More than a follow-up can lean on. */
const turnsKept = 3;
const minute = 60_000;
/** In a channel somebody's "and who else?" means what they asked just now. */
const channelMemory = 10 * minute;
const conversationMemory = 6 * 60 * minute;

function turnOf({ result }: ShownRecord): Turn | undefined {
  return result.kind === 'answer' ? { question: result.question, answer: result.answer } : undefined;
}

/** An answer without what the documents no longer say: what its question was about is left. */
function asItStands(answer: Answer, generations: readonly Generation[]): Answer {
  const citations = answer.citations.filter((citation) => standingPlace(citation, generations) !== null);
  const standing = new Set(citations.map(({ n }) => n));
  const sentences = answer.sentences.filter((sentence) => sentence.citations.every((n) => standing.has(n)));
  return { ...answer, citations, sentences };
}

/** Turns of records, given latest first, as turns that may be leaned on, oldest first. */
async function standingTurns(
  records: readonly ShownRecord[],
  guild: string | null,
  { generations }: Pick<BotParts['desk'], 'generations'>,
): Promise<readonly Turn[]> {
  const turns = records.flatMap((record) => turnOf(record) ?? []).toReversed();
  if (turns.every(({ answer }) => answer.citations.length === 0)) return turns;
  const visible = await generations(guild);
  return turns.map(({ question, answer }) => ({ question, answer: asItStands(answer, visible) }));
}

/**
 * What is replied to, if it may be leaned on. A shared copy answers a private message: what must not be leaned on is
 * passed over.
 */
async function firstOpen(
  { repliedTo, channel, isPrivate, asker }: Asking,
  records: Pick<RecordStore, 'findByMessage'>,
): Promise<ShownRecord | null> {
  for (const message of repliedTo) {
    const shown = await records.findByMessage(message);
    if (shown?.channel === channel && (!shown.isPrivate || (isPrivate && shown.asker === asker))) return shown;
  }
  return null;
}

/**
 * The turns that a question may lean on, oldest first. A reply leans on what it replies to and on what its asker asked
 * before that; otherwise a thread or direct message leans on its latest turns, and in a channel everybody on their own.
 * What somebody asked in private never shows in what others see. Of answers, only quotes that still stand in the documents
 * are there: a message that only its asker sees cannot be corrected.
 */
export async function turnsBefore(
  asking: Asking,
  {
    state: { records },
    desk,
  }: {
    readonly state: { readonly records: Pick<RecordStore, 'findByMessage' | 'recentTurns'> };
    readonly desk: Pick<BotParts['desk'], 'generations'>;
  },
  now: number,
): Promise<readonly Turn[]> {
  const { channel, isConversation, asker, isPrivate } = asking;
  const replied = await firstOpen(asking, records);
  const recent = (whose: string | null, until: number, memory: number) =>
    records.recentTurns({
      channel,
      ...(whose === null ? {} : { asker: whose }),
      withPrivate: isPrivate && whose === asker,
      since: until - memory,
      until,
      limit: turnsKept,
    });
  if (replied !== null) {
    const whose = isConversation ? null : replied.asker;
    const before = await recent(whose, replied.shownAt, conversationMemory);
    return standingTurns([replied, ...before.filter(({ id }) => id !== replied.id)], asking.guild, desk);
  }
  // Whoever asks in private goes on with what they asked themselves, also where others talk.
  const whose = isConversation && !isPrivate ? null : asker;
  const turns = await recent(whose, now, isConversation ? conversationMemory : channelMemory);
  return standingTurns(turns, asking.guild, desk);
}
