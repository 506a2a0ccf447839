import { beforeEach, describe, expect, it } from 'vitest';
import type { BudgetedFor, Reservation } from '#src/chatting/budget.js';
import type { ChatUsage } from '#src/chatting/chat-model.js';
import type { BudgetLimits } from '#src/chatting/is-within-limits.js';
import { createTokenBudget, type SpendingLedger, type TokenPrice } from '#src/chatting/token-budget.js';
import type { StateStore } from '#src/state/state-store.js';
import { deferred } from '../support/deferred.js';
import { createMemoryStateStore } from '../support/memory-state-store.js';

const day = 24 * 3_600_000;
const anna: BudgetedFor = { guild: 'home', member: 'anna' };
const ben: BudgetedFor = { guild: 'home', member: 'ben' };
const annaElsewhere: BudgetedFor = { guild: 'elsewhere', member: 'anna' };
const annaInPrivate: BudgetedFor = { guild: null, member: 'anna' };
const carolElsewhere: BudgetedFor = { guild: 'elsewhere', member: 'carol' };
const operator: BudgetedFor = { guild: null, member: null };

let state: StateStore;
let clock: number;
let faults: unknown[];

beforeEach(() => {
  state = createMemoryStateStore();
  clock = Date.UTC(2026, 10, 29);
  faults = [];
});

function budgetOf(limits: BudgetLimits, more: { readonly price?: TokenPrice; readonly ledger?: SpendingLedger } = {}) {
  const { price, ledger = state.spending } = more;
  return createTokenBudget({ ledger, limits, price, now: () => clock, onFault: (error) => faults.push(error) });
}

function used(inputTokens: number, outputTokens = 0): ChatUsage {
  return { inputTokens, outputTokens, isEstimated: false };
}

async function given(reservation: Promise<Reservation | null>): Promise<Reservation> {
  return (await reservation) ?? expect.fail('There is no room.');
}

/** How many tokens there is room for, up to a thousand. */
async function roomFor(budget: ReturnType<typeof budgetOf>, who: BudgetedFor): Promise<number> {
  for (let tokens = 1_000; tokens > 0; tokens -= 50) {
    const reservation = await budget.reserve(who, tokens);
    reservation?.release();
    if (reservation !== null) return tokens;
  }
  return 0;
}

function fail(): Promise<never> {
  return Promise.reject(new Error('The disk is full.'));
}

describe('a budget', () => {
  it.each<readonly [string, BudgetLimits, readonly number[]]>([
    ['of a member holds in all servers and direct messages', { memberTokens: 500 }, [300, 500, 300, 300, 500, 1_000]],
    ['of a server holds for all its members together', { serverTokens: 500 }, [300, 300, 500, 1_000, 500, 1_000]],
    ['of all holds for everybody, the operator too', { allTokens: 500 }, [300, 300, 300, 300, 300, 300]],
    ['with several limits holds to the narrowest', { memberTokens: 900, allTokens: 500 }, Array(6).fill(300)],
    ['without limits has none', {}, Array(6).fill(1_000)],
    ['of nothing has room for nothing', { allTokens: 0 }, Array(6).fill(0)],
  ])('%s', async (_, limits, room) => {
    const budget = budgetOf(limits);
    const everybody = [anna, ben, annaElsewhere, annaInPrivate, carolElsewhere, operator];
    const left = async () => {
      const rooms: number[] = [];
      for (const who of everybody) rooms.push(await roomFor(budget, who));
      return rooms;
    };
    const reservation = await budget.reserve(anna, 200);
    if (reservation === null) {
      expect(await left()).toEqual(room);
      return;
    }
    // What is reserved counts as what is used does.
    expect(await left()).toEqual(room);
    await reservation.settle(used(150, 50));
    expect(await left()).toEqual(room);
  });

  it('counts what was really used, not what was reserved', async () => {
    const budget = budgetOf({ memberTokens: 1_000 });
    await (await given(budget.reserve(anna, 900))).settle(used(100, 50));
    expect(await roomFor(budget, anna)).toBe(850);
    await (await given(budget.reserve(anna, 100))).settle(used(700, 50));
    expect(await roomFor(budget, anna)).toBe(100);
    expect((await state.personal.of('anna')).spending).toEqual([
      { guild: 'home', at: clock, tokens: 150, microDollars: 0 },
      { guild: 'home', at: clock, tokens: 750, microDollars: 0 },
    ]);
  });

  it('has room again for what was released, and books nothing of it', async () => {
    const budget = budgetOf({ allTokens: 500 });
    const reservation = await given(budget.reserve(anna, 500));
    expect(await budget.reserve(ben, 1)).toBeNull();
    reservation.release();
    expect(await roomFor(budget, ben)).toBe(500);
    await (await given(budget.reserve(anna, 500))).settle(used(0));
    expect(await roomFor(budget, ben)).toBe(500);
    expect((await state.spending.since(0, operator)).all.tokens).toBe(0);
    expect((await state.personal.counts('anna')).spending).toBe(0);
  });

  it('gives the same room to one of those who come at once', async () => {
    const budget = budgetOf({ allTokens: 500 });
    const reservations = await Promise.all(Array.from({ length: 5 }, () => budget.reserve(anna, 200)));
    expect(reservations.filter((each) => each !== null)).toHaveLength(2);
  });

  it('looks back 24 hours', async () => {
    const budget = budgetOf({ memberTokens: 500 });
    await (await given(budget.reserve(anna, 400))).settle(used(400));
    clock += day;
    expect(await roomFor(budget, anna)).toBe(100);
    clock += 1;
    expect(await roomFor(budget, anna)).toBe(500);
  });

  it('settles a reservation once', async () => {
    const budget = budgetOf({ allTokens: 1_000 });
    const settled = await given(budget.reserve(anna, 100));
    await Promise.all([settled.settle(used(100)), settled.settle(used(100))]);
    settled.release();
    const released = await given(budget.reserve(anna, 100));
    released.release();
    await released.settle(used(100));
    expect(await roomFor(budget, anna)).toBe(900);
  });

  it('goes on where it was after a restart', async () => {
    await (await given(budgetOf({ memberTokens: 500 }).reserve(anna, 300))).settle(used(300));
    expect(await roomFor(budgetOf({ memberTokens: 500 }), anna)).toBe(200);
  });

  it('is no larger for a member who had their data deleted', async () => {
    const budget = budgetOf({ memberTokens: 500 });
    await (await given(budget.reserve(anna, 300))).settle(used(300));
    await state.personal.forget('anna');
    expect(await roomFor(budget, annaInPrivate)).toBe(200);
    await (await given(budget.reserve(anna, 150))).settle(used(150));
    expect(await roomFor(budget, anna)).toBe(50);
    clock += day + 1;
    expect(await roomFor(budget, anna)).toBe(500);
  });
});

