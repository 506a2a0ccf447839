import type { Attribution, Citation } from '../../types.js';
import type { Words } from '../wording/words.js';
import { type Excerpt, excerpt } from './excerpt.js';

export interface QuotedSentence {
  readonly text: string;
  /** Marks of its citations. */
  readonly citations: readonly number[];
  readonly attribution: Attribution | null;
}

/** A sentence with its marks on one line of a block quote, and under it the caution it needs. */
export function quoteBlock(
  { text, citations: marks, attribution }: QuotedSentence,
  citations: readonly Citation[],
  longest: number,
  words: Words,
): Excerpt {
  const source = citations.find(({ n }) => n === marks[0]);
  const isVerbatim = source?.quote === text;
  const [from, to] = isVerbatim ? source.highlight : [];
  const bold = from === undefined || to === undefined ? {} : { bold: spanIn(source, from, to) };
  const { markdown, isShortened } = excerpt(text, { longest, ...bold });
  const sentence = isVerbatim ? words.quoted(markdown) : markdown;
  const caution = attribution === null ? '' : `\n⚠️ ${words.results.caution[attribution]}`;
  return { markdown: `> ${sentence} ${marks.map((n) => `[${n}]`).join('')}${caution}`, isShortened };
}

function spanIn(source: Citation | undefined, from: number, to: number): readonly [number, number] {
  const start = source?.start ?? 0;
  return [from - start, to - start];
}

/** The quote of a citation with its mark. */
export function citedBlock(citation: Citation, longest: number, words: Words): Excerpt {
  return quoteBlock({ text: citation.quote, citations: [citation.n], attribution: null }, [citation], longest, words);
}
