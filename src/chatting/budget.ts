import type { ChatUsage } from './chat-model.js';

/** Whom a chat model writes for. */
export interface BudgetedFor {
  /** `null` in a direct message or a terminal. */
  readonly guild: string | null;
  /** `null` for the operator. */
  readonly member: string | null;
}

/** Room in a budget that nobody else can take. */
export interface Reservation {
  /** Books what was really used. Never rejects. */
  settle(usage: ChatUsage): Promise<void>;
  /** Nothing was used. */
  release(): void;
}

/** What chat models may still use. */
export interface Budget {
  /**
   * Room for so many tokens, held until it is settled or released; `null` when a limit is reached. Never rejects: when
   * nobody can count, there is room for none.
   */
  reserve(who: BudgetedFor, tokens: number): Promise<Reservation | null>;
}

export const unlimitedBudget: Budget = {
  reserve: async () => ({ settle: async () => undefined, release: () => undefined }),
};
