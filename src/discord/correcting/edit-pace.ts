/** Durations in milliseconds. */
export interface EditLimits {
  /** From one edit to the next. */
  readonly editEveryMs: number;
  /** From one edit to the next in the same channel. */
  readonly editInChannelEveryMs: number;
}

/**
 * Gives a function that resolves when a message of a channel may be edited. To be awaited one at a time.
 *
 * @param clock Milliseconds of a clock that never goes back
 */
export function createEditPace(
  { editEveryMs, editInChannelEveryMs }: EditLimits,
  clock: () => number,
  wait: (milliseconds: number) => Promise<void>,
): (channel: string) => Promise<void> {
  const lastIn = new Map<string, number>();
  let last = Number.NEGATIVE_INFINITY;
  return async (channel) => {
    const before = lastIn.get(channel) ?? Number.NEGATIVE_INFINITY;
    const due = Math.max(last + editEveryMs, before + editInChannelEveryMs);
    // A timer may run a little early.
    for (let left = due - clock(); left > 0; left = due - clock()) await wait(Math.ceil(left));
    last = clock();
    for (const [other, at] of lastIn) if (at + editInChannelEveryMs <= last) lastIn.delete(other);
    lastIn.set(channel, last);
  };
}
