import { retrieve } from '../retrieval/retrieve.js';
import type { Generation, ParagraphKind, Passage, PassageScores } from '../types.js';

/** What documents may be ranked by: each part of the retrieval alone, and both together. */
export const rankings = ['lexical', 'dense', 'fused'] as const;
export type Ranking = (typeof rankings)[number];

/** Enough passages that the first ten documents are the same as with all of them. */
const passagesRanked = 200;

const searched: ReadonlySet<ParagraphKind> = new Set(['body', 'caption', 'heading', 'notice']);

function scoreOf(scores: PassageScores, ranking: Ranking): number {
  return ranking === 'dense' ? scores.similarity : scores[ranking];
}

/** Ids of documents, best first, each as its best passage. */
function rankBy(passages: readonly Passage[], ranking: Ranking): readonly string[] {
  const best = new Map<string, number>();
  for (const { generation, paragraph, scores } of passages) {
    const id = generation.documents[generation.paragraph(paragraph).document]?.id;
    if (id === undefined) continue;
    best.set(id, Math.max(best.get(id) ?? Number.NEGATIVE_INFINITY, scoreOf(scores, ranking)));
  }
  return [...best].toSorted(([, a], [, b]) => b - a).map(([id]) => id);
}

/** Documents for one question, ranked three ways. */
export function rankDocuments(
  generation: Generation,
  terms: readonly string[],
  vector: Float32Array,
): Readonly<Record<Ranking, readonly string[]>> {
  const passages = retrieve({ terms, vector, generations: [generation], kinds: searched, limit: passagesRanked });
  return {
    lexical: rankBy(
      passages.filter(({ scores }) => scores.lexical > 0),
      'lexical',
    ),
    dense: rankBy(passages, 'dense'),
    fused: rankBy(passages, 'fused'),
  };
}
