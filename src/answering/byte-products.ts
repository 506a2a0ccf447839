// The bytes of one WebAssembly function. In plain JavaScript the words of a question against those of the sentences that may
// answer it take 2 to 3 ms, half of a whole answer; with vector instructions, sixteen bytes at a time, 0.2 ms.

/** Row-major, rows of `one` × rows of `other`: the sums of their products. `width` is the length of a row. */
export type ByteProducts = (one: Int8Array, other: Int8Array, width: number) => Int32Array;

/** Rows have a multiple of so many bytes. */
export const byteWidth = 16;

/** What the function is given and the numbers it counts with, by their place. */
const local = { one: 0, oneEnd: 1, other: 2, otherEnd: 3, width: 4, out: 5, left: 6, right: 7, stop: 8 };
type Local = keyof typeof local;
/** Place of the sixteen bytes that hold four sums. */
const sums = 9;

type Code = readonly (number | readonly number[])[];
const get = (name: Local): readonly number[] => [0x20, local[name]];
const set = (name: Local): readonly number[] => [0x21, local[name]];
const number = (value: number): readonly number[] => [0x41, value];
const add = 0x6a;
const isBelow = 0x49;
const loop = [0x03, 0x40];
const branchIf = [0x0d, 0];
const end = 0x0b;
const storeNumber = [0x36, 2, 0];
const getSums = [0x20, sums];
const setSums = [0x21, sums];
const noSums = [0xfd, 0x0c, ...Array.from({ length: byteWidth }, () => 0)];
const loadBytes = [0xfd, 0x00, 0, 0];
const addLanes = [0xfd, 0xae, 0x01];
const addPairs = [0xfd, 0x7e];
const multiplyLow = [0xfd, 0x9c, 0x01];
const multiplyHigh = [0xfd, 0x9d, 0x01];
const lane = (at: number): readonly number[] => [...getSums, 0xfd, 0x1b, at];
const forward = (name: Local, by: readonly number[]): readonly number[] => [...get(name), ...by, add, ...set(name)];
const again = (name: Local, until: Local): readonly number[] => [
  ...get(name),
  ...get(until),
  isBelow,
  ...branchIf,
  end,
];
const both: Code = [get('left'), loadBytes, get('right'), loadBytes];

/** For each row of `one`, for each row of `other`: the sum of products goes to `out`, which moves on by four bytes. */
const nextRow: Code = [loop, get('other'), set('right')];
const nextColumn: Code = [loop, get('one'), set('left'), get('one'), get('width'), add, set('stop'), noSums, setSums];
const sixteen: Code = [
  [loop, getSums, ...both, multiplyLow, addPairs, addLanes, ...both, multiplyHigh, addPairs, addLanes, setSums].flat(),
  forward('left', number(byteWidth)),
  forward('right', number(byteWidth)),
  again('left', 'stop'),
];
const store: Code = [
  get('out'),
  lane(0),
  lane(1),
  add,
  lane(2),
  add,
  lane(3),
  add,
  storeNumber,
  forward('out', number(4)),
];
const body: readonly number[] = [
  ...nextRow,
  ...nextColumn,
  ...sixteen,
  ...store,
  again('right', 'otherEnd'),
  forward('one', get('width')),
  again('one', 'oneEnd'),
  end,
].flat();

/** LEB128. */
function unsigned(value: number): readonly number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >> 7)];
}

function section(id: number, content: readonly number[]): readonly number[] {
  return [id, ...unsigned(content.length), ...content];
}

function moduleBytes(): Uint8Array<ArrayBuffer> {
  const i32Type = 0x7f;
  const v128Type = 0x7b;
  // Besides what it is given, three numbers (left, right, stop) and one vector.
  const own = [2, 3, i32Type, 1, v128Type, ...body];
  return Uint8Array.from(
    [
      [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
      section(1, [1, 0x60, 6, ...Array.from({ length: 6 }, () => i32Type), 0]),
      section(3, [1, 0]),
      // The memory `m`, at first of one page, and the function `f`.
      section(5, [1, 0, 1]),
      section(7, [2, 1, 0x6d, 2, 0, 1, 0x66, 0, 0]),
      section(10, [1, ...unsigned(own.length), ...own]),
    ].flat(),
  );
}

const page = 65_536;

/** Of the language's own library, as far as it is used; its types come with those of browsers only. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (
    module: object,
  ) => {
    readonly exports: {
      readonly m: { readonly buffer: ArrayBuffer; grow(pages: number): number };
      f(one: number, oneEnd: number, other: number, otherEnd: number, width: number, out: number): void;
    };
  };
};

function createVectorProducts(): ByteProducts {
  const { m: memory, f: run } = new WebAssembly.Instance(new WebAssembly.Module(moduleBytes())).exports;
  return (one, other, width) => {
    const count = (one.length / width) * (other.length / width);
    if (count === 0) return new Int32Array(0);
    const out = one.length + other.length;
    const needed = out + 4 * count;
    const held = memory.buffer.byteLength;
    if (needed > held) memory.grow(Math.ceil((needed - held) / page));
    const bytes = new Int8Array(memory.buffer);
    bytes.set(one, 0);
    bytes.set(other, one.length);
    run(0, one.length, one.length, out, width, out);
    return new Int32Array(memory.buffer, out, count).slice();
  };
}

/** The same, a byte at a time. */
export const plainProducts: ByteProducts = (one, other, width) => {
  const columns = other.length / width;
  const products = new Int32Array((one.length / width) * columns);
  for (let at = 0; at < products.length; at++) {
    const left = Math.floor(at / columns) * width;
    const right = (at % columns) * width;
    let sum = 0;
    for (let i = 0; i < width; i++) sum += (one[left + i] as number) * (other[right + i] as number);
    products[at] = sum;
  }
  return products;
};

let best: ByteProducts | undefined;

/** Values from -127 to 127; the sums are exact. */
export const byteProducts: ByteProducts = (one, other, width) => {
  if (best === undefined) {
    try {
      best = createVectorProducts();
    } catch {
      // A processor without vector instructions: the same numbers, later.
      best = plainProducts;
    }
  }
  return best(one, other, width);
};
