import type { EmbedWords } from '#src/verifying/words-in-context.js';

const dimensions = 16;

/** States without a context: the same spelling is the same direction, another is nearly at a right angle to it. */
export const wordsBySpelling: EmbedWords = async (texts) =>
  texts.map((words) => {
    const rows = new Float32Array(words.length * dimensions);
    for (const [at, word] of words.entries()) {
      if (word === '') continue;
      let state = 2_166_136_261;
      for (const letter of word.toLowerCase()) state = Math.imul(state ^ letter.charCodeAt(0), 16_777_619);
      const row = rows.subarray(at * dimensions, (at + 1) * dimensions);
      for (let i = 0; i < dimensions; i++) {
        state ^= state << 13;
        state ^= state >>> 17;
        state ^= state << 5;
        row[i] = (state >>> 0) / 2 ** 31 - 1;
      }
      const length = Math.hypot(...row);
      for (let i = 0; i < dimensions; i++) row[i] = (row[i] ?? 0) / length;
    }
    return rows;
  });
