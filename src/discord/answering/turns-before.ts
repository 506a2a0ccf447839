import type { Turn } from '../../conversing/turn.js';
import type { ShownRecord, StateStore } from '../../state/state-store.js';

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

/**
 * What is replied to, if it may be leaned on. A shared copy answers a private message: what must not be leaned on is
 * passed over.
 */
async function firstOpen(
  { repliedTo, channel, isPrivate, asker }: Asking,
  state: Pick<StateStore, 'findByMessage'>,
): Promise<ShownRecord | null> {
  for (const message of repliedTo) {
    const shown = await state.findByMessage(message);
    if (shown?.channel === channel && (!shown.isPrivate || (isPrivate && shown.asker === asker))) return shown;
  }
  return null;
}

/**
 * The turns that a question may lean on, oldest first. A reply leans on what it replies to and on what its asker asked
 * before that; otherwise a thread or direct message leans on its latest turns, and in a channel everybody on their own.
 * What somebody asked in private never shows in what others see.
 */
export async function turnsBefore(
  asking: Asking,
  state: Pick<StateStore, 'findByMessage' | 'recentTurns'>,
  now: number,
): Promise<readonly Turn[]> {
  const { channel, isConversation, asker, isPrivate } = asking;
  const replied = await firstOpen(asking, state);
  const recent = (whose: string | null, until: number, memory: number) =>
    state.recentTurns({
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
    return [replied, ...before.filter(({ id }) => id !== replied.id)]
      .flatMap((record) => turnOf(record) ?? [])
      .toReversed();
  }
  // Whoever asks in private goes on with what they asked themselves, also where others talk.
  const whose = isConversation && !isPrivate ? null : asker;
  const turns = await recent(whose, now, isConversation ? conversationMemory : channelMemory);
  return turns.flatMap((record) => turnOf(record) ?? []).toReversed();
}
