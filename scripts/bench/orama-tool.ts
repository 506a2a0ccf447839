import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { create, insertMultiple, search } from '@orama/orama';
import { stopWords } from '#src/language/stop-words.js';
import type { SearchTool, Unit } from './search-tool.js';

const insertedAtOnce = 500;

/** Its default, half and half, ranks these questions worse. */
const hybridWeights = { text: 0.2, vector: 0.8 };

/**
 * Orama with full text (stemmed, Parley's stop words out: with them in it ranks far worse) and vectors, searched as a
 * hybrid with its own cut of similarities.
 */
export async function createOramaTool(
  encoder: EmbeddingsInterface,
  units: readonly Unit[],
  given?: readonly number[][],
): Promise<SearchTool> {
  const vectors = given ?? (await encoder.embedDocuments(units.map(({ text }) => text)));
  const database = create({
    schema: { text: 'string', unit: 'number', vector: `vector[${vectors[0]?.length ?? 0}]` },
    components: { tokenizer: { language: 'english', stemming: true, stopWords: [...stopWords] } },
  } as const);
  await insertMultiple(
    database,
    units.map(({ text }, unit) => ({ text, unit, vector: vectors[unit] ?? [] })),
    insertedAtOnce,
  );
  return {
    async search(question, limit) {
      const value = await encoder.embedQuery(question);
      const { hits } = await search(database, {
        mode: 'hybrid',
        term: question,
        properties: ['text'],
        vector: { value, property: 'vector' },
        hybridWeights,
        limit,
      });
      return hits.map(({ document }) => units[document.unit] as Unit);
    },
  };
}
