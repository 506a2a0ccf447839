import type { Encoder } from '../embedding/encoder.js';
import { readQuestion } from '../language/question.js';
import type { Generation } from '../types.js';
import type { JudgedSet } from './judged-set.js';
import { meanFigures, type RankingFigures, rankingFigures } from './measures.js';
import { type Ranking, rankDocuments, rankings } from './rank-documents.js';

export type RetrievalReport = Readonly<Record<Ranking, RankingFigures>> & {
  readonly documents: number;
  readonly queries: number;
};

/** Means over the questions that have a judgement. */
export async function evaluateRetrieval(
  set: JudgedSet,
  generation: Generation,
  encoder: Encoder,
  onProgress: (done: number, total: number) => void,
): Promise<RetrievalReport> {
  const judged = set.questions.filter(({ id }) => set.judgements.has(id));
  const figures: Record<Ranking, RankingFigures[]> = { lexical: [], dense: [], fused: [] };
  for (const [index, { id, text }] of judged.entries()) {
    const vector = Float32Array.from(await encoder.embedQuery(text));
    const ranked = rankDocuments(generation, readQuestion(text).terms, vector);
    const relevance = set.judgements.get(id) ?? new Map<string, number>();
    for (const ranking of rankings) figures[ranking].push(rankingFigures(ranked[ranking], relevance));
    onProgress(index + 1, judged.length);
  }
  return {
    documents: set.documents.length,
    queries: judged.length,
    lexical: meanFigures(figures.lexical),
    dense: meanFigures(figures.dense),
    fused: meanFigures(figures.fused),
  };
}
