/** How long to wait before the next try. */
export interface BackOff {
  /** Milliseconds; about twice as many with each call, up to a limit. */
  next(): number;
}

const first = 1_000;
const longest = 60_000;

/**
 * Half of each wait is left to chance, so that bots which lost Discord together do not return together.
 * @param random From 0 up to 1
 */
export function backOff(random: () => number): BackOff {
  let tries = 0;
  return {
    next() {
      const whole = Math.min(longest, first * 2 ** tries);
      tries += 1;
      return Math.round(whole / 2 + (whole / 2) * random());
    },
  };
}
