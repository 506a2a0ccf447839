import type { CheckedClaim, Verdict } from '../../types.js';
import type { Words } from '../wording/words.js';
import { cautionLines } from './caution-lines.js';
import { excerpt } from './excerpt.js';
import type { ShowRoom } from './fit-messages.js';
import type { Block } from './pack-blocks.js';
import { citedBlock } from './quote-block.js';
import { sentenceMarkdown } from './written-blocks.js';

/** Before the word: a verdict must not hang on a colour. */
const symbols: Readonly<Record<Verdict, string>> = { supported: '✅', contradicted: '❌', 'not-covered': '🔎' };

const longestClaim = 300;
const longestReason = 300;
/** A check has several quotes, and is read beside what it checks. */
const longestQuote = 400;

export interface ClaimBlocks {
  readonly blocks: readonly Block[];
  /** Whether a quote was cut. */
  readonly isShortened: boolean;
}

/** A claim: its verdict first, then its own words, why, and what the documents say. `speaker` is markdown. */
export function claimBlocks(claim: CheckedClaim, speaker: string | null, room: ShowRoom, words: Words): ClaimBlocks {
  const { verdicts, nearest } = words.results.check;
  const said = excerpt(claim.text, { longest: Math.min(longestClaim, room.quote) }).markdown;
  const verdict = `${symbols[claim.verdict]} **${verdicts[claim.verdict]}**`;
  const lines = [`${verdict}${speaker === null ? '' : ` · ${speaker}`}${words.colon}${words.quoted(said)}`];
  const reason = words.facts.reason(claim);
  if (reason !== null) lines.push(excerpt(reason, { longest: longestReason }).markdown);
  const explained = claim.explanation.map(
    (sentence): Block => ({
      text: [sentenceMarkdown(sentence, claim.citations, words), ...cautionLines(sentence, words)].join('\n'),
      isTight: true,
    }),
  );
  const isNear = claim.verdict === 'not-covered' && claim.citations.length > 0;
  const near: readonly Block[] = isNear ? [{ text: nearest, isTight: true }] : [];
  const quotes = claim.citations.map((citation) => citedBlock(citation, Math.min(room.quote, longestQuote), words));
  const quoted = quotes.map(({ markdown }): Block => ({ text: markdown, isTight: true }));
  return {
    blocks: [{ text: lines.join('\n') }, ...explained, ...near, ...quoted],
    isShortened: quotes.some((quote) => quote.isShortened),
  };
}
