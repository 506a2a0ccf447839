import type { CheckedClaim, Verdict } from '../../types.js';
import { excerpt } from './excerpt.js';
import type { ShowRoom } from './fit-messages.js';
import type { Block } from './pack-blocks.js';
import { citedBlock } from './quote-block.js';

/** Symbol and word: a verdict must not hang on a colour. */
const verdicts: Readonly<Record<Verdict, string>> = {
  supported: '✅ **Supported**',
  contradicted: '❌ **Contradicted**',
  'not-covered': '🔎 **Not covered**',
};

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
export function claimBlocks(claim: CheckedClaim, speaker: string | null, room: ShowRoom): ClaimBlocks {
  const words = excerpt(claim.text, { longest: Math.min(longestClaim, room.quote) }).markdown;
  const lines = [`${verdicts[claim.verdict]}${speaker === null ? '' : ` · ${speaker}`}: “${words}”`];
  if (claim.reason !== null) lines.push(excerpt(claim.reason, { longest: longestReason }).markdown);
  if (claim.verdict === 'not-covered' && claim.citations.length > 0)
    lines.push('Nearest passages, which neither say nor deny it:');
  const quotes = claim.citations.map((citation) => citedBlock(citation, Math.min(room.quote, longestQuote)));
  const quoted = quotes.map(({ markdown }): Block => ({ text: markdown, isTight: true }));
  return { blocks: [{ text: lines.join('\n') }, ...quoted], isShortened: quotes.some((quote) => quote.isShortened) };
}
