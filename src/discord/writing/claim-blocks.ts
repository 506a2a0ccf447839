import type { CheckedClaim, Verdict } from '../../types.js';
import { cautionLines } from './caution-lines.js';
import { excerpt } from './excerpt.js';
import type { ShowRoom } from './fit-messages.js';
import type { Block } from './pack-blocks.js';
import { citedBlock } from './quote-block.js';
import { sentenceMarkdown } from './written-blocks.js';

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
  const explained = claim.explanation.map(
    (sentence): Block => ({
      text: [sentenceMarkdown(sentence, claim.citations), ...cautionLines(sentence)].join('\n'),
      isTight: true,
    }),
  );
  const isNear = claim.verdict === 'not-covered' && claim.citations.length > 0;
  const nearest: readonly Block[] = isNear
    ? [{ text: 'Nearest passages, which neither say nor deny it:', isTight: true }]
    : [];
  const quotes = claim.citations.map((citation) => citedBlock(citation, Math.min(room.quote, longestQuote)));
  const quoted = quotes.map(({ markdown }): Block => ({ text: markdown, isTight: true }));
  return {
    blocks: [{ text: lines.join('\n') }, ...explained, ...nearest, ...quoted],
    isShortened: quotes.some((quote) => quote.isShortened),
  };
}
