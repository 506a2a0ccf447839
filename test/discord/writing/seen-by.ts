const gone: readonly (readonly [first: number, last: number])[] = [
  [0x00, 0x08],
  [0x0e, 0x1f],
  [0x7f, 0x84],
  [0x86, 0x9f],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0e],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfffb],
  [0x1bca0, 0x1bca3],
  [0x1d173, 0x1d17a],
  [0xe0000, 0xe0fff],
];

/** What a reader should see of a text, found character by character and not by the patterns that Parley uses. */
export function seenBy(text: string): string {
  let seen = '';
  for (const character of text.toWellFormed()) {
    const code = character.codePointAt(0) ?? 0;
    if (gone.some(([first, last]) => code >= first && code <= last)) continue;
    if (code === 0xfe0f && !/\p{Emoji}$/u.test(seen)) continue;
    seen += [9, 10, 11, 12, 13, 0x85, 0x2028, 0x2029, 0x2800].includes(code) ? ' ' : character;
  }
  return seen.replaceAll(/\s{2,}/gu, ' ').trim();
}
