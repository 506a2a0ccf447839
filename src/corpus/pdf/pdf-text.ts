import { CorpusError } from '../../errors.js';
import type { FileReading } from '../file-reading.js';
import { hiddenTexts } from '../hidden-texts.js';
import { columnBlocks } from './column-blocks.js';
import { columnsOf } from './columns.js';
import { documentText } from './document-blocks.js';
import { wordsOfLines } from './join-lines.js';
import { pageDrawing } from './page-drawing.js';
import { pageFurniture } from './page-furniture.js';
import { pageLetters } from './page-letters.js';
import { loadPdfEngine, type PdfDocument } from './pdf-engine.js';
import { pdfFacts } from './pdf-facts.js';
import { type Row, textRows } from './text-rows.js';

/** What one page's drawing or one font may unpack to; a map has some megabytes. */
const mostPartBytes = 48 * 1_048_576;
/** Share of the letters that may be none: fonts that keep to themselves what they draw. */
const mostUnknown = 0.3;

interface ReadPage {
  /** By direction, the upright rows first. */
  readonly rows: readonly (readonly Row[])[];
  readonly height: number;
  readonly hidden: readonly string[];
}

const damaged = (name: string, what: string, cause: unknown): CorpusError =>
  new CorpusError(name, what, 'Fetch it again, or open it in a PDF program and save it anew.', { cause });

async function openPdf(open: (bytes: Uint8Array) => Promise<PdfDocument>, bytes: Uint8Array, name: string) {
  try {
    return await open(bytes);
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new CorpusError(name, 'is protected by a password.', 'Save a copy without one.', { cause: error });
    }
    throw damaged(name, 'is damaged: it cannot be opened as a PDF.', error);
  }
}

function isUnknown(character: string): boolean {
  return /[\p{Co}\p{Cn}\u{FFFD}]/u.test(character);
}

function refuseUnreadable(text: string, name: string): void {
  const letters = text.match(/[\p{L}\p{Co}\p{Cn}\u{FFFD}]/gu) ?? [];
  if (letters.filter(isUnknown).length <= letters.length * mostUnknown) return;
  throw new CorpusError(
    name,
    'does not say which letters its fonts draw.',
    'Print it to a new PDF with text recognition, or give its text as a .txt file.',
  );
}

function refuseEmpty(text: string, pages: number, hidden: readonly string[], name: string): void {
  if (text.trim() !== '') return;
  const count = pages === 1 ? '1 page' : `${pages} pages`;
  const what =
    hidden.length === 0
      ? `has ${count} but no text: it is probably a scan.`
      : `has ${count} but no text that a reader would see: it is probably a scan whose recognised text lies behind the pictures.`;
  throw new CorpusError(name, what, 'Recognise its text with an OCR program, check it, and give it as a .txt file.');
}

/**
 * The text of a PDF as a reader sees it, in the order in which it is read: paragraphs made of their lines, columns one
 * after the other, headings as `# …`; running heads and page numbers are left out.
 *
 * It changes what its thread's programs share, and takes the bytes for itself: call it in a thread of its own.
 *
 * @param name Names the file in errors.
 * @throws CorpusError when it is damaged or protected, has too many pages, unpacks to too much, or has no text.
 */
export async function pdfText(bytes: Uint8Array, name: string, mostPages: number): Promise<FileReading> {
  const engine = await loadPdfEngine(mostPartBytes);
  const document = await openPdf(engine.open, bytes, name);
  const count = document.numPages;
  if (count > mostPages) {
    const counts = [count, mostPages].map((pages) => pages.toLocaleString('en'));
    throw new CorpusError(name, `has ${counts[0]} pages; the limit is ${counts[1]}.`, 'Split it into several files.');
  }
  const layers = await document.getOptionalContentConfig({ intent: 'display' });
  const pages: ReadPage[] = [];
  for (let number = 1; number <= count; number++) {
    try {
      const page = await document.getPage(number);
      const drawing = await pageDrawing(page, engine.operators, layers);
      const letters = pageLetters(drawing);
      pages.push({
        rows: textRows(letters.filter(({ isSeen }) => isSeen)),
        height: drawing.height,
        hidden: textRows(letters.filter(({ isSeen }) => !isSeen))
          .flat()
          .map(({ cells }) => cells.map(({ text }) => text).join(' ')),
      });
      page.cleanup();
    } catch (error) {
      throw damaged(name, `is damaged: page ${number} cannot be read.`, error);
    }
    if (engine.wasCutOff()) {
      const limit = `${mostPartBytes / 1_048_576} MiB`;
      throw new CorpusError(name, `page ${number} unpacks to more than ${limit}.`, 'Leave that page out.');
    }
  }

  const furniture = pageFurniture(pages.map(({ rows, height }) => ({ rows: rows[0] ?? [], height })));
  const columns = pages.flatMap(({ rows }) =>
    rows.flatMap((level) => columnsOf(level.filter((row) => !furniture.has(row)))),
  );
  const words = wordsOfLines(columns.flatMap((column) => column.map(({ text }) => text)));
  const text = documentText(
    columns.flatMap((column) => columnBlocks(column, words)),
    words,
  );
  const hidden = hiddenTexts(pages.flatMap((page) => page.hidden));
  refuseEmpty(text, count, hidden, name);
  refuseUnreadable(text, name);
  return { format: 'pdf', text, pages: count, hidden, says: await pdfFacts(document) };
}
