import type { AskedQuestion } from './judge-answers.js';

/** What was asked so far. */
export interface Asked {
  readonly all: readonly AskedQuestion[];
  add(one: AskedQuestion): void;
  /** Resolves when so many were asked. */
  reached(count: number): Promise<void>;
}

export function createAsked(): Asked {
  const all: AskedQuestion[] = [];
  let waiting: { readonly count: number; readonly resolve: () => void } | undefined;
  return {
    all,
    add(one) {
      all.push(one);
      if (waiting !== undefined && all.length >= waiting.count) waiting.resolve();
    },
    reached: (count) =>
      new Promise((resolve) => {
        if (all.length >= count) resolve();
        else waiting = { count, resolve };
      }),
  };
}
