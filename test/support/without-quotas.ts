import type { StateStore } from '#src/state/state-store.js';

/** The same state, which counts every use and refuses none: where a few members of a test ask more than many would. */
export function withoutQuotas(state: StateStore): StateStore {
  return { ...state, quotas: { ...state.quotas, take: (use) => state.quotas.take(use, {}) } };
}
