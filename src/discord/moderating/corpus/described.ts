import type { DocumentMetadata } from '../../../types.js';
import { visibleText } from '../../writing/visible-text.js';

const grouped = new Intl.NumberFormat('en');
const longestTitle = 150;

/** A document's title in quotes, in one line and not endless. */
export function titled({ title }: Pick<DocumentMetadata, 'title'>): string {
  const line = visibleText(title);
  return `“${line.length <= longestTitle ? line : `${line.slice(0, longestTitle - 1).toWellFormed()}…`}”`;
}

/** As the audit log says what was there: `“Accord”, 12,345 characters`. */
export function described({
  metadata,
  length,
}: {
  readonly metadata: DocumentMetadata;
  readonly length: number;
}): string {
  return `${titled(metadata)}, ${grouped.format(length)} characters`;
}
