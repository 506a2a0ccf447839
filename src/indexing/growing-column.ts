/** A Uint32Array that grows while it is filled: lists of millions of numbers without an object for each. */
export interface GrowingColumn {
  readonly length: number;
  push(value: number): void;
  /** What was pushed so far, as a view that the next push may leave behind. */
  filled(): Uint32Array;
}

export function createGrowingColumn(expected = 1024): GrowingColumn {
  let values = new Uint32Array(Math.max(16, expected));
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(value) {
      if (length === values.length) {
        const larger = new Uint32Array(values.length * 2);
        larger.set(values);
        values = larger;
      }
      values[length++] = value;
    },
    filled: () => values.subarray(0, length),
  };
}
