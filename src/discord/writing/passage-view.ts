import type { Citation } from '../../types.js';

/** A quote where it stands. */
export interface PassageView {
  readonly citation: Citation;
  /** The neighbouring paragraphs; `null` at the ends of the document. */
  readonly before: string | null;
  readonly paragraph: string;
  /** Where the quote starts in the paragraph. */
  readonly offset: number;
  readonly after: string | null;
  /** False when the document has changed since it was quoted: only the quote is known, and `paragraph` is not shown. */
  readonly isCurrent: boolean;
}
