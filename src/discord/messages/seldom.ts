/** Whether something may be done again for somebody: at most once in a while for each. */
export type Seldom = (key: string) => boolean;

/** More were never told in one minute; the one told longest ago is forgotten first. */
const remembered = 10_000;

/** @param now Milliseconds; a true answer counts as having done it. */
export function createSeldom(everyMs: number, now: () => number): Seldom {
  const last = new Map<string, number>();
  return (key) => {
    const before = last.get(key);
    if (before !== undefined && now() < before + everyMs) return false;
    last.delete(key);
    last.set(key, now());
    const [oldest] = last.keys();
    if (last.size > remembered && oldest !== undefined) last.delete(oldest);
    return true;
  };
}
