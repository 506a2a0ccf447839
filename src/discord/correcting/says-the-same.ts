import type { ShownResult } from '../../state/seams/records.js';
import type { Citation } from '../../types.js';

function quotesOf(citations: readonly Citation[]): readonly unknown[] {
  return citations.map(({ document, quote }) => [document, quote]);
}

/** What a reader is told: verdicts, words and whose they are; not where exactly they stand, nor how sure anybody is. */
function told(result: ShownResult): unknown {
  switch (result.kind) {
    case 'answer': {
      const { outcome, sentences, citations } = result.answer;
      if (outcome === 'declined') return [];
      return [sentences.map(({ text, attribution }) => [text, attribution]), quotesOf(citations)];
    }
    case 'check':
      return result.check.claims.map(({ text, verdict, citations }) => [
        text,
        verdict,
        ...(verdict === 'not-covered' ? [] : quotesOf(citations)),
      ]);
    case 'summary':
      return [result.summary.points.map(({ text }) => text), quotesOf(result.summary.citations)];
  }
}

/** Whether nobody would notice if one stood in the place of the other. */
export function saysTheSame(one: ShownResult, other: ShownResult): boolean {
  return JSON.stringify(told(one)) === JSON.stringify(told(other));
}
