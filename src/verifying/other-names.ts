import type { AskedThing } from './asked-thing.js';
import { keyWords } from './compare-names.js';
import { type Both, type Disputant, type Stretch, scopeOf } from './disputant.js';
import { knows, namesIn } from './same-subject.js';
import { meaningsOf, type Statement, type StatementName } from './statement.js';

/** ", the Courier reports.": who says it is not what it is about. */
const saidBy =
  /(?:,\s[^,.]{0,60}\b(?:says?|said|reports?|reported|claims?|claimed|finds?|found|writes?|wrote|shows?|according to)\b[^,]*$|^According to [^,]+,)/u;

/** True for a name in the part of a sentence that tells whose word it is. */
export function isSource({ text }: Statement, { start, end }: Pick<StatementName, 'start' | 'end'>): boolean {
  const found = saidBy.exec(text);
  return found !== null && start >= found.index && end <= found.index + found[0].length;
}

/** A name that the other document never has, the words that are disputed left out. */
function hasUnknownName(side: Disputant, other: Disputant, [from, to]: Stretch, scope: readonly Statement[]): boolean {
  return namesIn(scope).some(
    ([statement, name]) =>
      (statement !== side.statement || name.end <= from || name.start >= to) &&
      !isSource(statement, name) &&
      !knows(other, statement, name),
  );
}

/** A name of the question that one sentence has and the other only its surroundings. */
function lacksName({ statement: question }: AskedThing, side: Disputant, other: Disputant): boolean {
  const has = ({ statement: { terms } }: Disputant, name: StatementName): boolean =>
    keyWords(question, name).every((word) => meaningsOf(word).some((term) => terms.has(term)));
  return question.names.some((name) => has(other, name) && !has(side, name));
}

/**
 * Each sentence is of a place or a person that only its own document knows, or one of them is and does not say itself that
 * it is of the question's; `disputed` are the stretches that differ.
 */
export function nameOthers(asked: AskedThing, [one, other]: Both<Disputant>, disputed: Both<Stretch>): boolean {
  // Where the question names something, what stands before a sentence may be of other things.
  const scopeFor = (side: Disputant): readonly Statement[] =>
    asked.statement.names.length === 0
      ? scopeOf(side)
      : [side.statement, ...(side.title === undefined ? [] : [side.title])];
  const isOther = (side: Disputant, against: Disputant, stretch: Stretch): boolean =>
    lacksName(asked, side, against) && hasUnknownName(side, against, stretch, [side.statement]);
  return (
    isOther(one, other, disputed[0]) ||
    isOther(other, one, disputed[1]) ||
    (hasUnknownName(one, other, disputed[0], scopeFor(one)) && hasUnknownName(other, one, disputed[1], scopeFor(other)))
  );
}
