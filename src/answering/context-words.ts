import type { PiecedText, PiecedWord } from '../language/pieced-text.js';
import { byteProducts, byteWidth } from './byte-products.js';

/** The encoder's states at the words of a text, in eight bits. */
export interface ContextWords {
  readonly words: readonly PiecedWord[];
  /** Row-major, one row a word: the direction of its state once the mean state is taken off. Rows end in zeros. */
  readonly states: Int8Array;
  /** A row times its scale has length 1; 0 where the encoder has no state. */
  readonly scales: Float32Array;
}

const largest = 127;

/** Puts a state, seen from the centre, into bytes that use their whole range; gives the scale that makes its length 1. */
function quantise(state: Float32Array, centre: readonly number[], into: Int8Array): number {
  let most = 0;
  for (let i = 0; i < state.length; i++) most = Math.max(most, Math.abs((state[i] as number) - (centre[i] as number)));
  if (most === 0) return 0;
  let squares = 0;
  for (let i = 0; i < state.length; i++) {
    const value = Math.round((((state[i] as number) - (centre[i] as number)) / most) * largest);
    into[i] = value;
    squares += value * value;
  }
  return 1 / Math.sqrt(squares);
}

/**
 * Keeps what a text's words mean where they stand. All states of an encoder share a large part, `centre`, that says nothing;
 * with it gone "truce" is nearer to "ceasefire" than to whatever stands beside it.
 * @param states One unit row a piece of the text, or zeros.
 */
export function contextWordsOf({ words }: PiecedText, states: Float32Array, centre: readonly number[]): ContextWords {
  const dimensions = centre.length;
  const width = Math.ceil(dimensions / byteWidth) * byteWidth;
  const rows = new Int8Array(words.length * width);
  const scales = new Float32Array(words.length);
  for (const [row, { piece }] of words.entries()) {
    const state = states.subarray(piece * dimensions, (piece + 1) * dimensions);
    if (state.every((value) => value === 0)) continue;
    const into = rows.subarray(row * width, (row + 1) * width);
    scales[row] = quantise(state, centre, into);
  }
  return { words, states: rows, scales };
}

/** Cosines of every word of one text with every word of another, row-major, `one` × `other`. */
export function cosinesBetween(one: ContextWords, other: ContextWords): Float32Array {
  const [rows, columns] = [one.words.length, other.words.length];
  const cosines = new Float32Array(rows * columns);
  if (cosines.length === 0) return cosines;
  const products = byteProducts(one.states, other.states, one.states.length / rows);
  for (let row = 0; row < rows; row++) {
    const scale = one.scales[row] as number;
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      cosines[at] = (products[at] as number) * scale * (other.scales[column] as number);
    }
  }
  return cosines;
}
