import type { Aside, Check, CheckedClaim, Citation, Summary, Verdict } from '#src/types.js';
import { quotedStanding } from './standing.js';

/** A citation whose quote starts at 1,000 times its number. */
export function madeUpCitation(n: number, quote: string, more: Partial<Citation> = {}): Citation {
  const start = n * 1000;
  return {
    n,
    document: 'made-up',
    title: 'A made-up document',
    publisher: 'The Publisher',
    date: '2016-09',
    url: null,
    paragraph: 9,
    start,
    end: start + quote.length,
    quote,
    highlight: [],
    ...more,
  };
}

export function madeUpClaim(text: string, verdict: Verdict, citations: readonly Citation[] = []): CheckedClaim {
  return { text, verdict, score: 0.5, reason: null, ground: null, citations, explanation: [] };
}

export function madeUpCheck(claims: readonly CheckedClaim[], asides: readonly Aside[] = [], omitted = 0): Check {
  return { claims, asides, omitted, asOf: '2016-09', generation: 'made-up', writing: null };
}

/** A summary with a point for every quote. */
export function madeUpSummary(quotes: readonly string[], more: Partial<Summary> = {}): Summary {
  return {
    document: 'made-up',
    title: 'A made-up document',
    paragraphs: null,
    focus: null,
    length: 'short',
    mode: 'extractive',
    points: quotes.map((text, index) => ({
      text,
      citations: [index + 1],
      attribution: null,
      ...quotedStanding,
    })),
    citations: quotes.map((quote, index) => madeUpCitation(index + 1, quote, { paragraph: index + 1 })),
    coverage: { represented: quotes.map((_, index) => index + 1), missing: [], ratio: 1 },
    asOf: '2016-09',
    generation: 'made-up',
    writing: null,
    ...more,
  };
}
