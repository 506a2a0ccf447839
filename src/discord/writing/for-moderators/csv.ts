/*
 * Where a text could be taken for a formula: at its beginning, and after whatever some spreadsheet takes for the end of a
 * cell. Where numbers have a comma (German, French, Spanish, Russian) that is the semicolon, and there a quote that stands
 * behind a comma protects neither a semicolon nor the end of a line.
 */
const cellEnd = '[;|\\t\\r\\n\\v\\f\\u0085\\u2028\\u2029]';
/** What is skipped before a formula is looked for; a quote may open a cell. */
const skipped = `(?:(?!${cellEnd})[\\s\\p{Cc}\\p{Cf}"])*`;
/** In the wide forms of East Asian keyboards too. */
const formula = '[=+\\-@＝＋－＠]';
const formulaStarts = new RegExp(`(^|${cellEnd})(?=${skipped}${formula})`, 'gu');
const unseenStart = /^[\t\r\n]/u;
const needsQuotes = /[",\r\n]/u;

/** A number stays one; a text never becomes a formula: an apostrophe before it makes a spreadsheet show it as it is. */
function cellOf(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const marked = value.toWellFormed().replaceAll(formulaStarts, "$1'");
  const harmless = unseenStart.test(marked) ? `'${marked}` : marked;
  return needsQuotes.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/**
 * Rows as a file of comma-separated values (RFC 4180) in UTF-8, with the mark at its beginning without which Excel reads
 * another encoding.
 */
export function csvOf(rows: readonly (readonly (string | number)[])[]): Buffer {
  return Buffer.from(`\uFEFF${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`, 'utf8');
}
