import type { BudgetedFor } from './budget.js';

/** What was used, or is to be; structurally state/seams/spending.ts's Spent. */
export interface Used {
  readonly tokens: number;
  /** Millionths of a US dollar. */
  readonly microDollars: number;
}

/** Structurally state/seams/spending.ts's SpentBy. */
export interface UsedBy {
  readonly member: Used;
  readonly server: Used;
  readonly all: Used;
}

/** The most within 24 hours, at least 0; what is absent has no limit. */
export interface BudgetLimits {
  /** Of a member, in all servers and direct messages; the operator has none. */
  readonly memberTokens?: number | undefined;
  /** Of a server; direct messages and terminals have none. */
  readonly serverTokens?: number | undefined;
  readonly allTokens?: number | undefined;
  /** US dollars. Without a price it limits nothing. */
  readonly allDollars?: number | undefined;
}

/** Use that counts and is not in what is booked. */
export interface OpenUse {
  readonly who: BudgetedFor;
  readonly used: Used;
}

interface Scope {
  readonly limit: number | undefined;
  readonly unit: keyof Used;
  readonly booked: Used;
  includes(other: BudgetedFor): boolean;
}

/** The limits that hold for somebody. */
function scopesOf({ guild, member }: BudgetedFor, limits: BudgetLimits, booked: UsedBy): readonly Scope[] {
  const { memberTokens, serverTokens, allTokens, allDollars } = limits;
  const allMicroDollars = allDollars === undefined ? undefined : Math.round(allDollars * 1_000_000);
  const ofAll = { booked: booked.all, includes: () => true };
  const scopes: Scope[] = [
    { limit: allTokens, unit: 'tokens', ...ofAll },
    { limit: allMicroDollars, unit: 'microDollars', ...ofAll },
  ];
  if (member !== null) {
    const includes = (other: BudgetedFor): boolean => other.member === member;
    scopes.push({ limit: memberTokens, unit: 'tokens', booked: booked.member, includes });
  }
  if (guild !== null) {
    const includes = (other: BudgetedFor): boolean => other.guild === guild;
    scopes.push({ limit: serverTokens, unit: 'tokens', booked: booked.server, includes });
  }
  return scopes;
}

/** True when `wanted` passes no limit on top of what is booked and what is open. */
export function isWithinLimits(
  { who, used: wanted }: OpenUse,
  limits: BudgetLimits,
  booked: UsedBy,
  open: readonly OpenUse[],
): boolean {
  return scopesOf(who, limits, booked).every(({ limit, unit, booked: already, includes }) => {
    if (limit === undefined) return true;
    const others = open.filter((each) => includes(each.who));
    return others.reduce((sum, { used }) => sum + used[unit], already[unit]) + wanted[unit] <= limit;
  });
}
