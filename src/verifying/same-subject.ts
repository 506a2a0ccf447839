import type { AskedThing } from './asked-thing.js';
import { keyWords } from './compare-names.js';
import { compareDates } from './dates.js';
import { type Both, type Disputant, scopeOf } from './disputant.js';
import { meaningsOf, type Statement, type StatementName } from './statement.js';

/** Things that are told apart by their number: "line 4" is not "line 2". */
const numbered =
  /\b(?<noun>line|article|section|chapter|part|phase|stage|round|level|group|zone|sector|district|platform|terminal|room|block|unit|volume|version|model|type|class|grade|division|flight|route|highway|bus|train|battalion|resolution|season|annex|option|plan|case|paragraph|clause|reactor|gate|pier|building)\s+(?:no\.?\s*)?(?<value>\d{1,4}|[IVX]{1,4}|one|two|three|four|five|six|seven|eight|nine|ten)\b/giu;
const ranked =
  /\b(?<value>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th)) (?<noun>line|phase|stage|round|part|group|zone|division|battalion|season|summit|conference|congress|edition|half|quarter|term|attempt|test|vote|ballot|flight|trip|battle|war)\b/giu;
const figures: Readonly<Record<string, string>> = {
  one: '1',
  first: '1',
  two: '2',
  second: '2',
  three: '3',
  third: '3',
  four: '4',
  fourth: '4',
  five: '5',
  fifth: '5',
  six: '6',
  sixth: '6',
  seven: '7',
  seventh: '7',
  eight: '8',
  eighth: '8',
  nine: '9',
  ninth: '9',
  ten: '10',
  tenth: '10',
};

interface NumberedThing {
  readonly noun: string;
  readonly value: string;
}

const knownThings = new WeakMap<Statement, readonly NumberedThing[]>();

/** Read once a statement: most have none, and each is held against several others. */
function numberedIn(statement: Statement): readonly NumberedThing[] {
  const known = knownThings.get(statement);
  if (known !== undefined) return known;
  const things = [numbered, ranked].flatMap((pattern) =>
    [...statement.text.matchAll(pattern)].map(({ groups = {} }) => {
      const value = (groups.value ?? '').toLowerCase();
      return { noun: (groups.noun ?? '').toLowerCase(), value: figures[value] ?? value.replace(/\D+$/u, '') };
    }),
  );
  knownThings.set(statement, things);
  return things;
}

function numberedThings(statements: readonly Statement[]): ReadonlyMap<string, ReadonlySet<string>> {
  const things = new Map<string, Set<string>>();
  for (const { noun, value } of statements.flatMap(numberedIn)) {
    things.set(noun, (things.get(noun) ?? new Set()).add(value));
  }
  return things;
}

function numberOtherThings(one: Disputant, other: Disputant): boolean {
  const theirs = numberedThings(scopeOf(other));
  return [...numberedThings(scopeOf(one))].some(([noun, values]) => {
    const others = theirs.get(noun);
    return others !== undefined && ![...values].some((value) => others.has(value));
  });
}

/** True when a document has the words by which a name is known, at the sentence or anywhere. */
export function knows(side: Disputant, statement: Statement, name: StatementName): boolean {
  const words = keyWords(statement, name);
  const scope = scopeOf(side);
  return words.every(
    (word) =>
      meaningsOf(word).some((term) => scope.some(({ terms }) => terms.has(term))) ||
      side.documentText.includes(statement.text.slice(word.start, word.end)),
  );
}

/** Every name in some statements, with the statement. */
export function namesIn(statements: readonly Statement[]): readonly (readonly [Statement, StatementName])[] {
  return statements.flatMap((statement) => statement.names.map((name) => [statement, name] as const));
}

function sharesName(one: Disputant, other: Disputant): boolean {
  return namesIn(scopeOf(one)).some(([statement, name]) => knows(other, statement, name));
}

/** True when a sentence tells of another day than the question asks for. */
function isOfOtherDay(question: Statement, side: Disputant): boolean {
  return question.dates.some((asked) => {
    const own = scopeOf(side).find(({ dates }) => dates.length > 0)?.dates ?? [];
    return own.length > 0 && own.every((date) => compareDates(asked, date) === 'other');
  });
}

/** A word of the question that says less tells no thing from another. */
const telling = 0.3;
/** The same word, another form or a synonym of it; a word that merely lies near may name another thing: school and pool. */
const surely = 0.85;

/** A word of the question that one side says and the other says nothing of, or the opposite where it asks for something else. */
export function saysAnotherThing(
  { statement: question, kinds, place }: AskedThing,
  [one, other]: Both<Disputant>,
): boolean {
  const mayBeOpposite = kinds.size === 0 || kinds.has('polarity');
  return question.words.some(({ weight, isName, isFigure }, at) => {
    if (weight < telling || isName || isFigure) return false;
    const isEither = mayBeOpposite || place[at] !== 'own';
    const isSaid = ({ asked }: Disputant): boolean =>
      asked.some((matches) => (matches[at]?.strength ?? 0) >= surely && (isEither || matches[at]?.opposite === false));
    return isSaid(one) !== isSaid(other);
  });
}

/** "the comet of 1907": a day of the question that both tell. */
function shareItsDay(question: Statement, sides: Both<Disputant>): boolean {
  return question.dates.some((asked) =>
    sides.every((side) =>
      scopeOf(side).some(({ dates }) => dates.some((date) => compareDates(asked, date) === 'same')),
    ),
  );
}

/**
 * Whether two sentences of two documents may be held against one another as answers to one question: they are of the day
 * that it asks for, both documents know its names, and where it has none they share one.
 */
export function areOnTheSame(question: Statement, sides: Both<Disputant>): boolean {
  const [one, other] = sides;
  if (sides.some((side) => isOfOtherDay(question, side)) || numberOtherThings(one, other)) return false;
  if (question.names.length > 0)
    return question.names.every((name) => sides.every((side) => knows(side, question, name)));
  return shareItsDay(question, sides) || sharesName(one, other) || sharesName(other, one);
}
