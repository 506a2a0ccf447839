/** Ids that came lately, so that what comes twice is done once. */
export interface RecentIds {
  /** True the first time an id comes. */
  isNew(id: string): boolean;
  /** The id counts as one that never came. */
  forget(id: string): void;
}

/** @param remembered How many of the latest ids are known. */
export function createRecentIds(remembered: number): RecentIds {
  const known = new Set<string>();
  return {
    isNew(id) {
      if (known.has(id)) return false;
      known.add(id);
      if (known.size > remembered) {
        const [oldest] = known;
        if (oldest !== undefined) known.delete(oldest);
      }
      return true;
    },
    forget(id) {
      known.delete(id);
    },
  };
}
