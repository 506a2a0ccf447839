/**
 * Writes models/word-vectors.bin from the shipped encoder: `npx tsx scripts/build-word-vectors.ts` (about a minute).
 *
 * Every whole word of the encoder's vocabulary is encoded alone, the mean of all words is taken away (single words of
 * this encoder share one large direction that says only "a word"), words of one stem are averaged, and the rows are
 * projected on their leading principal directions.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createLocalEncoder } from '#src/embedding/local-encoder.js';
import { termsOf } from '#src/language/terms.js';
import { encodeWordVectors } from '#src/language/word-vectors.js';

/** Directions kept: 64 keep the order of the nearest words, and the file under 1.2 MB. */
const keptDirections = 64;
/** Rounds of orthogonal iteration; the leading directions settle within twenty. */
const rounds = 30;
const folder = 'models/e5-small-v2';
const output = 'models/word-vectors.bin';

/** Takes away the mean row and gives every row unit length, in place. */
function centre(rows: Float32Array, dimensions: number): void {
  const count = rows.length / dimensions;
  const mean = new Float64Array(dimensions);
  for (let i = 0; i < rows.length; i++)
    mean[i % dimensions] = (mean[i % dimensions] as number) + (rows[i] as number) / count;
  for (let row = 0; row < count; row++) {
    let squares = 0;
    for (let d = 0; d < dimensions; d++) {
      const at = row * dimensions + d;
      rows[at] = (rows[at] as number) - (mean[d] as number);
      squares += (rows[at] as number) ** 2;
    }
    const length = Math.sqrt(squares) || 1;
    for (let d = 0; d < dimensions; d++) rows[row * dimensions + d] = (rows[row * dimensions + d] as number) / length;
  }
}

/** rowsᵀ · rows, dimensions × dimensions. */
function gramMatrix(rows: Float32Array, dimensions: number): Float64Array {
  const gram = new Float64Array(dimensions * dimensions);
  for (let start = 0; start < rows.length; start += dimensions) {
    for (let i = 0; i < dimensions; i++) {
      const value = rows[start + i] as number;
      for (let j = 0; j < dimensions; j++) {
        gram[i * dimensions + j] = (gram[i * dimensions + j] as number) + value * (rows[start + j] as number);
      }
    }
  }
  return gram;
}

function orthonormalise(columns: Float64Array[]): void {
  for (const [index, column] of columns.entries()) {
    for (const earlier of columns.slice(0, index)) {
      const overlap = column.reduce((sum, value, i) => sum + value * (earlier[i] as number), 0);
      for (let i = 0; i < column.length; i++) column[i] = (column[i] as number) - overlap * (earlier[i] as number);
    }
    const length = Math.hypot(...column) || 1;
    for (let i = 0; i < column.length; i++) column[i] = (column[i] as number) / length;
  }
}

/** The leading eigenvectors of a symmetric matrix, by orthogonal iteration from a fixed start. */
function leadingDirections(gram: Float64Array, dimensions: number, count: number): Float64Array[] {
  const columns = Array.from({ length: count }, (_column, c) =>
    Float64Array.from({ length: dimensions }, (_, i) => Math.sin(1 + i * (c + 1))),
  );
  orthonormalise(columns);
  for (let round = 0; round < rounds; round++) {
    for (const column of columns) {
      const next = Float64Array.from({ length: dimensions }, (_, i) => {
        let sum = 0;
        for (let j = 0; j < dimensions; j++) sum += (gram[i * dimensions + j] as number) * (column[j] as number);
        return sum;
      });
      column.set(next);
    }
    orthonormalise(columns);
  }
  return columns;
}

const tokenizer = JSON.parse(await readFile(`${folder}/tokenizer.json`, 'utf8')) as {
  model: { vocab: Record<string, number> };
};
const words = Object.entries(tokenizer.model.vocab)
  .toSorted(([, a], [, b]) => a - b)
  .map(([word]) => word)
  .filter((word) => /^[a-z]{2,}$/.test(word) && termsOf(word).length === 1);
process.stderr.write(`${words.length} words\n`);
const encoder = await createLocalEncoder({ folder, threads: 2 });
const dimensions = encoder.identity.dimensions;
const rows = await encoder.embedMatrix(words);
await encoder.close();
centre(rows, dimensions);
const directions = leadingDirections(gramMatrix(rows, dimensions), dimensions, keptDirections);

// The tokeniser's vocabulary lists whole words roughly by how often English uses them.
const rankByStem = new Map<string, number>();
const byStem = new Map<string, Float64Array>();
for (const [row, word] of words.entries()) {
  const stem = termsOf(word)[0] as string;
  const sum = byStem.get(stem) ?? new Float64Array(keptDirections);
  for (const [c, direction] of directions.entries()) {
    let projected = 0;
    for (let d = 0; d < dimensions; d++) projected += (direction[d] as number) * (rows[row * dimensions + d] as number);
    sum[c] = (sum[c] as number) + projected;
  }
  byStem.set(stem, sum);
  if (!rankByStem.has(stem)) rankByStem.set(stem, row);
}
const stems = [...byStem.keys()].toSorted();
const table = new Float32Array(stems.length * keptDirections);
for (const [row, stem] of stems.entries()) {
  const sum = byStem.get(stem) as Float64Array;
  const length = Math.hypot(...sum) || 1;
  table.set(
    Float32Array.from(sum, (value) => value / length),
    row * keptDirections,
  );
}
await writeFile(
  output,
  encodeWordVectors({
    words: stems,
    ranks: stems.map((stem) => rankByStem.get(stem) ?? 0),
    rows: table,
    dimensions: keptDirections,
  }),
);
process.stderr.write(`${output}: ${stems.length} stems, ${keptDirections} dimensions\n`);
