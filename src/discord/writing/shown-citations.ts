import type { ShownResult } from '../../state/state-store.js';
import type { Citation, NearestPassage } from '../../types.js';

function citationOf(nearest: NearestPassage, index: number): Citation {
  return { ...nearest, n: index + 1, publisher: null, date: null, url: null, highlight: [] };
}

/**
 * What the index of a `passage` button counts into, from 0: the citations of a result, and for a declined answer the
 * nearest passages that were shown as not an answer.
 */
export function shownCitations(result: ShownResult): readonly Citation[] {
  switch (result.kind) {
    case 'answer':
      return result.answer.outcome === 'answered' ? result.answer.citations : result.answer.nearest.map(citationOf);
    case 'check':
      return result.check.claims.flatMap(({ citations }) => citations);
    case 'summary':
      return result.summary.citations;
  }
}
