import type { Budget, BudgetedFor, Reservation } from './budget.js';
import type { ChatUsage } from './chat-model.js';
import { type BudgetLimits, isWithinLimits, type OpenUse, type Used, type UsedBy } from './is-within-limits.js';

/** How far back every limit looks. */
const windowMs = 24 * 3_600_000;

/** Where use is booked, so that a restart forgets none; state/seams/spending.ts's SpendingStore is one. */
export interface SpendingLedger {
  note(spending: BudgetedFor & Used & { readonly at: number }): Promise<void>;
  /** From `since` on, inclusive. */
  since(since: number, spender: BudgetedFor): Promise<UsedBy>;
}

/** US dollars a million tokens, which is millionths of a dollar a token. */
export interface TokenPrice {
  readonly input: number;
  readonly output: number;
}

export interface TokenBudgetInput {
  readonly ledger: SpendingLedger;
  readonly limits: BudgetLimits;
  /** Nothing costs anything when absent. */
  readonly price?: TokenPrice | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Told when the ledger cannot be read or written. Must not throw. */
  readonly onFault: (error: unknown) => void;
}

export interface TokenBudget extends Budget {
  /** Gives no more room, and resolves once all that has been settled is booked. What is settled later is booked too. */
  close(): Promise<void>;
}

const free: TokenPrice = { input: 0, output: 0 };

/** Reserved, or used and not booked. */
interface Held extends OpenUse {
  /** When it was used; `null` while it is only reserved. */
  usedAt: number | null;
  used: Used;
}

/** What a provider counted; where it counted nonsense, what was reserved. */
function usedBy({ inputTokens, outputTokens }: ChatUsage, price: TokenPrice, reserved: Used): Used {
  const isSound = [inputTokens, outputTokens].every((count) => Number.isFinite(count) && count >= 0);
  if (!isSound) return reserved;
  const microDollars = Math.ceil(inputTokens * price.input + outputTokens * price.output);
  return { tokens: Math.ceil(inputTokens + outputTokens), microDollars };
}

/**
 * Sliding windows over what a ledger has, what is reserved, and what was used and could not be booked. Whoever reserves
 * and whoever books waits in one line, so that no two get the same room. Exact in one process: of others it sees what they
 * have booked, not what they have reserved.
 */
export function createTokenBudget({ ledger, limits, price = free, now, onFault }: TokenBudgetInput): TokenBudget {
  const isLimited = Object.values(limits).some((limit) => limit !== undefined);
  const held = new Set<Held>();
  /** In memory alone: deleting what is kept about them gives a member no new budget. */
  let bookedHere: readonly { readonly member: string; readonly at: number; readonly tokens: number }[] = [];
  let isClosed = false;
  let line: Promise<unknown> = Promise.resolve();

  /** `act` must not reject: nobody behind it would have a turn. */
  function inLine<T>(act: () => Promise<T>): Promise<T> {
    const turn = line.then(act);
    line = turn;
    return turn;
  }

  function forgetBefore(time: number): void {
    bookedHere = bookedHere.filter(({ at }) => at >= time);
    for (const each of held) if (each.usedAt !== null && each.usedAt < time) held.delete(each);
  }

  async function bookedFor(who: BudgetedFor, from: number): Promise<UsedBy> {
    const booked = await ledger.since(from, who);
    const here = bookedHere.reduce((sum, { member, tokens }) => (member === who.member ? sum + tokens : sum), 0);
    return { ...booked, member: { ...booked.member, tokens: Math.max(booked.member.tokens, here) } };
  }

  async function hasRoom(wanted: OpenUse): Promise<boolean> {
    const from = now() - windowMs;
    forgetBefore(from);
    if (!isLimited) return true;
    const booked = await bookedFor(wanted.who, from);
    return isWithinLimits(wanted, limits, booked, [...held]);
  }

  async function book(each: Held): Promise<void> {
    const { who, used } = each;
    const at = now();
    each.usedAt = at;
    try {
      await ledger.note({ guild: who.guild, member: who.member, at, ...used });
    } catch (error) {
      // It stays held, and so counts for as long as if it were booked.
      onFault(error);
      return;
    }
    held.delete(each);
    if (who.member !== null) bookedHere = [...bookedHere, { member: who.member, at, tokens: used.tokens }];
  }

  function reservationOf(each: Held): Reservation {
    let isOpen = true;
    return {
      async settle(usage) {
        if (!isOpen) return;
        isOpen = false;
        each.used = usedBy(usage, price, each.used);
        if (each.used.tokens === 0) held.delete(each);
        else await inLine(() => book(each));
      },
      release() {
        if (isOpen) held.delete(each);
        isOpen = false;
      },
    };
  }

  return {
    reserve: (who, tokens) =>
      inLine(async () => {
        // How many are read and how many written is not known yet: all of them at the dearer price.
        const microDollars = Math.ceil(tokens * Math.max(price.input, price.output));
        const each: Held = { who, usedAt: null, used: { tokens, microDollars } };
        try {
          if (isClosed || !(tokens >= 0) || !(await hasRoom(each))) return null;
        } catch (error) {
          onFault(error);
          return null;
        }
        held.add(each);
        return reservationOf(each);
      }),
    async close() {
      isClosed = true;
      await inLine(async () => undefined);
    },
  };
}
