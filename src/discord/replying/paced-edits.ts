import type { Timers } from '../connection/timers.js';
import type { OutgoingMessage } from '../writing/outgoing-message.js';

/** What takes less needs no word about how far it is. */
const usualFirstAfterMs = 1_000;
/** Discord lets a message be edited about five times in as many seconds; nobody reads that fast. */
const usuallyEveryMs = 2_500;

/** Shows how far work is by editing one message, politely. */
export interface PacedEdits {
  /** What the message is to say now. Only the latest is shown, when its time has come. */
  show(write: () => OutgoingMessage): void;
  /** No further edit begins; resolves once none is under way, so that the last word can be said. */
  end(): Promise<void>;
}

export interface PacedEditsInput {
  /** Edits the message; false when it cannot be edited any more. */
  readonly edit: (message: OutgoingMessage) => Promise<boolean>;
  readonly timers: Timers;
  /** A second when absent. */
  readonly firstAfterMs?: number;
  /** 2.5 seconds when absent. */
  readonly everyMs?: number;
}

/**
 * The first edit comes `firstAfterMs` after this call at the soonest, and each further one `everyMs` after the end of the
 * last.
 */
export function createPacedEdits({
  edit,
  timers,
  firstAfterMs = usualFirstAfterMs,
  everyMs = usuallyEveryMs,
}: PacedEditsInput): PacedEdits {
  let latest: (() => OutgoingMessage) | undefined;
  let isOpen = false;
  let isEnded = false;
  let underWay: Promise<void> = Promise.resolve();
  let cancel = timers.after(firstAfterMs, open);

  function open(): void {
    isOpen = true;
    begin();
  }

  async function send(message: OutgoingMessage): Promise<void> {
    const isLeft = await edit(message);
    if (isLeft && !isEnded) cancel = timers.after(everyMs, open);
  }

  function begin(): void {
    if (!isOpen || isEnded || latest === undefined) return;
    const message = latest();
    latest = undefined;
    isOpen = false;
    underWay = send(message);
  }

  return {
    show(write) {
      latest = write;
      begin();
    },
    async end() {
      isEnded = true;
      cancel();
      await underWay;
    },
  };
}
