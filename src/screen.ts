import { createTimeSlices } from './indexing/time-slices.js';
import { findNearDuplicates } from './screening/find-near-duplicates.js';
import type { Screening } from './screening/finding.js';
import { createFindingList } from './screening/finding-list.js';
import { screenDocument } from './screening/screen-document.js';
import type { Generation, ParsedDocument } from './types.js';

export type { Finding, Screening, Severity } from './screening/finding.js';

export interface ScreenParts {
  /** Texts that the source hides from its readers. */
  readonly hidden: readonly string[];
  /** Unit vectors of the document's chunks, one after the other. */
  readonly vectors: Float32Array;
  /** What members can search already. May be empty. */
  readonly generations: readonly Generation[];
  readonly signal?: AbortSignal | undefined;
}

/**
 * The poisoning report: what a moderator should see before a document goes live, from its own text and beside what is in
 * the collection. At most 100 findings, the severe ones kept first, in reading order. The event loop is never held for
 * long; `signal` calls it off.
 */
export async function screen(parsed: ParsedDocument, parts: ScreenParts): Promise<Screening> {
  const { hidden, vectors, generations, signal } = parts;
  const turns = createTimeSlices(signal);
  const own = await screenDocument(parsed, { hidden, turns });
  const copies = await findNearDuplicates(parsed, vectors, generations, turns);
  const list = createFindingList();
  for (const finding of [...own.findings, ...copies.findings]) list.add(finding);
  const { findings, omitted } = list.screening();
  return { findings, omitted: omitted + own.omitted + copies.omitted };
}

/** The part of the report that needs no vectors: what the document's own text says. At most 100 findings, as in `screen`. */
export function screenText(parsed: ParsedDocument, parts: Pick<ScreenParts, 'hidden' | 'signal'>): Promise<Screening> {
  return screenDocument(parsed, { hidden: parts.hidden, turns: createTimeSlices(parts.signal) });
}
