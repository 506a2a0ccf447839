import { MemoryVectorStore } from '@langchain/classic/vectorstores/memory';
import { Document } from '@langchain/core/documents';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { SearchTool, Unit } from './search-tool.js';

/** LangChain's in-memory store. `vectors` spares the embedding; without, the encoder reads every unit. */
export async function createLangChainTool(
  encoder: EmbeddingsInterface,
  units: readonly Unit[],
  vectors?: readonly number[][],
): Promise<SearchTool> {
  const store = new MemoryVectorStore(encoder);
  const documents = units.map((unit) => new Document({ pageContent: unit.text, metadata: { unit } }));
  if (vectors === undefined) await store.addDocuments(documents);
  else await store.addVectors([...vectors], documents);
  return {
    async search(question, limit) {
      const found = await store.similaritySearch(question, limit);
      return found.map(({ metadata }) => metadata.unit as Unit);
    },
  };
}
