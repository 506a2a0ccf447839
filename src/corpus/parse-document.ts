import { type SentenceSpan, sentenceSpans } from '../language/sentences.js';
import type { Chunk, Document, Paragraph, ParsedDocument, Sentence } from '../types.js';
import { cutAtBorders } from './cut-at-borders.js';
import { documentFormat } from './document-format.js';
import { splitParagraphs } from './paragraphs.js';

/** "Not so." says nothing alone and would match everything: shorter sentences are searched with a neighbour. */
const fewestWordsAlone = 5;
/** About 250 tokens, half of what small encoders read; the end of anything longer would never be seen by the search. */
const longestChunk = 1_200;
/** The description of a Discord embed holds 4,096 characters: a longer quote could not be shown whole. */
const longestSentence = 4_000;

// In scripts without spaces every character counts, or a page of Japanese would be one word.
const wordOrIdeograph = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[\p{L}\p{N}]+/gu;

function isShort(text: string): boolean {
  let words = 0;
  for (const _ of text.matchAll(wordOrIdeograph)) {
    words += 1;
    if (words >= fewestWordsAlone) return false;
  }
  return true;
}

function sentencesOf(text: string, paragraph: Paragraph): readonly SentenceSpan[] {
  return sentenceSpans(paragraph.text).flatMap(({ start, end }) => {
    const span = { start: paragraph.start + start, end: paragraph.start + end };
    return end - start <= longestSentence ? [span] : cutAtBorders(text, span.start, span.end, longestSentence);
  });
}

/** One span a sentence; a short one joins the next, the last of them the previous, as long as both fit in a chunk. */
function joinShort(text: string, sentences: readonly SentenceSpan[]): readonly SentenceSpan[] {
  const joined: SentenceSpan[] = [];
  let waiting: SentenceSpan | undefined;
  for (const sentence of sentences) {
    const fits = waiting !== undefined && sentence.end - waiting.start <= longestChunk;
    if (waiting !== undefined && !fits) joined.push(waiting);
    const candidate: SentenceSpan =
      waiting !== undefined && fits ? { start: waiting.start, end: sentence.end } : sentence;
    if (isShort(text.slice(candidate.start, candidate.end))) {
      waiting = candidate;
    } else {
      joined.push(candidate);
      waiting = undefined;
    }
  }
  if (waiting === undefined) return joined;
  const previous = joined.at(-1);
  if (previous === undefined || waiting.end - previous.start > longestChunk) return [...joined, waiting];
  return [...joined.slice(0, -1), { start: previous.start, end: waiting.end }];
}

/**
 * Takes a document apart. Promotions have neither sentences nor chunks, headings have no chunks; in every other paragraph
 * both hold all that isn't white space, in order and without overlap.
 *
 * A sentence has at most 4,000 UTF-16 units, a chunk at most 1,200: a chunk is one sentence, or a short one with its
 * neighbour, or a part of a long one.
 */
export function parseDocument(document: Document): ParsedDocument {
  const { text } = document;
  const paragraphs = splitParagraphs(text, { format: documentFormat(document.source.path) });
  const sentences: Sentence[] = [];
  const chunks: Chunk[] = [];
  for (const paragraph of paragraphs) {
    if (paragraph.kind === 'promotion') continue;
    const placed = ({ start, end }: SentenceSpan): Sentence => ({
      paragraph: paragraph.number,
      start,
      end,
      text: text.slice(start, end),
    });
    const spans = sentencesOf(text, paragraph);
    for (const span of spans) sentences.push(placed(span));
    // A heading is context for what stands under it; without chunks it can never be cited.
    if (paragraph.kind === 'heading') continue;
    for (const span of joinShort(text, spans)) {
      for (const piece of cutAtBorders(text, span.start, span.end, longestChunk)) chunks.push(placed(piece));
    }
  }
  return { document, paragraphs, sentences, chunks };
}
