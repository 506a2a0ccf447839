import { sentenceSpans } from '../language/sentences.js';
import type { Paragraph, ParsedDocument, Span } from '../types.js';

/** A sentence, or a line of its own within one: what is looked at as a whole. At most 4,000 UTF-16 units. */
export interface Piece extends Span {
  /** The number of its paragraph. */
  readonly paragraph: number;
  /** A line or a paragraph begins with it, and ends with it. */
  readonly opensLine: boolean;
  readonly closesLine: boolean;
}

// Wrapped prose goes on in small letters; a capital, a mark or a figure may begin something else.
const lineBorder = /\n+(?=[^\S\n]*[\p{Lu}\p{Lo}\p{N}"'“‘([{<#*>|`-])/u;

function* linesOf(text: string, paragraph: number, start: number, end: number): Generator<Piece> {
  let from = start;
  const isLineStart = (at: number): boolean => at === 0 || text[at - 1] === '\n';
  const isLineEnd = (at: number): boolean => at === text.length || text[at] === '\n';
  for (const line of text.slice(start, end).split(lineBorder)) {
    const at = text.indexOf(line, from);
    const trimmed = line.trim();
    if (trimmed !== '') {
      const first = at + line.length - line.trimStart().length;
      const last = first + trimmed.length;
      yield {
        paragraph,
        start: first,
        end: last,
        text: trimmed,
        opensLine: isLineStart(at),
        closesLine: isLineEnd(last),
      };
    }
    from = at + line.length;
  }
}

/** Sentences of a paragraph that the parser took none from: it is never evidence, but it is shown. */
function ownSentences({ text, start }: Paragraph): readonly { readonly start: number; readonly end: number }[] {
  return sentenceSpans(text).map((span) => ({ start: start + span.start, end: start + span.end }));
}

/** Every piece of a document in reading order, promotions and headings included. */
export function* piecesOf({ document, paragraphs, sentences }: ParsedDocument): Generator<Piece> {
  let next = 0;
  for (const paragraph of paragraphs) {
    if (sentences[next]?.paragraph !== paragraph.number) {
      for (const { start, end } of ownSentences(paragraph)) yield* linesOf(document.text, paragraph.number, start, end);
    }
    for (let sentence = sentences[next]; sentence?.paragraph === paragraph.number; sentence = sentences[next]) {
      yield* linesOf(document.text, paragraph.number, sentence.start, sentence.end);
      next += 1;
    }
  }
}
