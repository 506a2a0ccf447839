/**
 * At most `limit` of the items, spread over all of them: of each of `limit` equal stretches the item with the highest
 * score, the first of equals. Order is kept. Without scores the first item of each stretch.
 */
export function thinOut<T>(items: readonly T[], limit: number, scoreOf: (item: T) => number = () => 0): readonly T[] {
  if (items.length <= limit) return items;
  return Array.from({ length: limit }, (_, stretch) => {
    const first = Math.floor((stretch * items.length) / limit);
    const end = Math.floor(((stretch + 1) * items.length) / limit);
    let best = items[first] as T;
    let bestScore = scoreOf(best);
    for (const item of items.slice(first + 1, end)) {
      const score = scoreOf(item);
      if (score > bestScore) {
        best = item;
        bestScore = score;
      }
    }
    return best;
  });
}
