/** Emoji, arrows, signs of mathematics and money, box drawings: all but letters, figures and punctuation. */
const sign = /\p{S}/gu;

/**
 * Whether a sentence has a sign that none of the texts has. The check weighs words; a sentence with an emoji after each of
 * them has the same words, and is no longer what the text says.
 */
export function hasUnknownSigns(sentence: string, texts: readonly string[]): boolean {
  return (sentence.match(sign) ?? []).some((one) => texts.every((text) => !text.includes(one)));
}
