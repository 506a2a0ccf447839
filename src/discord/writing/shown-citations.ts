import type { ShownResult } from '../../state/seams/records.js';
import type { Citation, NearestPassage } from '../../types.js';
import { citationsOf } from './citations-of.js';

function citationOf(nearest: NearestPassage, index: number): Citation {
  return { ...nearest, n: index + 1, publisher: null, date: null, url: null, highlight: [] };
}

/**
 * What the index of a `passage` button counts into, from 0: the citations of a result, and for a declined answer the
 * nearest passages that were shown as not an answer.
 */
export function shownCitations(result: ShownResult): readonly Citation[] {
  const isDeclined = result.kind === 'answer' && result.answer.outcome === 'declined';
  return isDeclined ? result.answer.nearest.map(citationOf) : citationsOf(result);
}
