/**
 * Whether an id came before. A resumed session may bring an event a second time, and nobody wants two answers.
 * @param remembered How many of the latest ids are known.
 */
export function createSeenBefore(remembered: number): (id: string) => boolean {
  const known = new Set<string>();
  return (id) => {
    if (known.has(id)) return true;
    known.add(id);
    if (known.size > remembered) {
      const [oldest] = known;
      if (oldest !== undefined) known.delete(oldest);
    }
    return false;
  };
}
