import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteProducts, byteWidth, plainProducts } from '#src/answering/byte-products.js';

const bytes = (length: number) =>
  fc
    .array(fc.integer({ min: -127, max: 127 }), { minLength: length, maxLength: length })
    .map((all) => Int8Array.from(all));
const matrices = fc
  .tuple(fc.nat({ max: 5 }), fc.nat({ max: 9 }), fc.integer({ min: 1, max: 4 }))
  .chain(([rows, columns, blocks]) => {
    const width = blocks * byteWidth;
    return fc.tuple(bytes(rows * width), bytes(columns * width), fc.constant(width));
  });

const row = (first: number): number[] => [first, ...Array.from({ length: byteWidth - 1 }, () => 0)];

describe('products of rows of bytes', () => {
  it('are those of one number after the other', () => {
    fc.assert(
      fc.property(matrices, ([one, other, width]) => {
        expect(byteProducts(one, other, width)).toEqual(plainProducts(one, other, width));
      }),
    );
  });

  it('are row by row', () => {
    const one = Int8Array.from([...row(2), ...row(-3)]);
    const other = Int8Array.from([...row(5), ...row(7), ...row(-127)]);
    expect([...byteProducts(one, other, byteWidth)]).toEqual([10, 14, -254, -15, -21, 381]);
  });

  it('are exact at the largest numbers, and over more rows than the memory had room for', () => {
    const width = 512;
    const one = new Int8Array(40 * width).fill(-127);
    const other = new Int8Array(900 * width).fill(127);
    const products = byteProducts(one, other, width);
    expect(products).toHaveLength(36_000);
    expect(products.every((product) => product === -127 * 127 * width)).toBe(true);
    // What stood in the memory before does not matter.
    expect(byteProducts(one.subarray(0, byteWidth), one.subarray(0, byteWidth), byteWidth)).toEqual(
      Int32Array.of(127 * 127 * byteWidth),
    );
  });
});
