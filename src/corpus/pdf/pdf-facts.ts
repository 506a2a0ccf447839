import { type OwnFacts, saysNothing } from '../file-reading.js';
import type { PdfDocument } from './pdf-engine.js';

interface PdfInfo {
  readonly Title?: unknown;
  readonly Author?: unknown;
  readonly CreationDate?: unknown;
}

const words = (value: unknown): string | null =>
  typeof value === 'string' ? value.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim() || null : null;

/** `D:20160909…` as `2016-09-09`. */
function day(value: unknown): string | null {
  const found = /^(?:D:)?(\d{4})(\d{2})(\d{2})/u.exec(typeof value === 'string' ? value : '');
  return found === null ? null : `${found[1]}-${found[2]}-${found[3]}`;
}

/** What a PDF says of itself. */
export async function pdfFacts(document: PdfDocument): Promise<OwnFacts> {
  try {
    const info = (await document.getMetadata()).info as PdfInfo;
    return { title: words(info.Title), author: words(info.Author), created: day(info.CreationDate) };
  } catch {
    // They are a courtesy: a file with broken ones is read all the same.
    return saysNothing;
  }
}
