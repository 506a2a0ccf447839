import type { Answer, AnswerSentence, Citation, Disagreement } from './types.js';

/** What one document says in a disagreement. */
export interface DisputedSide {
  /** The citation of its first sentence: it tells whose side this is. */
  readonly source: Citation;
  readonly sentences: readonly AnswerSentence[];
}

function isIn({ citations }: Disagreement, sentence: AnswerSentence): boolean {
  return sentence.citations.some((mark) => citations.includes(mark));
}

/** The sentences of an answer that no other sentence of it contradicts. */
export function undisputedSentences({ sentences, disagreements }: Answer): readonly AnswerSentence[] {
  return sentences.filter((sentence) => !disagreements.some((disagreement) => isIn(disagreement, sentence)));
}

/** Documents of two collections may share an id; they do not share all of this. */
function isSameSource(one: Citation, other: Citation): boolean {
  return (
    one.document === other.document &&
    one.title === other.title &&
    one.publisher === other.publisher &&
    one.date === other.date
  );
}

/** A disagreement document by document, in the order of its marks. */
export function disputedSides({ sentences, citations }: Answer, disagreement: Disagreement): readonly DisputedSide[] {
  const sides: DisputedSide[] = [];
  for (const sentence of sentences.filter((one) => isIn(disagreement, one))) {
    const source = citations.find(({ n }) => n === sentence.citations[0]);
    if (source === undefined) continue;
    const at = sides.findIndex((side) => isSameSource(side.source, source));
    const side = sides[at];
    if (side === undefined) sides.push({ source, sentences: [sentence] });
    else sides[at] = { ...side, sentences: [...side.sentences, sentence] };
  }
  return sides;
}
