import type { AnswerSentence, Citation } from '../../types.js';
import type { Words } from '../wording/words.js';
import { type Cautioned, cautionLines } from './caution-lines.js';
import { type Excerpt, excerpt } from './excerpt.js';
import { modelText } from './model-text.js';

/** A sentence of an answer, or a quote alone, which has no standing of its own. */
export type QuotedSentence = Pick<AnswerSentence, 'text' | 'citations'> & Cautioned;

/** A sentence with its marks on one line of a block quote, and under it the cautions it needs. */
export function quoteBlock(
  sentence: QuotedSentence,
  citations: readonly Citation[],
  longest: number,
  words: Words,
): Excerpt {
  const { text, citations: marks } = sentence;
  const source = citations.find(({ n }) => n === marks[0]);
  const isVerbatim = source?.quote === text;
  const span = isVerbatim ? spanInQuote(source) : null;
  const shown = isVerbatim ? text : modelText(text);
  const { markdown, isShortened } = excerpt(shown, { longest, ...(span === null ? {} : { bold: span }) });
  const line = `> ${isVerbatim ? words.quoted(markdown) : markdown} ${marks.map((n) => `[${n}]`).join('')}`;
  return { markdown: [line, ...cautionLines(sentence, words)].join('\n'), isShortened };
}

/** The words of a citation that answer, as offsets into its quote. */
export function spanInQuote({ highlight, start }: Citation): readonly [from: number, to: number] | null {
  const [from, to] = highlight;
  return from === undefined || to === undefined ? null : [from - start, to - start];
}

/** The quote of a citation with its mark. */
export function citedBlock(citation: Citation, longest: number, words: Words): Excerpt {
  return quoteBlock({ text: citation.quote, citations: [citation.n], attribution: null }, [citation], longest, words);
}
