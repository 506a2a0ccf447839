import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BudgetedFor } from '#src/chatting/budget.js';
import type { BudgetLimits, Used } from '#src/chatting/is-within-limits.js';
import { createTokenBudget, type SpendingLedger, type TokenBudget } from '#src/chatting/token-budget.js';
import type { Spending } from '#src/state/seams/spending.js';
import { createMemoryStateStore } from '../support/memory-state-store.js';

const day = 24 * 3_600_000;
const price = { input: 0.5, output: 2 };

const somebody: fc.Arbitrary<BudgetedFor> = fc.record({
  guild: fc.constantFrom('home', 'elsewhere', null),
  member: fc.constantFrom('anna', 'ben', null),
});
const limit = fc.option(fc.integer({ min: 0, max: 80 }), { nil: undefined });
const limits: fc.Arbitrary<BudgetLimits> = fc.record({
  memberTokens: limit,
  serverTokens: limit,
  allTokens: limit,
  // Millionths, so that it matters as the others do.
  allDollars: limit.map((most) => (most === undefined ? undefined : most / 1_000_000)),
});

interface Call {
  readonly who: BudgetedFor;
  readonly reserved: number;
  readonly input: number;
  readonly output: number;
  readonly isReleased: boolean;
  /** How much time goes by before it is settled. */
  readonly later: number;
  /** Its member has their data deleted after it. */
  readonly isForgotten: boolean;
}
const call: fc.Arbitrary<Call> = fc.record({
  who: somebody,
  reserved: fc.nat({ max: 20 }),
  input: fc.nat({ max: 20 }),
  output: fc.nat({ max: 20 }),
  isReleased: fc.constantFrom(false, false, false, true),
  later: fc.constantFrom(0, 0, 0, 1, day / 2, day),
  isForgotten: fc.constantFrom(false, false, false, true),
});
/** The same, where it uses no more than it reserved. */
const modestCall = call.map((each) => {
  const input = Math.min(each.input, each.reserved);
  return { ...each, input, output: Math.min(each.output, each.reserved - input) };
});
const calls = fc.oneof(...[call, modestCall].map((each) => fc.array(each, { minLength: 2, maxLength: 12 })));

const priceOf = (input: number, output: number) => Math.ceil(input * price.input + output * price.output);
const usedBy = ({ input, output }: Call): Used => ({ tokens: input + output, microDollars: priceOf(input, output) });
const reservedBy = ({ reserved }: Call): Used => ({ tokens: reserved, microDollars: priceOf(0, reserved) });

/** What there may be at most of `unit` among those who are in a scope. */
interface Scope {
  readonly most: number;
  readonly unit: keyof Used;
  isIn(who: BudgetedFor): boolean;
}

/** The limits that hold for somebody. */
function scopesFor({ guild, member }: BudgetedFor, most: BudgetLimits): readonly Scope[] {
  const { memberTokens, serverTokens, allTokens, allDollars } = most;
  const scopes = [
    {
      most: member === null ? undefined : memberTokens,
      unit: 'tokens',
      isIn: (who: BudgetedFor) => who.member === member,
    },
    {
      most: guild === null ? undefined : serverTokens,
      unit: 'tokens',
      isIn: (who: BudgetedFor) => who.guild === guild,
    },
    { most: allTokens, unit: 'tokens', isIn: () => true },
    { most: allDollars && Math.round(allDollars * 1_000_000), unit: 'microDollars', isIn: () => true },
  ] as const;
  return scopes.flatMap(({ most: each, ...scope }) => (each === undefined ? [] : [{ most: each, ...scope }]));
}

/** What is in a scope of the last 24 hours. */
function sumIn({ isIn, unit }: Scope, notes: readonly Spending[], at: number): number {
  const counted = notes.filter((note) => isIn(note) && note.at >= at - day && note.at <= at);
  return counted.reduce((sum, note) => sum + note[unit], 0);
}

/** A budget over a ledger whose answers come when `pause` lets them, and what was written into that. */
function opened(most: BudgetLimits, now: () => number, pause: () => Promise<void>) {
  const { spending, personal } = createMemoryStateStore();
  const notes: Spending[] = [];
  const ledger: SpendingLedger = {
    async note(note) {
      await pause();
      await spending.note(note);
      notes.push(note);
      await pause();
    },
    async since(since, who) {
      await pause();
      const sums = await spending.since(since, who);
      await pause();
      return sums;
    },
  };
  const budget: TokenBudget = createTokenBudget({
    ledger,
    limits: most,
    price,
    now,
    onFault: (error) => expect.fail(`${error}`),
  });
  return { budget, notes, forget: personal.forget };
}

it('however calls meet, no limit is passed by more than what single calls used beyond their reservation', async () => {
  const count = { granted: 0, refused: 0 };
  const meeting = fc.asyncProperty(fc.scheduler(), limits, calls, async (turns, most, all) => {
    let clock = Date.UTC(2026, 10, 29);
    const pause = (): Promise<void> => turns.schedule(Promise.resolve());
    const { budget, notes, forget } = opened(most, () => clock, pause);
    const excesses: (Used & { readonly who: BudgetedFor })[] = [];
    const run = async (each: Call): Promise<void> => {
      await pause();
      const reservation = await budget.reserve(each.who, each.reserved);
      count[reservation === null ? 'refused' : 'granted'] += 1;
      await pause();
      clock += each.later;
      if (each.isReleased) reservation?.release();
      else if (reservation !== null) {
        const [used, reserved] = [usedBy(each), reservedBy(each)];
        const tokens = Math.max(0, used.tokens - reserved.tokens);
        excesses.push({ who: each.who, tokens, microDollars: Math.max(0, used.microDollars - reserved.microDollars) });
        await reservation.settle({ inputTokens: each.input, outputTokens: each.output, isEstimated: false });
      }
      if (each.isForgotten && each.who.member !== null) await forget(each.who.member);
    };
    await turns.waitFor(Promise.all(all.map(run)));
    for (const note of notes)
      for (const scope of scopesFor(note, most)) {
        const excess = excesses.filter(({ who }) => scope.isIn(who)).reduce((sum, each) => sum + each[scope.unit], 0);
        expect(sumIn(scope, notes, note.at)).toBeLessThanOrEqual(scope.most + excess);
      }
  });
  await fc.assert(meeting, { numRuns: 400 });
  expect(Math.min(count.granted, count.refused)).toBeGreaterThan(400);
});

it('one call after the other gets room exactly where counting by hand finds some', async () => {
  const following = fc.asyncProperty(limits, calls, async (most, all) => {
    let clock = Date.UTC(2026, 10, 29);
    const { budget, notes, forget } = opened(
      most,
      () => clock,
      async () => undefined,
    );
    for (const each of all) {
      const wanted = reservedBy(each);
      const isRoom = scopesFor(each.who, most).every(
        (scope) => sumIn(scope, notes, clock) + wanted[scope.unit] <= scope.most,
      );
      const reservation = await budget.reserve(each.who, each.reserved);
      expect(reservation !== null).toBe(isRoom);
      clock += each.later;
      if (each.isReleased) reservation?.release();
      else await reservation?.settle({ inputTokens: each.input, outputTokens: each.output, isEstimated: false });
      if (each.isForgotten && each.who.member !== null) await forget(each.who.member);
    }
  });
  await fc.assert(following, { numRuns: 1_000 });
});
