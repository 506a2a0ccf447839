/** Longer brackets are no mark. */
export const longestMark = 40;

const list = String.raw`"?\d{1,3}"?(?:[ \t]*(?:[,;&–-]|and)[ \t]*(?:passages?[ \t]*)?"?\d{1,3}"?)*`;
const numbered = String.raw`(?:(?:passages?|sources?|no\.?|#|\^|n[ \t]*=)[ \t]*)?${list}`;
/** "(2016)" is a year and "(9 attempts)" a count: in round brackets only one or two digits, and nothing else, are a mark. */
const round = String.raw`(?:passages?[ \t]+)?\d{1,2}(?:[ \t]*,[ \t]*\d{1,2})*`;
const mark = `\\[[ \\t]*${numbered}[ \\t]*\\]|【[ \\t]*${numbered}[^】\\n]{0,12}】|\\([ \\t]*${round}[ \\t]*\\)`;
const anyMark = new RegExp(`[ \\t]*(?:${mark})`, 'giu');
const afterStop = new RegExp(`([.!?…。！？]+["'”’»*_]*)((?:[ \\t]*(?:${mark}))+)`, 'giu');
const leadingMarks = new RegExp(`^(?:[ \\t]*(?:${mark}))+`, 'iu');

const beforeStop = new RegExp(`(?:${mark})[ \\t]*[.!?…。！？]+["'”’»*_\`]*$`, 'iu');

/** A range longer than this is a slip and no list of passages. */
const longestRange = 8;
const mostNumbers = 12;

function numbersIn(words: string): readonly number[] {
  return [...words.matchAll(/(\d{1,3})(?:\s*[–-]\s*(\d{1,3}))?/gu)].flatMap(([, from = '', to = from]) => {
    const [first, last] = [Number(from), Number(to)];
    if (last < first) return [first, last];
    return Array.from({ length: Math.min(last - first, longestRange) + 1 }, (_, i) => first + i);
  });
}

/** Length of the marks that a text begins with, white space before them included. */
export function leadingMarksLength(text: string): number {
  return leadingMarks.exec(text)?.[0].length ?? 0;
}

/** True when a text begins with what may become a mark when more of it is there. */
export function beginsOpenMark(text: string): boolean {
  const rest = text.trimStart();
  return /^[[(【]/u.test(rest) && !/[\])】\n]/u.test(rest) && rest.length < longestMark;
}

/** True when a text ends with a mark and a stop after it: no abbreviation has one, so that a sentence ends there. */
export function endsWithMark(text: string): boolean {
  return beforeStop.test(text.slice(-2 * longestMark));
}

/** Marks that stand after a full stop, put before it: there they belong to the sentence that it ends. */
export function withMarksInside(text: string): string {
  return text.replaceAll(afterStop, '$2$1');
}

/** A text without its marks (`[1]`, `[1, 2]`, `[1][2]`, `(1)`, `[passage 1]`), and their numbers, each once, in reading order. */
export function takeMarks(text: string): { readonly text: string; readonly marks: readonly number[] } {
  const marks = new Set<number>();
  const rest = text.replaceAll(anyMark, (found) => {
    if (found.trim().length > longestMark) return found;
    for (const number of numbersIn(found)) marks.add(number);
    return '';
  });
  return { text: rest, marks: [...marks].slice(0, mostNumbers) };
}
