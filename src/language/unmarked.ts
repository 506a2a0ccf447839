/** A number, or several, in brackets of any script: what a reader takes for the mark of a citation. */
const looksLikeMark =
  /[[\uFF3B\u3010\u3014\u27E6\u301A\u2772\u2045]\s*(\p{N}[\p{N}\s,;.–-]*)[\]\uFF3D\u3011\u3015\u27E7\u301B\u2773\u2046]/gu;

/**
 * What a chat model wrote, without what could pass for a mark that was never given: `[7]` becomes `(7)`. To be given the
 * text as it is shown: characters that nobody sees must be gone.
 */
export function unmarked(text: string): string {
  return text.replaceAll(looksLikeMark, (_, numbers: string) => `(${numbers.trim()})`);
}
