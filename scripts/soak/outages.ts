/** A time in which the bot may not hear what happens: a broken connection, or a stop. */
interface Outage {
  readonly from: number;
  /** `Infinity` while it lasts. */
  until: number;
  /** Whether the session was lost with all that was under way; `null` while nobody knows. */
  isLost: boolean | null;
}

/** Remembers when events could be lost without any fault of the bot's. Times are those of `performance.now()`. */
export interface Outages {
  /** Begins one; what it gives ends it, when the bot hears again. */
  begin(): (isLost: boolean) => void;
  /** Whether an interaction of that time may have come too late to be acknowledged. */
  mayHaveMissed(sentAt: number): boolean;
  /** Whether an event of that time may never have come, or may have found the bot leaving. */
  mayBeLost(sentAt: number): boolean;
  /** Resolves as soon as that is so. */
  lossSince(sentAt: number): Promise<void>;
}

/** @param acknowledgeWithinMs How long an interaction waits for its acknowledgement. */
export function createOutages(acknowledgeWithinMs: number): Outages {
  const outages: Outage[] = [];
  const waiting = new Set<() => void>();

  const mayBeLost = (sentAt: number): boolean =>
    outages.some(({ until, isLost }) => isLost === true && until >= sentAt);

  return {
    begin() {
      const outage: Outage = { from: performance.now(), until: Number.POSITIVE_INFINITY, isLost: null };
      outages.push(outage);
      return (isLost) => {
        outage.until = performance.now();
        outage.isLost = isLost;
        for (const look of waiting) look();
      };
    },
    mayHaveMissed: (sentAt) =>
      outages.some(({ from, until }) => from <= sentAt + acknowledgeWithinMs && until >= sentAt),
    mayBeLost,
    lossSince: (sentAt) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!mayBeLost(sentAt)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
  };
}
