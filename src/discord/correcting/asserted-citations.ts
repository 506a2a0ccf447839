import type { ShownResult } from '../../state/seams/records.js';
import type { Citation } from '../../types.js';

/** The citations of what a result says; not the passages that it shows as merely near. Empty for what says nothing. */
export function assertedCitations(result: ShownResult): readonly Citation[] {
  switch (result.kind) {
    case 'answer':
      return result.answer.outcome === 'answered' ? result.answer.citations : [];
    case 'check':
      return result.check.claims.flatMap(({ verdict, citations }) => (verdict === 'not-covered' ? [] : citations));
    case 'summary':
      return result.summary.citations;
  }
}
