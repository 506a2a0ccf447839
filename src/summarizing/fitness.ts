import type { Candidate } from './read-candidates.js';
import { standingWorth } from './standing.js';

/** Beyond this many UTF-16 units a point is worth less in proportion: a summary of long sentences is a long summary. */
const comfortableLength = 300;
/** "Money may decide more than law." says something, "The talks failed." little. */
const tellingLength = 60;

/** How well a sentence serves as a point, whatever it says: above 0, at most 1. */
export function fitnessOf({ standing, text }: Candidate): number {
  return standingWorth[standing] * Math.min(1, comfortableLength / text.length, text.length / tellingLength);
}
