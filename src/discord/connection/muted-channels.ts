/** Channels in which the bot may not write, and where nobody is told so again and again. */
export interface MutedChannels {
  /** True the first time: then, and only then, somebody may be told. */
  mute(channel: string): boolean;
  isMuted(channel: string): boolean;
}

export interface MutedChannelsLimits {
  /** After this time a channel is tried again, since permissions change. Milliseconds. */
  readonly forgetAfterMs: number;
  /** When more are muted, the one that was muted first is forgotten. */
  readonly most: number;
}

const usualLimits: MutedChannelsLimits = { forgetAfterMs: 3_600_000, most: 1_000 };

/**
 * Every refused request counts towards a ban (10,000 in 10 minutes), so that a channel which refused one is left alone
 * for a while.
 *
 * @param clock Milliseconds of a clock that never goes back
 */
export function mutedChannels(
  clock: () => number = () => performance.now(),
  limits: MutedChannelsLimits = usualLimits,
): MutedChannels {
  /** When each was muted, the earliest first. */
  const mutedAt = new Map<string, number>();

  function forgetOld(): void {
    for (const [channel, at] of mutedAt) {
      if (mutedAt.size <= limits.most && clock() - at < limits.forgetAfterMs) return;
      mutedAt.delete(channel);
    }
  }

  return {
    mute(channel) {
      forgetOld();
      if (mutedAt.has(channel)) return false;
      mutedAt.set(channel, clock());
      forgetOld();
      return true;
    },
    isMuted(channel) {
      forgetOld();
      return mutedAt.has(channel);
    },
  };
}
