function pairsOf(name: string): ReadonlySet<string> {
  const framed = ` ${name.toLowerCase()} `;
  return new Set(Array.from({ length: framed.length - 1 }, (_, at) => framed.slice(at, at + 2)));
}

/** Below this share of common letter pairs two names only look alike by chance. */
const leastAlike = 0.3;

/** The names most like a wrong one, by shared pairs of letters (Dice's coefficient), the likest first. */
export function similarNames(wrong: string, names: readonly string[], limit = 3): readonly string[] {
  const wanted = pairsOf(wrong);
  return names
    .map((name) => {
      const pairs = pairsOf(name);
      const shared = [...pairs].filter((pair) => wanted.has(pair)).length;
      return { name, likeness: (2 * shared) / (pairs.size + wanted.size) };
    })
    .filter(({ likeness }) => likeness >= leastAlike)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, limit)
    .map(({ name }) => name);
}
