import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from '#src/discord/writing/for-moderators/csv.js';
import { hostileLongText, hostileText } from '../../support/hostile-text.js';

/** A reader of RFC 4180, of its grammar alone. @throws Error for what is not in it */
function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let at = 0;
  const cell = (): string => {
    if (text[at] !== '"') {
      const [plain = ''] = /^[^",\r\n]*/u.exec(text.slice(at)) ?? [];
      at += plain.length;
      return plain;
    }
    const [, quoted = ''] = /^"((?:[^"]|"")*)"/u.exec(text.slice(at)) ?? [];
    at += quoted.length + 2;
    return quoted.replaceAll('""', '"');
  };
  while (at < text.length) {
    rows.at(-1)?.push(cell());
    if (text[at] === ',') {
      at += 1;
    } else {
      if (text.slice(at, at + 2) !== '\r\n') throw new Error(`There is no end of a row at ${at}.`);
      at += 2;
      rows.push([]);
    }
  }
  return rows.slice(0, -1);
}

const cells = fc.oneof(
  fc.integer(),
  hostileText,
  hostileLongText,
  fc.string({ unit: 'binary' }),
  fc.string().map((end) => `=HYPERLINK("https://phish.example","${end}")`),
  fc.constantFrom('', '"', '""', ',', '\r\n', '\t=1', '-1', '+1', '@SUM(A1)', '\r=1', "'", '\uFEFF=1'),
);

describe('a file of comma-separated values', () => {
  it('reads back as what was written, and nothing in it is a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cells, { minLength: 1, maxLength: 8 }), { maxLength: 20 }), (rows) => {
        const file = csvOf(rows).toString('utf8');
        expect(file.startsWith('\uFEFF')).toBe(true);
        const read = readCsv(file.slice(1));
        const expected = rows.map((row) =>
          row.map((value) => {
            if (typeof value === 'number') return String(value);
            const text = value.toWellFormed();
            return '=+-@\t\r\n'.includes(text.charAt(0)) && text !== '' ? `'${text}` : text;
          }),
        );
        expect(read).toEqual(expected);
        for (const [index, row] of read.entries()) {
          for (const [column, text] of row.entries()) {
            if (typeof rows[index]?.[column] === 'string') expect(text).not.toMatch(/^[=+\-@\t\r\n]/u);
          }
        }
      }),
    );
  });

  it('has numbers as numbers, and an empty row for nothing', () => {
    expect(csvOf([['a', 1, -2], ['']]).toString('utf8')).toBe('\uFEFFa,1,-2\r\n\r\n');
    expect(csvOf([]).toString('utf8')).toBe('\uFEFF');
  });
});
