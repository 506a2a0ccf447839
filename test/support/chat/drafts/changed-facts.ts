import { amount, cardinalValue, monthAndDay, monthNames, monthNumber, numberWords } from './number-words.js';
import { changed } from './sentence-parts.js';

/** Amounts other than `value`, written as that one was. */
export function changedNumbers(sentence: string): readonly string[] {
  const [written] = amount.exec(sentence) ?? [];
  if (written === undefined) return [];
  const value = cardinalValue(written);
  return [value + 2, value + 5].flatMap((other) => {
    const text = /^\d/u.test(written) ? String(other) : numberWords[other];
    if (text === undefined) return [];
    return [sentence.replace(amount, text).replace(/(?<= (?:three|six|\d) )(week|hour|day|month|year)\b/u, '$1s')];
  });
}

/** Another year, month, day or season than the sentence has. */
export function changedDates(sentence: string): readonly string[] {
  const [, month, day, year] = monthAndDay.exec(sentence) ?? [];
  const otherYear = sentence.replace(/\b(?:19|20)\d\d\b/u, (found) => String(Number(found) - 1));
  const moved: string[] = otherYear === sentence ? [] : [otherYear];
  if (month !== undefined && day !== undefined) {
    const name = monthNames[monthNumber(month) % 12] ?? 'May';
    const until = year === undefined ? '' : `, ${year}`;
    moved.push(sentence.replace(monthAndDay, `${name} ${day}${until}`));
    moved.push(
      sentence.replace(monthAndDay, `${month}. ${Number(day) < 20 ? Number(day) + 8 : Number(day) - 8}${until}`),
    );
  }
  return [...moved, ...changed(sentence, /\b[Ss]pring (?=of |\d)/u, 'autumn ')];
}
