import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuotaLimits, QuotaScope, Use } from '#src/state/seams/quotas.js';
import type { OpenedStore } from './made-up-acts.js';

const scopes: readonly QuotaScope[] = ['member', 'channel', 'server'];

/** Uses that share a window with `use`, by the rules of each scope. */
function together(scope: QuotaScope, use: Use, others: readonly Use[]): readonly Use[] {
  if (use.guild === null)
    return scope === 'member' ? others.filter(({ guild, member }) => guild === null && member === use.member) : [];
  const inServer = others.filter(({ guild }) => guild === use.guild);
  if (scope === 'server') return inServer;
  return inServer.filter((other) => other[scope] === use[scope]);
}

/** How many milliseconds from `use.at` there is no room: by trying one after the other. */
function naiveWait(scope: QuotaScope, use: Use, limits: QuotaLimits, others: readonly Use[]): number {
  const limit = limits[scope];
  if (limit === undefined) return 0;
  for (let wait = 0; ; wait++) {
    const from = use.at + wait - limit.windowMs;
    if (together(scope, use, others).filter(({ at }) => at > from).length < limit.count) return wait;
  }
}

const limit = fc.record({ count: fc.integer({ min: 1, max: 3 }), windowMs: fc.integer({ min: 1, max: 12 }) });
const limits: fc.Arbitrary<QuotaLimits> = fc.record(
  { member: limit, channel: limit, server: limit },
  { requiredKeys: [] },
);
const step = fc.record({
  guild: fc.constantFrom('one', 'one', 'two', null),
  channel: fc.constantFrom('here', 'there'),
  member: fc.constantFrom('ann', 'bob'),
  later: fc.constantFrom(0, 0, 1, 2, 5, 11, 12),
  isGivenBack: fc.constantFrom(false, false, false, true),
});

/** Quotas against counting by hand. */
export function slidingWindowContract(store: OpenedStore): void {
  it('quotas take, refuse and make wait exactly as counting by hand does', async () => {
    await fc.assert(
      fc.asyncProperty(limits, fc.array(step, { maxLength: 25 }), async (given, steps) => {
        await store().quotas.forgetBefore(Number.MAX_SAFE_INTEGER);
        let uses: readonly Use[] = [];
        let at = 1_764_000_000_000;
        for (const { later, isGivenBack, ...where } of steps) {
          at += later;
          const use: Use = { ...where, at };
          const waits = scopes.map((scope) => ({ by: scope, waitMs: naiveWait(scope, use, given, uses) }));
          const waitMs = Math.max(...waits.map((each) => each.waitMs));
          const took = await store().quotas.take(use, given);
          if (waitMs === 0) expect(took).toEqual({ isTaken: true });
          // Where two scopes wait equally long, either may be named.
          else expect(waits.map((each) => ({ isTaken: false, ...each }))).toContainEqual(took);
          if (!took.isTaken) expect(took.waitMs).toBe(waitMs);
          else if (isGivenBack) await store().quotas.giveBack(use);
          else uses = [...uses, use];
        }
      }),
      { numRuns: 60 },
    );
  });

  describe('a refused use', () => {
    it('is taken after its wait, and not before', async () => {
      const given: QuotaLimits = { member: { count: 3, windowMs: 50 }, server: { count: 4, windowMs: 120 } };
      const use = { guild: 'guild', channel: 'channel', member: 'member' };
      let at = 0;
      for (let number = 0; number < 30; number++) {
        at += (number * 7) % 23;
        const took = await store().quotas.take({ ...use, at }, given);
        if (took.isTaken) continue;
        expect(took.waitMs).toBeGreaterThan(0);
        const tooEarly = await store().quotas.take({ ...use, at: at + took.waitMs - 1 }, given);
        expect(tooEarly).toMatchObject({ isTaken: false, waitMs: 1 });
        at += took.waitMs;
        expect(await store().quotas.take({ ...use, at }, given)).toEqual({ isTaken: true });
      }
      expect(at).toBeGreaterThan(120 * 5);
    });
  });
}
