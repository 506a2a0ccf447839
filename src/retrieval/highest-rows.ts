/**
 * The `limit` rows with the highest scores, highest first, equal scores in row order. A bounded heap: common words
 * touch most paragraphs of a large collection, and sorting all of them would cost more than scoring them.
 */
export function highestRows(rows: Uint32Array, scores: Float32Array, limit: number): readonly number[] {
  const heap: number[] = [];
  const scoreOf = (row: number): number => scores[row] ?? 0;
  // Lower score, or equal score and later row: leaves the heap first.
  const worse = (a: number, b: number): boolean => scoreOf(a) < scoreOf(b) || (scoreOf(a) === scoreOf(b) && a > b);

  const swap = (i: number, j: number): void => {
    const kept = heap[i] as number;
    heap[i] = heap[j] as number;
    heap[j] = kept;
  };
  const rise = (start: number): void => {
    for (let child = start; child > 0; ) {
      const parent = (child - 1) >> 1;
      if (!worse(heap[child] as number, heap[parent] as number)) return;
      swap(child, parent);
      child = parent;
    }
  };
  const sink = (): void => {
    for (let parent = 0; ; ) {
      let worst = parent;
      for (const child of [2 * parent + 1, 2 * parent + 2]) {
        if (child < heap.length && worse(heap[child] as number, heap[worst] as number)) worst = child;
      }
      if (worst === parent) return;
      swap(parent, worst);
      parent = worst;
    }
  };

  for (const row of rows) {
    if (heap.length < limit) {
      heap.push(row);
      rise(heap.length - 1);
    } else if (limit > 0 && worse(heap[0] as number, row)) {
      heap[0] = row;
      sink();
    }
  }
  return heap.toSorted((a, b) => (worse(a, b) ? 1 : -1));
}
