import { meanFigures, rankingFigures } from '#src/evaluating/measures.js';
import type { ParsedDocument } from '#src/types.js';
import type { SearchTool, Unit } from './search-tool.js';
import type { JudgedQuestion } from './source-texts.js';

/** Units fetched for each question: enough that the first ten paragraphs are the same as with more. */
const unitsFetched = 20;

function keyOf(document: string, paragraph: number): string {
  return `${document}#${paragraph}`;
}

/** The paragraphs that a unit shows: those of which it holds at least half, or that hold at least half of it. */
function paragraphsShown(unit: Unit, documents: ReadonlyMap<string, ParsedDocument>): readonly string[] {
  const shown: string[] = [];
  for (const { number, start, end } of documents.get(unit.document)?.paragraphs ?? []) {
    const shared = Math.min(end, unit.end) - Math.max(start, unit.start);
    if (shared >= (end - start) / 2 || shared >= (unit.end - unit.start) / 2) shown.push(keyOf(unit.document, number));
  }
  return shown;
}

export interface SearchQuality {
  readonly 'nDCG@10': number;
  readonly 'hit@1': number;
}

/** How often a tool ranks a paragraph that answers first, and how high the right paragraphs stand. */
export async function measureQuality(
  tool: SearchTool,
  questions: readonly JudgedQuestion[],
  documents: ReadonlyMap<string, ParsedDocument>,
): Promise<SearchQuality> {
  const figures = [];
  for (const { question, document, paragraphs } of questions) {
    const ranked = new Set<string>();
    for (const unit of await tool.search(question, unitsFetched)) {
      for (const paragraph of paragraphsShown(unit, documents)) ranked.add(paragraph);
    }
    const relevant = new Map(paragraphs.map((paragraph) => [keyOf(document, paragraph), 1]));
    figures.push(rankingFigures([...ranked], relevant));
  }
  return meanFigures(figures);
}
