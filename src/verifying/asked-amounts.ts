import type { AskedThing } from './asked-thing.js';
import type { Disputant } from './disputant.js';
import { holdsOf, type Quantity } from './quantities.js';
import type { Statement } from './statement.js';
import { formOf } from './word-forms.js';

/** What counts is met by a word so near, right after the amount: "31 planes" for "how many aircraft". */
const countedFrom = 0.75;

/** The same word, another form or a synonym of it. */
const surely = 0.85;
/** A word that says less tells nothing of what is done. */
const telling = 0.3;

/** Not the whole: "another 23", "of them two", "40 each"; or a place in time: "two weeks later". */
const partBefore =
  /\b(?:another|further|additional|other|including|every|each|per|first|last|next|these|those|of the)\s*$/iu;
const partAfter =
  /^\s*(?:of (?:them|whom|which|these|those|the)|more|others?|each|apiece|later|earlier|before|after|ago|since)\b/iu;
const oldAfter = /^\s*(?:-\s*)?(?:years?[- ])?old\b/iu;
/** "a second stage with 120 seats": of something else than the question's words name. */
const ofBefore = /(?<owner>\p{L}+) (?:with|of|for)(?: \p{L}+)? $/u;
/** A bare amount: what is counted was said before. */
export const bareAfter =
  /^\s*(?:$|[,.;:()]|(?:and|or|but|were|was|are|is|have|had|has|in|at|on|when|did|will|would)\b)/iu;

/** Passengers, visitors, students: whoever they are, they are people. */
const person = /(?:[eo]r|ant|ent|ist|ian|ee|pupil|inhabitant|citizen)s$/u;

/** True when right after an amount stands what the question counts, or what it says of it: "14,000 inhabitants" live there. */
function isCounted(
  { counted, statement: question }: AskedThing,
  { statement, asked }: Disputant,
  { end }: Quantity,
): boolean {
  if (bareAfter.test(statement.text.slice(end))) return true;
  const next = statement.words.findIndex(({ start }) => start >= end);
  const word = statement.words[next];
  if (word === undefined || statement.text.slice(end, word.start).trim() !== '') return false;
  const noun = question.words[counted];
  const isPeople = noun !== undefined && /^(?:people|persons)$/u.test(statement.text.slice(word.start, word.end));
  if (isPeople && person.test(question.text.slice(noun.start, noun.end))) return true;
  return (asked[0] ?? []).some(
    ({ at, strength }, i) =>
      at === next && question.words[i]?.isName === false && strength >= (i === counted ? countedFrom : surely),
  );
}

/** What is had, reached or measured is of what has it; "lost three ships" tells of other ships. */
const having: ReadonlySet<string> = new Set(
  `have get receive own possess hold count number include contain reach total consist employ comprise seat last take weigh
  measure rise stand cover run go stretch cost every each`
    .split(/\s+/)
    .map((word) => formOf(word) ?? word),
);

function isDoneToOther({ statement, asked }: Disputant, { start }: Quantity): boolean {
  const at = statement.words.findLastIndex((word) => word.end <= start);
  const word = statement.words[at];
  if (word === undefined || word.isName || word.isFigure || word.weight < telling || having.has(word.term))
    return false;
  if (!/^ (?:only |just |about |some |at least |nearly |almost )?[$€£¥]?$/u.test(statement.text.slice(word.end, start)))
    return false;
  if (statement.text.slice(word.start, word.end).endsWith('ly')) return false;
  return !(asked[0] ?? []).some((match) => match.at === at && match.strength >= countedFrom);
}

/** True for "a 40-minute long session", where the question asks of no session; not for "the 15-hour talks". */
function isOfNext({ asked, statement }: Disputant, { start, end }: Quantity): boolean {
  if (!/\p{N}-\p{L}/u.test(statement.text.slice(start, end))) return false;
  const next = statement.words.findIndex((word) => word.start >= end);
  return !(asked[0] ?? []).some(({ at, strength }) => at >= next && at <= next + 1 && strength >= surely);
}

/** True for an amount of something else than the question asks of, as the words right before and after it tell. */
export function isSaidOfOther(side: Disputant, quantity: Quantity): boolean {
  return isDoneToOther(side, quantity) || isOfNext(side, quantity);
}

/** True for the amount of a thing that the question does not speak of. */
function isOfOther({ asked, statement }: Disputant, { start }: Quantity): boolean {
  const owner = ofBefore.exec(statement.text.slice(0, start));
  if (owner === null || owner.groups?.owner === undefined) return false;
  const at = statement.words.findIndex((word) => word.start === owner.index);
  return at >= 0 && !(asked[0] ?? []).some((match) => match.at === at && match.strength >= countedFrom);
}

const priceBefore =
  /\b(?:is|are|was|were|be|been|at|pays?|paid|charges?|charged)(?: (?:only|just|now|about))?(?: [$€£¥])?\s*$/iu;

const paidAfter = /^ (?:was|were|is|are|has been|have been|had been|will be|must be) (?:paid|spent|charged)\b/u;

/** True for "costs 12 francs" and "is 12 francs", not for "brings in 12 francs". */
function isPriceAt(
  { statement: question, place }: AskedThing,
  { asked, statement }: Disputant,
  { start, end }: Quantity,
): boolean {
  const names = question.words.some((_, at) => place[at] === 'free' && (asked[0]?.[at]?.strength ?? 0) >= countedFrom);
  const isPaid = priceBefore.test(statement.text.slice(0, start)) || paidAfter.test(statement.text.slice(end));
  return names || isPaid;
}

const scaleAfter = /^\s*(?:long|high|tall|wide|deep|heavy|thick|old|away|from)\b/iu;

/** True for "38 metres tall" and "rises 38 metres", but not "38 metres long", when it is asked how high. */
function isOnScale({ scale }: AskedThing, { words, text }: Statement, { end }: Quantity): boolean {
  if (scale.length === 0) return true;
  const named = scaleAfter.exec(text.slice(end))?.[0].trim().toLowerCase();
  if (named !== undefined) return scale.includes(named);
  return scale.some((word) => words.some(({ start, end: stop }) => formOf(text.slice(start, stop)) === formOf(word)));
}

/** True for an amount that measures what the question asks for, and all of it. */
export function isAskedAmount(asked: AskedThing, side: Disputant, quantity: Quantity): boolean {
  const { statement } = side;
  const { dimension, start, end } = quantity;
  if (!asked.measures.has(dimension)) return false;
  if (asked.statement.quantities.some((one) => holdsOf(one, quantity))) return false;
  const after = statement.text.slice(end);
  if (partBefore.test(statement.text.slice(0, start)) || partAfter.test(after) || oldAfter.test(after)) return false;
  if (isOfOther(side, quantity) || isOfNext(side, quantity)) return false;
  if (asked.isPrice && !isPriceAt(asked, side, quantity)) return false;
  if (asked.counted >= 0) return isCounted(asked, side, quantity);
  return dimension !== 'count' || isOnScale(asked, statement, quantity);
}
