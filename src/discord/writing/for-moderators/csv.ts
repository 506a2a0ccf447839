/** What a spreadsheet takes for a formula, or skips before it looks for one. */
const formulaStart = /^[=+\-@\t\r\n]/u;
const needsQuotes = /[",\r\n]/u;

/** A number stays one; a text never becomes a formula: an apostrophe before it makes a spreadsheet show it as it is. */
function cellOf(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = value.toWellFormed();
  const harmless = formulaStart.test(text) ? `'${text}` : text;
  return needsQuotes.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/**
 * Rows as a file of comma-separated values (RFC 4180) in UTF-8, with the mark at its beginning without which Excel reads
 * another encoding.
 */
export function csvOf(rows: readonly (readonly (string | number)[])[]): Buffer {
  return Buffer.from(`\uFEFF${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`, 'utf8');
}