describe('a budget in dollars', () => {
  const price = { input: 1, output: 4 };

  it('reserves at the dearer price, and books at the true one', async () => {
    const budget = budgetOf({ allDollars: 0.002 }, { price });
    expect(await budget.reserve(anna, 501)).toBeNull();
    const reservation = await given(budget.reserve(anna, 500));
    expect(await budget.reserve(operator, 1)).toBeNull();
    await reservation.settle(used(400, 100));
    expect((await state.spending.since(0, anna)).all).toEqual({ tokens: 500, microDollars: 800 });
    expect(await roomFor(budget, operator)).toBe(300);
  });

  it('limits nothing that has no price', async () => {
    const budget = budgetOf({ allDollars: 0.000001 });
    await (await given(budget.reserve(anna, 1_000))).settle(used(1_000));
    expect(await roomFor(budget, anna)).toBe(1_000);
    expect((await state.spending.since(0, anna)).all.microDollars).toBe(0);
  });

  it('books no part of a millionth', async () => {
    const budget = budgetOf({ allDollars: 1 }, { price: { input: 0.15, output: 0.6 } });
    await (await given(budget.reserve(anna, 10))).settle(used(3, 2));
    expect((await state.spending.since(0, anna)).all.microDollars).toBe(2);
  });
});

describe('a budget that cannot be counted', () => {
  it('has no room, and says why', async () => {
    const budget = budgetOf({ memberTokens: 500 }, { ledger: { ...state.spending, since: fail } });
    expect(await budget.reserve(anna, 1)).toBeNull();
    expect(faults).toEqual([new Error('The disk is full.')]);
  });

  it('has room where there is nothing to count for', async () => {
    const budget = budgetOf({}, { ledger: { ...state.spending, since: fail } });
    await (await given(budget.reserve(anna, 100))).settle(used(100));
    expect(faults).toEqual([]);
    expect((await state.spending.since(0, anna)).all.tokens).toBe(100);
  });

  it('counts what could not be booked as if it were, for as long', async () => {
    const budget = budgetOf({ memberTokens: 500 }, { ledger: { ...state.spending, note: fail } });
    const reservation = await given(budget.reserve(anna, 100));
    clock += 1_000;
    await reservation.settle(used(400));
    expect(faults).toEqual([new Error('The disk is full.')]);
    clock += day;
    expect(await roomFor(budget, anna)).toBe(100);
    clock += 1;
    expect(await roomFor(budget, anna)).toBe(500);
  });

  it.each([Number.NaN, -1, Number.POSITIVE_INFINITY])(
    'takes what was reserved where the provider counts %d',
    async (nonsense) => {
      const budget = budgetOf({ memberTokens: 500 });
      await (await given(budget.reserve(anna, 200))).settle(used(10, nonsense));
      expect(await roomFor(budget, anna)).toBe(300);
      expect(await budget.reserve(anna, nonsense)).toBeNull();
      expect(await roomFor(budget, anna)).toBe(300);
    },
  );
});

describe('a budget whose process stops', () => {
  it('is closed once what was settled is booked, and gives no more room', async () => {
    const slow = deferred();
    const note: SpendingLedger['note'] = async (spending) => {
      await slow.promise;
      await state.spending.note(spending);
    };
    const budget = budgetOf({ memberTokens: 500 }, { ledger: { ...state.spending, note } });
    const settling = (await given(budget.reserve(anna, 100))).settle(used(100));
    let isClosed = false;
    const closing = budget.close().then(() => {
      isClosed = true;
    });
    const refused = budget.reserve(anna, 1);
    await new Promise(setImmediate);
    expect(isClosed).toBe(false);
    slow.resolve();
    await closing;
    expect((await state.spending.since(0, anna)).member.tokens).toBe(100);
    expect(await refused).toBeNull();
    await settling;
  });

  it('books what is settled after that', async () => {
    const budget = budgetOf({ memberTokens: 500 });
    const reservation = await given(budget.reserve(anna, 100));
    await budget.close();
    await reservation.settle(used(70, 10));
    expect((await state.spending.since(0, anna)).member.tokens).toBe(80);
    expect(faults).toEqual([]);
  });

  it('says so where the ledger is closed already', async () => {
    const budget = budgetOf({ memberTokens: 500 });
    const reservation = await given(budget.reserve(anna, 100));
    await state.close();
    await reservation.settle(used(70));
    expect(faults).toMatchObject([{ message: 'The state is closed.' }]);
  });
});
