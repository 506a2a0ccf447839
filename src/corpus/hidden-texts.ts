// Enough to judge by; a file can hide any amount.
const mostTexts = 100;
const longestText = 1_000;

/** Hidden texts made fit for a report: white space collapsed, blank ones left out, at most 100 of 1,000 units each. */
export function hiddenTexts(found: Iterable<string>): readonly string[] {
  const texts: string[] = [];
  for (const text of found) {
    const shown = text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
    if (shown === '') continue;
    if (texts.length === mostTexts) break;
    texts.push(shown.length <= longestText ? shown : `${shown.slice(0, longestText - 1).toWellFormed()}…`);
  }
  return texts;
}
