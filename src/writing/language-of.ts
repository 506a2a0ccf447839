/** What Parley reads and checks in; documents and rules are English. */
export const checkedIn = 'en';

/** Shorter ones are a name or a number, in any language. */
const shortestText = 12;

/**
 * The language of a text, ISO 639-1; English where that is not certain. The table of languages (30 MB of memory) is loaded
 * with the first text that needs it.
 */
export async function languageOf(text: string): Promise<string> {
  const isLatin = !/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(text);
  if (isLatin && text.trim().length < shortestText) return checkedIn;
  const { eld } = await import('eld/extrasmall');
  const found = eld.detect(text);
  return found.language !== '' && found.isReliable() ? found.language : checkedIn;
}
