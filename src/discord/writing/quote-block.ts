import type { Attribution, Citation, Standing } from '../../types.js';
import { cautionLines } from './caution-lines.js';
import { type Excerpt, excerpt } from './excerpt.js';
import { modelText } from './model-text.js';

export interface QuotedSentence {
  readonly text: string;
  /** Marks of its citations. */
  readonly citations: readonly number[];
  readonly attribution: Attribution | null;
  /** As of an AnswerSentence; what is quoted when absent. */
  readonly standing?: Standing;
  readonly caution?: string | null;
}

/** A sentence with its marks on one line of a block quote, and under it the cautions it needs. */
export function quoteBlock(sentence: QuotedSentence, citations: readonly Citation[], longest: number): Excerpt {
  const { text, citations: marks } = sentence;
  const source = citations.find(({ n }) => n === marks[0]);
  const isVerbatim = source?.quote === text;
  const span = isVerbatim ? spanInQuote(source) : null;
  const shown = isVerbatim ? text : modelText(text);
  const { markdown, isShortened } = excerpt(shown, { longest, ...(span === null ? {} : { bold: span }) });
  const words = isVerbatim ? `“${markdown}”` : markdown;
  const line = `> ${words} ${marks.map((n) => `[${n}]`).join('')}`;
  return { markdown: [line, ...cautionLines(sentence)].join('\n'), isShortened };
}

/** The words of a citation that answer, as offsets into its quote. */
export function spanInQuote({ highlight, start }: Citation): readonly [from: number, to: number] | null {
  const [from, to] = highlight;
  return from === undefined || to === undefined ? null : [from - start, to - start];
}

/** The quote of a citation with its mark. */
export function citedBlock(citation: Citation, longest: number): Excerpt {
  return quoteBlock({ text: citation.quote, citations: [citation.n], attribution: null }, [citation], longest);
}
