import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { readQuestion } from '#src/language/question.js';
import { retrieve } from '#src/retrieval/retrieve.js';
import type { Generation, ParagraphKind } from '#src/types.js';
import type { SearchTool } from './search-tool.js';

const kinds: ReadonlySet<ParagraphKind> = new Set(['body', 'caption']);

/** Parley's retrieval alone, without the answer: what the peers do. */
export function createParleyTool(encoder: Pick<EmbeddingsInterface, 'embedQuery'>, generation: Generation): SearchTool {
  return {
    async search(question, limit) {
      const vector = Float32Array.from(await encoder.embedQuery(question));
      const { terms } = readQuestion(question);
      return retrieve({ terms, vector, generations: [generation], kinds, limit }).map(({ paragraph }) => {
        const { document, start, end } = generation.paragraph(paragraph);
        const found = generation.documents[document];
        return { document: found?.id ?? '', start, end, text: found?.text.slice(start, end) ?? '' };
      });
    },
  };
}
