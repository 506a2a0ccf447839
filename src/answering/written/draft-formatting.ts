const fence = /^[ \t]*(?:```|~~~)[^\n]*$/gmu;
const lineMark = /^[ \t]*(?:#{1,6}|[-*+•‣▪●◦–—]|>|\d{1,2}[.)])[ \t]+/u;
const emphasis =
  /\*{1,3}|(?<![\p{L}\p{N}])_{1,3}(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}.,;:!?])_{1,3}(?![\p{L}\p{N}])|~~|\|\||`/gu;
const opening =
  /^(?:(?:the\s+)?(?:short |final |brief |direct )?answers?(?: to (?:the|your) question)?(?: is| would be)?\s*:|(?:based on|according to|from) the (?:given |provided |numbered |above )?(?:passages?|text|context|sources?|information)(?: (?:given|provided|above))?\s*[,:]|(?:sure|certainly|of course|okay|ok)\s*[,!.:]|here(?: is|'s|’s) (?:the|an|my|a) (?:short |brief )?answer\s*:)\s*/iu;
/** Control and format characters but line breaks and tabs, and what only picks a glyph. */
const invisible = /(?![\n\t])[\p{Cc}\p{Cf}]|\p{Variation_Selector}/gu;

/** A text without characters that nobody sees: with them inside, no check would know a word again. */
export function withoutInvisible(text: string): string {
  return text.replaceAll(/[\u2028\u2029\u0085]/gu, '\n').replaceAll(invisible, '');
}

/** A sentence of a draft without fences, bullets, emphasis and openings ("Answer:"), its first letter a capital if it lost one. */
export function withoutFormatting(sentence: string): string {
  const lines = sentence.replaceAll(fence, '').split('\n');
  const plain = lines
    .map((line) => line.replace(lineMark, ''))
    .join(' ')
    .replaceAll(emphasis, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const core = plain.replace(opening, '');
  return core === plain ? plain : core.charAt(0).toUpperCase() + core.slice(1);
}
