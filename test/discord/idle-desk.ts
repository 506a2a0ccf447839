import type { Desk } from '#src/desk.js';

function never(): never {
  throw new Error('Nobody asks here.');
}

/** A desk for tests in which nobody asks anything. */
export const idleDesk: Desk = {
  generation: { id: '20260101-000000-0000', documents: [] } as never,
  threshold: 0,
  generations: never,
  ask: never,
  askOver: never,
  embedQuestion: never,
  check: never,
  summarize: never,
  refresh: async () => false,
  close: async () => undefined,
};
