import type { Loopback } from '../../test/support/discord/loopback.js';
import type { Reply } from '../../test/support/discord/reply.js';
import type { SeenMessage } from '../../test/support/discord/seen-message.js';
import type { Violation } from '../../test/support/discord/violation.js';
import type { Journal } from './journal.js';
import type { Outages } from './outages.js';

/** An interaction, and what came of it. */
export interface BookedReply {
  readonly event: string;
  readonly reply: Reply;
}

/** A message to the bot, or one that is none of its business. */
export interface BookedMessage {
  readonly event: string;
  readonly message: SeenMessage;
  readonly sentAt: number;
  readonly isForBot: boolean;
}

/** Keeps what was done, waits for what has to come of it, and says at once when that is wrong. */
export interface Ledger {
  readonly replies: readonly BookedReply[];
  readonly messages: readonly BookedMessage[];
  /** What happened how often. */
  readonly counts: ReadonlyMap<string, number>;
  count(what: string): void;
  /** Waits for the end of an interaction; `undefined` when it failed and may have. */
  settle(event: string, reply: Reply, sentAt: number): Promise<Reply | undefined>;
  /** Waits for the answer to a message; `undefined` when it got lost and may have. */
  answerTo(event: string, message: SeenMessage, sentAt: number): Promise<SeenMessage | undefined>;
  /** A message that nobody may answer. */
  bookChatter(event: string, message: SeenMessage): void;
  /** An interaction that failed without a reply to look at: whether it may have. */
  excuseMiss(event: string, sentAt: number): void;
  /** What the double blames the bot for, apart from what was lost on the way. */
  violations(): readonly Violation[];
}

const missed = 'not-acknowledged';

export function createLedger(discord: Loopback, journal: Journal, outages: Outages): Ledger {
  const replies: BookedReply[] = [];
  const messages: BookedMessage[] = [];
  const counts = new Map<string, number>();
  const excused = new Set<Violation>();

  const count = (what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1);

  function excuseMiss(event: string, sentAt: number): void {
    // The double records a miss and tells of it in one go, so the newest one that nobody claimed is this one's.
    const blame = discord.violations.find((violation) => violation.rule === missed && !excused.has(violation));
    if (blame !== undefined) excused.add(blame);
    if (outages.mayHaveMissed(sentAt)) count('not acknowledged: the connection was down');
    else if (blame === undefined) count('not acknowledged: faults hit the acknowledgement');
    else journal.fails(`${event}: ${blame.detail}`);
  }

  return {
    replies,
    messages,
    counts,
    count,
    excuseMiss,
    async settle(event, reply, sentAt) {
      replies.push({ event, reply });
      try {
        await reply.settled();
      } catch (error) {
        journal.fails(`${event}: ${error instanceof Error ? error.message : String(error)}`);
        return undefined;
      }
      if (reply.failed === undefined) return reply;
      excuseMiss(event, sentAt);
      return undefined;
    },
    async answerTo(event, message, sentAt) {
      messages.push({ event, message, sentAt, isForBot: true });
      const answered = discord.answerTo(message, { isFinal: () => true });
      try {
        return (await Promise.race([answered, outages.lossSince(sentAt)])) ?? undefined;
      } catch (error) {
        journal.fails(`${event}: ${error instanceof Error ? error.message : String(error)}`);
        return undefined;
      } finally {
        // Once it counts as lost, nobody waits any more.
        answered.catch(() => undefined);
      }
    },
    bookChatter: (event, message) => void messages.push({ event, message, sentAt: 0, isForBot: false }),
    violations: () => discord.violations.filter((violation) => !excused.has(violation)),
  };
}
