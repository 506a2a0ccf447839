import type { Match } from '../alignment.js';
import { reservationsIn } from '../moods.js';
import type { Statement } from '../statement.js';
import { leastWeight } from './reserve-words.js';

const cue =
  /(?<!\b(?:as|even|what|only) )\b(?:if|unless|provided(?: that)?|as long as|so long as|on (?:the )?condition that|in case|in the event)\b/iu;

/** "Should the price fall, …" says if. */
const inverted =
  /(?:^|[;:]\s|,\s(?:and|but)\s)(?:should|were|had)\s(?!not\b)(?:the|a|an|no|it|he|she|they|this|that|\p{Lu})[^,;]*,/iu;

/** "if needed" says nothing of the rest. */
const aside = /^\p{L}+(?: \p{L}+){0,2}\s*[,.)]/u;

/** By one of these a statement keeps that something else must come first. */
const keepsCondition =
  /\b(?:if|unless|provided|providing|whether|should|would|could|might|in case|as long as|so long as|otherwise|once|when|condition(?:s|al|ally)?|depend\p{L}*|subject to|assuming|until|before|without|requires?|needs?)\b/iu;

/** The month is written with a capital. */
const keepsPossible = /\bmay\b/u;

const border = /;\s|:\s|,\s(?:and|but|while|whereas|although|though)\s/giu;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a sentence says under a condition, as offsets into it; `undefined` where it sets none. */
function conditionedIn(text: string): Span | undefined {
  const turned = inverted.exec(text);
  const plain = cue.exec(text);
  if (turned !== null)
    return { start: turned.index + turned[0].length, end: endOf(text, turned.index + turned[0].length) };
  if (plain === null) return undefined;
  const after = text.slice(plain.index + plain[0].length).trimStart();
  if (aside.test(after) && /,\s*$/u.test(text.slice(0, plain.index))) return undefined;
  const opens = /(?:^|[,;:]\s*(?:and\s|but\s|that\s)?|\b(?:that|and|but)\s)$/iu.test(text.slice(0, plain.index));
  const comma = text.indexOf(',', plain.index);
  if (opens && comma >= 0 && plain.index === 0) return { start: comma + 1, end: endOf(text, comma + 1) };
  if (opens && comma >= 0 && !/,\s*$/u.test(text.slice(0, plain.index)))
    return { start: comma + 1, end: endOf(text, comma + 1) };
  const borders = [...text.slice(0, plain.index).matchAll(border)].map(({ index, 0: found }) => index + found.length);
  return { start: borders.at(-1) ?? 0, end: plain.index };
}

function endOf(text: string, from: number): number {
  const next = text.slice(from).search(/;\s/u);
  return next < 0 ? text.length : from + next;
}

const mostly = 0.7;

/** True when a claim says without a condition what its source says only under one. */
export function dropsCondition(claim: Statement, sentence: Statement, matches: readonly Match[]): boolean {
  if (keepsCondition.test(claim.text) || keepsPossible.test(claim.text)) return false;
  const under = conditionedIn(sentence.text);
  if (under === undefined) return false;
  // ", who had studied law there," is so in any case.
  const { isExempt } = reservationsIn(sentence.text);
  let inside = 0;
  let total = 0;
  for (const [at, word] of claim.words.entries()) {
    const match = matches[at];
    const met = match === undefined || match.strength < 0.5 ? undefined : sentence.words[match.at];
    if (met === undefined || word.isName || word.isFigure || word.weight < leastWeight) continue;
    total += word.weight;
    if (met.start >= under.start && met.end <= under.end && !isExempt(met.start)) inside += word.weight;
  }
  return total > 0 && inside / total >= mostly;
}
