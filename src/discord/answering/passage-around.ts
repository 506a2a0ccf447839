import type { Citation, Generation, ParagraphKind } from '../../types.js';
import type { PassageView } from '../writing/passage-view.js';

const readAsText: ReadonlySet<ParagraphKind> = new Set(['body', 'caption', 'heading', 'notice']);

function gone(citation: Citation): PassageView {
  return { citation, before: null, paragraph: citation.quote, offset: 0, after: null, isCurrent: false };
}

/**
 * A quote with its paragraph and the ones beside it, from the generations that are live where it is shown; when the document no longer has it at
 * that place, the quote alone. Promotions between paragraphs are passed over.
 */
export function passageAround(generations: readonly Generation[], citation: Citation): PassageView {
  const [found] = generations.flatMap((generation) => {
    const document = generation.documents.find(({ id }) => id === citation.document);
    return document === undefined ? [] : [{ generation, document }];
  });
  if (found === undefined) return gone(citation);
  const { generation, document } = found;
  if (document.text.slice(citation.start, citation.end) !== citation.quote) return gone(citation);
  const rows = Array.from(
    { length: document.endParagraph - document.firstParagraph },
    (_, i) => document.firstParagraph + i,
  );
  const row = rows.find((candidate) => {
    const { start, end } = generation.paragraph(candidate);
    return start <= citation.start && citation.end <= end;
  });
  if (row === undefined) return gone(citation);
  const textOf = (candidate: number | undefined): string | null => {
    if (candidate === undefined) return null;
    const { start, end } = generation.paragraph(candidate);
    return document.text.slice(start, end);
  };
  const shown = rows.filter((candidate) => readAsText.has(generation.paragraph(candidate).kind));
  return {
    citation,
    before: textOf(shown.findLast((candidate) => candidate < row)),
    paragraph: textOf(row) ?? citation.quote,
    offset: citation.start - generation.paragraph(row).start,
    after: textOf(shown.find((candidate) => candidate > row)),
    isCurrent: true,
  };
}
