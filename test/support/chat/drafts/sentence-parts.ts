const functionWords = new Set(
  'A An The This That These Those It They There In On At By From While Without With So Even One Some Each All As According Based Most Another Previously Experts If Establishment'.split(
    ' ',
  ),
);
const connective = /^(?:However|Moreover|Indeed|Finally|Thus|Meanwhile|For example|At the same time), /u;

/** A whole statement that can stand in a draft: neither a question nor a scrap such as "Photo: AP". */
export function isStatement(sentence: string): boolean {
  return /^\p{Lu}.*[^?.]\.$/su.test(sentence) && sentence.split(/\s+/u).length >= 5 && !/["“”]/u.test(sentence);
}

/** With a small first letter where the word isn't a name. */
export function lowerFirst(sentence: string): string {
  const [first = ''] = sentence.split(/[ ,]/u, 1);
  return functionWords.has(first) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence;
}

export function upperFirst(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

export function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/u, '');
}

/** Without "However, " in front of it. */
export function withoutConnective(sentence: string): string {
  return upperFirst(sentence.replace(connective, ''));
}

/** What the pattern makes of a sentence, where it makes anything. */
export function changed(sentence: string, pattern: RegExp, replacement: string): readonly string[] {
  const result = sentence.replace(pattern, replacement);
  return result === sentence ? [] : [result];
}
