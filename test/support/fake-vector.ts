import { boundedText } from '#src/embedding/bounded-text.js';
import { termsOf } from '#src/language/terms.js';

function directionOf(term: string, dimensions: number): Float32Array {
  // FNV-1a seeds a xorshift: the same term points the same way in every run.
  let state = 2_166_136_261;
  for (let index = 0; index < term.length; index += 1) state = Math.imul(state ^ term.charCodeAt(index), 16_777_619);
  state = state === 0 ? 1 : state;
  return Float32Array.from({ length: dimensions }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 31 - 1;
  });
}

/** Unit vector of a text: the sum of one fixed direction a stem, so that texts sharing words are near. */
export function fakeVector(text: string, dimensions: number): Float32Array {
  const sum = directionOf('', dimensions).map((number) => number / 10);
  for (const term of termsOf(boundedText(text, 8_192))) {
    directionOf(term, dimensions).forEach((number, index) => {
      sum[index] = (sum[index] ?? 0) + number;
    });
  }
  const length = Math.hypot(...sum);
  return sum.map((number) => number / length);
}
