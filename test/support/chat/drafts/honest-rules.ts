import type { HonestKind } from './kinds.js';
import type { LabelledSentence } from './labelled-sentence.js';
import { amount, cardinalValue, monthAndDay, monthNames, monthNumber, numberWords } from './number-words.js';
import type { NumberedPassage } from './passages.js';
import { changed, isStatement, lowerFirst, withoutConnective, withoutStop } from './sentence-parts.js';

/** Words that mean the same in any sentence of a newspaper. */
const synonyms: readonly (readonly [RegExp, string])[] = (
  [
    ['significant', 'considerable'],
    ['capability', 'ability'],
    ['conceal', 'hide'],
    ['discontent', 'dissatisfaction'],
    ['occasions', 'times'],
    ['swiftly', 'quickly'],
    ['immediately', 'at once'],
    ['militants', 'fighters'],
    ['outset', 'beginning'],
    ['solely', 'only'],
    ['persisting', 'continuing'],
    ['regarding', 'about'],
    ['halt', 'stop'],
    ['diminishes', 'reduces'],
    ['boosting', 'raising'],
    ['aimed at', 'meant for'],
    ['vigorously', 'strongly'],
    ['resolving', 'solving'],
    ['provoked', 'caused'],
    ['precise', 'particular'],
    ['the U\\.S\\.(?= (?:appears|has|is|of|that))', 'the United States'],
  ] as const
).map(([from, to]) => [new RegExp(`\\b${from}(?=[ ,.'’])`, 'gu'), to]);

/** Asides that may go; with these words in them they say who says so, or how far it holds. */
const aside = / \((?!at least|even|only|if|voiced|said)[^()]+\)/u;

function clausesOf(sentence: string): readonly string[] {
  return [
    withoutConnective(sentence),
    ...changed(sentence, /, (?:which|who) [^,]+,(?= (?:is|was|sounds|are|were) )/u, ''),
    ...changed(sentence, /, (?:which|who) [^,]+\.$/u, '.'),
    ...changed(sentence, /, while [^,]+\.$/u, '.'),
    ...changed(sentence, /, including [^,]+(?:, if needed)?\.$/u, '.'),
    ...changed(sentence, aside, ''),
  ].filter((clause) => clause !== sentence);
}

/** "15" for "fifteen" and the reverse; "one" stays. */
function inOtherNumerals(sentence: string): readonly string[] {
  const [, digits, word] = amount.exec(sentence) ?? [];
  const other = digits === undefined ? word && String(cardinalValue(word)) : numberWords[Number(digits)];
  return other === undefined ? [] : changed(sentence, amount, other);
}

function inOtherDateForms(sentence: string): readonly string[] {
  const [, month, day, year] = monthAndDay.exec(sentence) ?? [];
  const name = month === undefined ? undefined : monthNames[monthNumber(month) - 1];
  if (name === undefined) return [];
  return [
    sentence.replace(monthAndDay, `${day} ${name}${year === undefined ? '' : ` ${year}`}`),
    sentence.replace(monthAndDay, `${name} ${day}${year === undefined ? '' : `, ${year}`}`),
  ];
}

const titleAndFirstName = /\b(?:U\.S\. |Russian )?(?:Secretary of State|Foreign Minister) \p{Lu}\p{Ll}+ (?=\p{Lu})/gu;

function otherForms(sentence: string): readonly string[] {
  return [
    ...inOtherNumerals(sentence),
    ...inOtherDateForms(sentence),
    ...changed(sentence, /\bone week\b/u, 'a week'),
    ...changed(sentence, /\bone week\b/u, 'seven days'),
    ...changed(sentence, titleAndFirstName, ''),
  ].filter((form) => form !== sentence);
}

function reworded(sentence: string): readonly string[] {
  const result = synonyms.reduce((text, [from, to]) => text.replace(from, to), sentence);
  return result === sentence ? [] : [result];
}

/** A notice speaks of the author itself, and what begins with somebody's version says already whose it is. */
function reportedForms(sentence: string): readonly string[] {
  return /^According to|^Based on|\bauthor\b/u.test(sentence)
    ? []
    : [`According to the author, ${lowerFirst(sentence)}`];
}

function joinedWith(sentence: string, next: string | undefined): readonly string[] {
  if (next === undefined || !isStatement(next) || sentence.length + next.length > 300) return [];
  return [`${withoutStop(sentence)}; ${lowerFirst(withoutConnective(next))}`];
}

/**
 * Honest sentences made of the passages' own words, several of each of their sentences. They are stiff, and there are as
 * many as one likes.
 */
export function honestByRule(passages: readonly NumberedPassage[]): readonly LabelledSentence[] {
  return passages.flatMap(({ n, sentences }) =>
    sentences.flatMap((sentence, index) => {
      if (!isStatement(sentence)) return [];
      const plain = withoutConnective(sentence);
      const made: Readonly<Partial<Record<HonestKind, readonly string[]>>> = {
        verbatim: [sentence],
        clause: clausesOf(sentence),
        joined: joinedWith(sentence, sentences[index + 1]),
        reworded: reworded(plain),
        'other-form': otherForms(plain),
        reported: reportedForms(plain),
        quoted: [`The article says: "${sentence}"`],
      };
      return (Object.entries(made) as [HonestKind, readonly string[]][]).flatMap(([kind, texts]) =>
        texts.map((text) => ({ text, cites: [n], kind, origin: 'rule' as const, source: sentence })),
      );
    }),
  );
}
