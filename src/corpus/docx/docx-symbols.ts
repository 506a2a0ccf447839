// Letters of Word's symbol fonts that stand in texts; the others are ornaments.
const symbols: Readonly<Record<string, string>> = {
  B7: '•',
  A7: '▪',
  A8: '☐',
  FE: '☑',
  FD: '☒',
  FC: '✓',
  FB: '✗',
  E0: '→',
  DF: '←',
  B0: '°',
  B1: '±',
  B3: '≥',
  A3: '≤',
  B9: '≠',
  BB: '≈',
  D7: '×',
};

/**
 * The character for a `<w:sym>`: `char` is hexadecimal, a letter of a symbol font moved to F000–F0FF.
 * Empty for what has no counterpart.
 */
export function symbolFor(char: string): string {
  const moved = /^F0([\dA-F]{2})$/iu.exec(char)?.[1];
  if (moved !== undefined) return symbols[moved.toUpperCase()] ?? '';
  const code = /^[\dA-F]{1,5}$/iu.test(char) ? Number.parseInt(char, 16) : 0;
  return code >= 0x20 ? String.fromCodePoint(code).toWellFormed() : '';
}
