import { systemTimers, type Timers } from '../connection/timers.js';
import type { OutgoingMessage } from '../writing/outgoing-message.js';
import { createPacedEdits, type PacedEdits } from './paced-edits.js';

/** How fast a reply may grow. Milliseconds. */
export interface GrowthPace {
  /** From the first thing that could be shown until something is: what is done by then is shown whole, in one message. */
  readonly growAfterMs: number;
  /** From the end of one edit to the next. */
  readonly growEveryMs: number;
}

/** Discord lets a message be edited five times in five seconds, in some channels for all of the bot's messages together. */
export const usualGrowthPace: GrowthPace = { growAfterMs: 300, growEveryMs: 1_200 };

/** What is shown of a reply before it is whole. */
export interface ShownSoFar {
  show(soFar: OutgoingMessage): void;
  /** Nothing is shown any more; resolves once no edit is under way, so that the reply can take its place. */
  end(): Promise<void>;
}

export interface ShownSoFarInput {
  /** Puts it into the place of what is there; false when nothing can be shown any more. Never rejects. */
  readonly edit: (soFar: OutgoingMessage) => Promise<boolean>;
  readonly pace: GrowthPace;
  readonly timers?: Timers;
}

export function createShownSoFar({ edit, pace, timers = systemTimers }: ShownSoFarInput): ShownSoFar {
  let edits: PacedEdits | undefined;
  let isEnded = false;
  return {
    show(soFar) {
      if (isEnded) return;
      edits ??= createPacedEdits({ edit, timers, firstAfterMs: pace.growAfterMs, everyMs: pace.growEveryMs });
      edits.show(() => soFar);
    },
    async end() {
      isEnded = true;
      await edits?.end();
    },
  };
}
