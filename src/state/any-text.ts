/** Stands before a text that is kept as JSON. */
const mark = '\u0001';

/**
 * A text as a database can keep it. Half a surrogate pair is no UTF-8, Postgres refuses NUL, and SQLite counts a text only
 * up to it: such texts are kept as JSON, where both are written out. Different texts stay different, and nearly all stay as
 * they are.
 */
export function toStored(text: string): string {
  const isPlain = text.isWellFormed() && !text.includes('\u0000') && !text.startsWith(mark);
  return isPlain ? text : `${mark}${JSON.stringify(text)}`;
}

/** The other way round; what was never made by `toStored` stays as it is. */
export function fromStored(stored: string): string {
  if (!stored.startsWith(mark)) return stored;
  try {
    const text: unknown = JSON.parse(stored.slice(mark.length));
    return typeof text === 'string' ? text : stored;
  } catch {
    return stored;
  }
}

/** The same with every text among the values of a row, or the parameters of a statement. */
export function valueToStored(value: unknown): unknown {
  return typeof value === 'string' ? toStored(value) : value;
}

export function rowFromStored<Row>(row: Row): Row {
  const columns = Object.entries(row as Readonly<Record<string, unknown>>);
  const read = columns.map(([column, value]) => [column, typeof value === 'string' ? fromStored(value) : value]);
  return Object.fromEntries(read) as Row;
}
