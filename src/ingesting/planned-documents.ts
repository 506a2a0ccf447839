import { type Screening, screenText } from '../screen.js';
import type { ParsedDocument } from '../types.js';

/** Of a document that would be new or different, as much as whoever confirms a plan is shown: its text stays where it was read. */
export interface PlannedDocument {
  readonly id: string;
  readonly title: string;
  /** What its own text and its source's hidden one say that they should not; `null` when nobody asked. */
  readonly screening: Screening | null;
}

export interface ReadDocument {
  readonly parsed: ParsedDocument;
  /** What its source hides; `null` when the live generation has the document as it is. */
  readonly hidden: readonly string[] | null;
}

interface Looking {
  readonly screens?: boolean;
  readonly onProgress: (progress: { readonly stage: 'screen'; readonly done: number; readonly total: number }) => void;
  readonly signal?: AbortSignal | undefined;
}

/** What is said of the documents that would be new or different, looked through where that is wanted. */
export async function plannedDocuments(
  different: readonly ReadDocument[],
  { screens = false, onProgress, signal }: Looking,
): Promise<readonly PlannedDocument[]> {
  const planned: PlannedDocument[] = [];
  for (const [index, { parsed, hidden }] of different.entries()) {
    if (screens) onProgress({ stage: 'screen', done: index, total: different.length });
    const { id, metadata } = parsed.document;
    const screening = screens ? await screenText(parsed, { hidden: hidden ?? [], signal }) : null;
    planned.push({ id, title: metadata.title, screening });
  }
  if (screens) onProgress({ stage: 'screen', done: different.length, total: different.length });
  return planned;
}
