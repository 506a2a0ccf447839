import type { AskedThing } from './asked-thing.js';
import { keyWords } from './compare-names.js';
import { type Disputant, scopeOf } from './disputant.js';
import { meaningsOf, type StatementWord } from './statement.js';
import { formOf } from './word-forms.js';
import type { WordPlace } from './word-places.js';

/** A word that meets a word of the question so well says it, where what the question is about is only named again. */
const saidFrom = 0.6;
/** The same word, another form or a synonym of it. */
const surely = 0.85;
/** A word of the question that says less tells no thing from another. */
const telling = 0.3;

/** A sentence that begins so speaks of what was said before. */
const pointsBack = /^(?:it|they|he|she|this|these|those|its|their|his|her|the|that)\b/iu;

const subjectAfter = /\b(?:do|does|did|has|have|had|will)(?: the)? $/iu;

/** "How many goals did Lara Finn score" is met by "Lara Finn has 19 goals". */
function hasOwn({ statement: question }: AskedThing, { statement, asked }: Disputant, at: number): boolean {
  return question.names.some(({ start, end: stop, words }) => {
    const last = words.at(-1) ?? -1;
    const match = asked[0]?.[last];
    const next = question.words[last + 1];
    if (at !== last + 1 || next === undefined || question.text.slice(stop, next.start).trim() !== '') return false;
    const end = match !== undefined && match.strength >= surely ? statement.words[match.at]?.end : undefined;
    if (end === undefined || !subjectAfter.test(question.text.slice(0, start))) return false;
    return /^ (?:has|have|had) (?:only |now )?(?:\p{N}|\p{L}+ )/u.test(statement.text.slice(end));
  });
}

/** How well a word of the question is met; one that says the opposite meets it where yes or no is asked. */
function strengthOf({ kinds }: AskedThing, { asked }: Disputant, at: number, isOwn: boolean): number {
  const scope = isOwn ? asked.slice(0, 1) : asked;
  const isYesNo = kinds.has('polarity');
  return Math.max(
    0,
    ...scope.map((matches) => (matches[at]?.opposite === true && !isYesNo ? 0 : (matches[at]?.strength ?? 0))),
  );
}

/** They say little themselves: "how many votes did she get" is met by "received". */
const empty: ReadonlySet<string> = new Set('get have take make give'.split(' ').map((word) => formOf(word) ?? word));

function isSaid(asked: AskedThing, side: Disputant, { weight, isName, term }: StatementWord, at: number): boolean {
  const where: WordPlace = asked.place[at] ?? 'own';
  // Whether both documents know the names of the question is seen elsewhere.
  if (where === 'free' || isName || empty.has(term) || (where !== 'own' && weight < telling)) return true;
  if (where === 'own' && asked.counted >= 0 && hasOwn(asked, side, at)) return true;
  if (where !== 'own' && asked.isOfOne && !pointsBack.test(side.statement.text))
    return strengthOf(asked, side, at, true) >= saidFrom;
  return strengthOf(asked, side, at, where === 'own') >= (where === 'around' ? saidFrom : surely);
}

/** True when each name of the question stands as a whole at the sentence, not somewhere in its document. */
function isNamed({ statement: question }: AskedThing, side: Disputant): boolean {
  const scope = scopeOf(side);
  return question.names.every((name) => {
    // "the first Warsaw President": a title at the end is what is named.
    const last = question.words[name.words.at(-1) ?? -1];
    const wanted = new Set([...keyWords(question, name), ...(last === undefined ? [] : [last])]);
    return scope.some(({ terms }) => [...wanted].every((word) => meaningsOf(word).some((term) => terms.has(term))));
  });
}

/** True for a word that tells what is asked, and not only of whom. */
function isTelling({ weight, isName, isFigure, term }: StatementWord): boolean {
  return weight >= telling && !isName && !isFigure && !empty.has(term);
}

/**
 * True when a sentence tells what the question asks of: what it asks to be done or to be so stands in the sentence, and
 * what it is about there or right before it or in the title.
 */
export function tellsAsked(asked: AskedThing, side: Disputant): boolean {
  const { words } = asked.statement;
  if (!isNamed(asked, side)) return false;
  // "the last train", where it is asked of the first.
  if (!asked.kinds.has('polarity') && side.asked[0]?.some(({ opposite }) => opposite) === true) return false;
  if (!words.every((word, at) => isSaid(asked, side, word, at))) return false;
  // Something of the question must stand in the sentence itself, whatever stands around it, and not only a name.
  const hasTelling = words.some(isTelling);
  return words.some(
    (word, at) =>
      (hasTelling ? isTelling(word) : word.weight >= telling) && strengthOf(asked, side, at, true) >= surely,
  );
}
