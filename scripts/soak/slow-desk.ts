import { setTimeout as after } from 'node:timers/promises';
import type { Desk } from '#src/desk.js';
import { eventRandom } from './event-random.js';

/** How long an answer of a soak may take before the bot apologises, milliseconds. */
export const soakDeadlineMs = 4_000;

const slowShare = 0.03;
const slowMs = 1_200;
const hopelessShare = 0.003;
const hopelessMs = soakDeadlineMs + 500;

/** Events are counted from 0, so this stream is nobody else's. */
const beforeEvents = -1;

/** A desk some of whose answers are slow, and a few too slow; which ones hangs on the seed. */
export function slowDesk(desk: Desk, seed: number): Desk {
  const random = eventRandom(seed, beforeEvents);

  async function dawdle(): Promise<void> {
    const drawn = random();
    if (drawn < hopelessShare) await after(hopelessMs);
    else if (drawn < slowShare) await after(slowMs * random());
  }

  return {
    ...desk,
    get generation() {
      return desk.generation;
    },
    async ask(...asked) {
      await dawdle();
      return desk.ask(...asked);
    },
    async check(text, guild) {
      await dawdle();
      return desk.check(text, guild);
    },
    async summarize(request, guild) {
      await dawdle();
      return desk.summarize(request, guild);
    },
  };
}
