import type { ShownResult } from '../../state/seams/records.js';
import { standingPlace } from '../../still-stands.js';
import type { Citation, Generation } from '../../types.js';
import { assertedCitations } from './asserted-citations.js';

function withPlaces(result: ShownResult, place: (citation: Citation) => Citation): ShownResult {
  switch (result.kind) {
    case 'answer':
      return { ...result, answer: { ...result.answer, citations: result.answer.citations.map(place) } };
    case 'check': {
      const claims = result.check.claims.map((claim) => ({ ...claim, citations: claim.citations.map(place) }));
      return { ...result, check: { ...result.check, claims } };
    }
    case 'summary':
      return { ...result, summary: { ...result.summary, citations: result.summary.citations.map(place) } };
  }
}

/**
 * A result with its citations where they stand now: the result itself when none has moved, `null` when something that it
 * says no longer stands in these generations. Passages that were merely near may have gone.
 */
export function placedNow(result: ShownResult, generations: readonly Generation[]): ShownResult | null {
  const asserted = assertedCitations(result);
  const places = new Map(asserted.map((citation) => [citation, standingPlace(citation, generations)]));
  if ([...places.values()].includes(null)) return null;
  if ([...places].every(([before, now]) => before === now)) return result;
  return withPlaces(result, (citation) => places.get(citation) ?? citation);
}
