import type { ShownRecord } from '../../state/seams/records.js';
import type { Generation } from '../../types.js';
import { assertedCitations } from './asserted-citations.js';
import { placedNow } from './placed-now.js';
import { saysTheSame } from './says-the-same.js';

/**
 * Whether what a record's messages show may be other than what the documents say: something that they say no longer
 * stands; or they were corrected before, and now say nothing, or not what they said at first although that stands again
 * (after a rollback). What was declined to begin with stays as it is.
 */
export function mustBeAskedAgain(
  { result, original }: Pick<ShownRecord, 'result' | 'original'>,
  generations: readonly Generation[],
): boolean {
  if (placedNow(result, generations) === null) return true;
  if (original === undefined || saysTheSame(original, result)) return false;
  return assertedCitations(result).length === 0 || placedNow(original, generations) !== null;
}
