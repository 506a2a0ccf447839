import type { Desk } from '#src/desk.js';
import type { Generation } from '#src/types.js';
import { madeUpAnswer } from './made-up-answer.js';
import { madeUpCheck, madeUpCitation, madeUpClaim, madeUpSummary } from './made-up-results.js';
import { parsedText, plainGeneration } from './plain-generation.js';

export const scriptedQuote = 'The talks lasted 15 hours.';

/** A generation without a document: what looks for examples or sections finds none. */
const generation = { id: '20260101-000000-0000', documents: [], paragraphCount: 0 } as unknown as Generation;

/** Where what it says stands. */
const quotable = plainGeneration(generation.id, [parsedText('made-up', scriptedQuote)]);

/** A desk that says the same to everybody, at once: for what happens around answers. */
export function scriptedDesk(): Desk {
  return {
    generation,
    threshold: 0.5,
    generations: async () => [quotable],
    ask: async (question) => madeUpAnswer(question, [{ quote: scriptedQuote }]),
    askOver: async (question) => madeUpAnswer(question, [{ quote: scriptedQuote }]),
    embedQuestion: async () => new Float32Array(1),
    check: async (text) => madeUpCheck([madeUpClaim(text, 'supported', [madeUpCitation(1, scriptedQuote)])]),
    summarize: async () => madeUpSummary([scriptedQuote]),
    refresh: async () => false,
    close: async () => undefined,
  };
}
