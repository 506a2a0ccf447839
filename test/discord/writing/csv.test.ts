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

const formulas = ['=1', '-1', '+1', '@SUM(A1)', '＝1', '＠1', '=HYPERLINK("https://phish.example","a")'];
const ends = [';', '|', '\t', '\r', '\n', '\r\n', '\u2028', ','];
const others = ['a', 'Was', '"', "'", ' ', '\uFEFF', '\u200B', '\u00A0', '\u0000'];
const hostileCell = fc
  .array(fc.constantFrom(...formulas, ...ends, ...others), { maxLength: 8 })
  .map((parts) => parts.join(''));
const texts = fc.oneof(hostileText, hostileLongText, fc.string({ unit: 'binary' }), hostileCell);

/** The cells of a file as a spreadsheet may see them that takes other signs for their ends, and no quotes to be any. */
const cellsOtherwise = (file: string): readonly string[] => file.slice(1).split(/[;|\t\r\n\u2028]/u);
const formula = /^[\s\p{Cc}\p{Cf}"]*[=+\-@＝＋－＠]/u;

const bare = (value: string | number): string => String(value).toWellFormed().replaceAll("'", '');

describe('a file of comma-separated values', () => {
  it('reads back as what was written, but for the apostrophes that keep it from being formulas', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.oneof(fc.integer(), texts), { minLength: 1 }), { maxLength: 20 }), (rows) => {
        const file = csvOf(rows).toString('utf8');
        expect(file.startsWith('\uFEFF')).toBe(true);
        expect(readCsv(file.slice(1)).map((row) => row.map(bare))).toEqual(rows.map((row) => row.map(bare)));
      }),
    );
  });

  it('has no text that is a formula to any spreadsheet, wherever it sees the end of a cell', () => {
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 8 }), (row) => {
        const file = csvOf([[1, ...row]]).toString('utf8');
        for (const cell of readCsv(file.slice(1))[0]?.slice(1) ?? []) {
          expect(cell).not.toMatch(formula);
          expect(cell).not.toMatch(/^[\t\r\n]/u);
        }
        for (const cell of cellsOtherwise(file)) expect(cell).not.toMatch(formula);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves texts alone that could be none', () => {
    const harmless = ['a-b', '1 + 1 = 2', 'a; b', 'mail@example.org', '“=1”', "it's", 'a\nb'];
    expect(readCsv(csvOf([harmless]).toString('utf8').slice(1))).toEqual([harmless]);
  });

  it('marks a formula that a semicolon or a new line would free', () => {
    const cells = ['=1', 'Who; =1+1', 'Who\r\n=1', 'Who;"=1"'];
    expect(readCsv(csvOf([cells]).toString('utf8').slice(1))).toEqual([
      ["'=1", "Who;' =1+1", "Who\r\n'=1", 'Who;\'"=1"'],
    ]);
  });

  it('has numbers as numbers, and an empty row for nothing', () => {
    expect(csvOf([['a', 1, -2], ['']]).toString('utf8')).toBe('\uFEFFa,1,-2\r\n\r\n');
    expect(csvOf([]).toString('utf8')).toBe('\uFEFF');
  });
});
