import type { ShownResult } from '../../state/seams/records.js';
import type { Answer, Citation, Summary } from '../../types.js';

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

/** What an answer or a summary says, and whose words it says it in. */
function statementOf(result: ShownResult): Answer | Summary | null {
  switch (result.kind) {
    case 'answer':
      return result.answer.outcome === 'answered' ? result.answer : null;
    case 'check':
      return null;
    case 'summary':
      return result.summary;
  }
}

/** The quotes in no order: a model gives them in that of its own sentences. */
function standsOn({ citations }: Answer | Summary): string {
  return JSON.stringify(
    quotesOf(citations)
      .map((quote) => JSON.stringify(quote))
      .toSorted(),
  );
}

/**
 * Whether nobody would learn anything new if one stood in the place of the other. What a model wrote says the same as
 * what is quoted word for word when both stand on the same quotes.
 */
export function saysTheSame(one: ShownResult, other: ShownResult): boolean {
  const [first, second] = [statementOf(one), statementOf(other)];
  if (first !== null && second !== null && one.kind === other.kind && first.mode !== second.mode)
    return standsOn(first) === standsOn(second);
  return JSON.stringify(told(one)) === JSON.stringify(told(other));
}
