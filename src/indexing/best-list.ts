import type { Neighbour } from '../types.js';

/** True when `one` comes before `other`: more similar, or equally similar in an earlier row. */
export function isNearer(one: Neighbour, other: Neighbour): boolean {
  return one.similarity > other.similarity || (one.similarity === other.similarity && one.chunk < other.chunk);
}

export interface BestList {
  /** Chunks are offered in row order: among equals the earlier one stays. */
  offer(chunk: number, similarity: number): void;
  /** Nearest first, equal similarities in row order. */
  sorted(): readonly Neighbour[];
}

/**
 * The best `limit` of what is offered, in a heap whose root is the worst of them: most of a large index costs one
 * comparison a vector.
 */
export function createBestList(limit: number): BestList {
  const heap: Neighbour[] = [];

  const isWorse = (one: number, other: number): boolean => isNearer(heap[other] as Neighbour, heap[one] as Neighbour);
  const swap = (one: number, other: number): void => {
    const moved = heap[one] as Neighbour;
    heap[one] = heap[other] as Neighbour;
    heap[other] = moved;
  };
  const siftUp = (): void => {
    for (let child = heap.length - 1; child > 0; ) {
      const parent = (child - 1) >> 1;
      if (!isWorse(child, parent)) return;
      swap(child, parent);
      child = parent;
    }
  };
  const siftDown = (): void => {
    for (let parent = 0; ; ) {
      const left = 2 * parent + 1;
      let worst = parent;
      if (left < heap.length && isWorse(left, worst)) worst = left;
      if (left + 1 < heap.length && isWorse(left + 1, worst)) worst = left + 1;
      if (worst === parent) return;
      swap(parent, worst);
      parent = worst;
    }
  };

  return {
    offer(chunk, similarity) {
      if (heap.length < limit) {
        heap.push({ chunk, similarity });
        siftUp();
        return;
      }
      const worst = heap[0];
      if (worst !== undefined && similarity > worst.similarity) {
        heap[0] = { chunk, similarity };
        siftDown();
      }
    },
    sorted: () => heap.toSorted((one, other) => (isNearer(one, other) ? -1 : 1)),
  };
}
