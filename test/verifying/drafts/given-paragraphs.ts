import type { Encoder } from '#src/embedding/encoder.js';
import { rowsOf } from '#src/embedding/unit-matrix.js';
import { dotProduct } from '#src/retrieval/background.js';
import type { ParsedDocument } from '#src/types.js';
import { readStatement } from '#src/verifying/statement.js';
import type { GivenPassage } from '#src/verifying/written/given-passage.js';
import { vectors } from '../read-both.js';

const passagesGiven = 8;
const sentencesBefore = 2;

/**
 * The paragraphs of a text that a model would be given when it writes a sentence: those that the sentence cites and those
 * nearest to it, eight together, each under its own number.
 */
export async function openParagraphs(
  { document, paragraphs, chunks }: ParsedDocument,
  encoder: Encoder,
): Promise<(sentence: string, cites: readonly number[]) => Promise<readonly GivenPassage[]>> {
  const matrix = await encoder.embedMatrix(chunks.map(({ text }) => text));
  const rows = rowsOf(matrix, encoder.identity.dimensions).map((row) => Float32Array.from(row));
  const statements = chunks.map(({ text }) => readStatement(text, vectors));
  const title = document.metadata.titleIsDescriptive ? undefined : readStatement(document.metadata.title, vectors);
  const quotable = new Set(
    paragraphs.filter(({ kind }) => kind === 'body' || kind === 'caption').map(({ number }) => number),
  );
  const placesOf = (paragraph: number): readonly number[] =>
    chunks.flatMap((chunk, at) => (chunk.paragraph === paragraph ? [at] : []));

  return async (sentence, cites) => {
    const vector = Float32Array.from(await encoder.embedQuery(sentence));
    const similarity = rows.map((row) => dotProduct(vector, row));
    const nearest = [...quotable]
      .map((number) => ({ number, best: Math.max(...placesOf(number).map((at) => similarity[at] ?? 0)) }))
      .toSorted((a, b) => b.best - a.best)
      .map(({ number }) => number);
    const known = new Set(paragraphs.map(({ number }) => number));
    const numbers = [...new Set([...cites.filter((number) => known.has(number)), ...nearest])].slice(0, passagesGiven);
    return numbers.map((n) => {
      const places = placesOf(n);
      return {
        n,
        sentences: places.flatMap((at, i) => {
          const statement = statements[at];
          if (statement === undefined) return [];
          const before = places.slice(Math.max(0, i - sentencesBefore), i).toReversed();
          return [
            {
              statement,
              before: before.flatMap((place) => statements[place] ?? []),
              documentDate: document.metadata.date,
              title,
              similarity: similarity[at] ?? 0,
            },
          ];
        }),
      };
    });
  };
}
