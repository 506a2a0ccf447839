const longestTitle = 300;

/** The first heading of a Markdown text, or of one whose headings are written so; `null` when it has none. */
export function markdownTitle(text: string): string | null {
  const top = text.slice(0, 20_000);
  const marked = /^ {0,3}#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*$/mu.exec(top);
  const underlined = /^(?![-*+>|\s])(.+)\n(?:={2,}|-{3,})[ \t]*$/mu.exec(top);
  const first = underlined !== null && underlined.index < (marked?.index ?? top.length) ? underlined : marked;
  return first?.[1] ?? null;
}

/** A title found in a text, fit to be shown: one line, no control characters, not endless. */
export function shownTitle(found: string | null): string | null {
  const title = found?.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim() ?? '';
  if (title.length <= longestTitle) return title || null;
  return `${new RegExp(`^.{1,${longestTitle - 1}}`, 'u').exec(title)?.[0] ?? ''}…`;
}
