import { createTimeSlices } from './indexing/time-slices.js';
import { type CandidateDocument, findNearDuplicates } from './screening/find-near-duplicates.js';
import type { Screening } from './screening/finding.js';
import { createFindingList } from './screening/finding-list.js';
import { screenDocument } from './screening/screen-document.js';
import type { Generation, ParsedDocument } from './types.js';

export type { Finding, Screening, Severity } from './screening/finding.js';

// The poisoning report: what a moderator should see before a document goes live. Each part has at most 100 findings, the
// severe ones kept first, in reading order, holds the event loop for no longer than a slice, and is called off by `signal`.

export interface ScreenTextParts {
  /** Texts that the source hides from its readers. */
  readonly hidden: readonly string[];
  readonly signal?: AbortSignal | undefined;
}

/** The part that needs no vectors: what the document's own text says. */
export function screenText(parsed: ParsedDocument, { hidden, signal }: ScreenTextParts): Promise<Screening> {
  return screenDocument(parsed, { hidden, turns: createTimeSlices(signal) });
}

export interface ScreenBesideParts {
  /** What `screenText` found in the document. */
  readonly own: Screening;
  /** What members can search already, by vectors of the candidate's model. May be empty. */
  readonly generations: readonly Generation[];
  readonly signal?: AbortSignal | undefined;
}

/** The whole report: what the document's own text says, and what it alters of what is in the collections. */
export async function screenBeside(
  document: CandidateDocument,
  { own, generations, signal }: ScreenBesideParts,
): Promise<Screening> {
  const copies = await findNearDuplicates(document, generations, createTimeSlices(signal));
  const list = createFindingList();
  for (const finding of [...own.findings, ...copies.findings]) list.add(finding);
  const { findings, omitted } = list.screening();
  return { findings, omitted: omitted + own.omitted + copies.omitted };
}
