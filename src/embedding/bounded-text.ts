/**
 * A text that any tokeniser takes, in bounded time: at most `limit` UTF-16 code units, halves of surrogate pairs
 * replaced by U+FFFD (native tokenisers and JSON refuse them).
 */
export function boundedText(text: string, limit: number): string {
  const cut = text.length > limit ? text.slice(0, limit) : text;
  return cut.replace(/\p{Surrogate}/gu, '\uFFFD');
}
