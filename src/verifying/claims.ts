import { sentenceSpans } from '../language/sentences.js';
import type { Aside } from '../types.js';
import { asideKind } from './aside-kind.js';
import { splitClauses } from './clauses.js';
import { withoutHedges } from './hedges.js';
import { linesOfMessage } from './message-text.js';

/** One statement of a message. */
export interface Claim {
  /** As it was said, without the formatting of chat. */
  readonly text: string;
  /** What it says, without "I think" and the like. */
  readonly statement: string;
}

export interface MessageParts {
  /** In the order in which they were said, at most `mostClaims`. */
  readonly claims: readonly Claim[];
  readonly asides: readonly Aside[];
  /** How many more claims the message has. */
  readonly omitted: number;
}

/** More claims than these of one message are counted and not read: nobody reads more verdicts at once. */
export const mostClaims = 10;
/** A claim of fewer words says nothing that could be checked ("Kerry"). */
const leastWords = 2;

function sentencesOf(line: string): readonly string[] {
  return sentenceSpans(line).map(({ start, end }) => line.slice(start, end).trim());
}

/** Takes a message apart into what it claims and what it does not. Any text of any length; never throws. */
export function readMessage(message: string): MessageParts {
  const claims: Claim[] = [];
  const asides: Aside[] = [];
  for (const sentence of linesOfMessage(message).flatMap(sentencesOf)) {
    if (sentence === '') continue;
    const core = withoutHedges(sentence);
    const kind = asideKind(sentence, core);
    if (kind !== undefined) {
      asides.push({ text: sentence, kind });
      continue;
    }
    const clauses = splitClauses(core);
    for (const clause of clauses) {
      const statement = withoutHedges(clause);
      if (statement.split(/\s+/u).length < leastWords) asides.push({ text: clause, kind: 'small-talk' });
      else claims.push({ text: clauses.length === 1 ? sentence : clause, statement });
    }
  }
  return { claims: claims.slice(0, mostClaims), asides, omitted: Math.max(0, claims.length - mostClaims) };
}
