import type { ShownResult } from '../../state/seams/records.js';
import type { Citation } from '../../types.js';

/** What a result cites. The passages under a declined answer are near to the question and no citations. */
export function citationsOf(result: ShownResult): readonly Citation[] {
  switch (result.kind) {
    case 'answer':
      return result.answer.citations;
    case 'check':
      return result.check.claims.flatMap(({ citations }) => citations);
    case 'summary':
      return result.summary.citations;
  }
}
