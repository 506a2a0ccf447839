import { unmet } from './alignment.js';
import type { AskedThing } from './asked-thing.js';
import { looseDenials, withNegation } from './compare-sense.js';
import type { Both, Disputant, Stretch } from './disputant.js';
import type { FindingKind } from './finding.js';
import type { Statement, StatementWord } from './statement.js';

/** Two words that meet so well are the same thing said twice. */
const surely = 0.85;

/** A sentence's word for one of the question's, and whether it is said or denied there. */
interface Stance {
  readonly word: StatementWord;
  readonly isDenied: boolean;
  readonly isOpposite: boolean;
}

/** "Nobody was hurt", "No patient has died": the subject denies its whole clause. */
const deniedClause = /\b(?:nothing|nobody|no one|none|neither|not (?:a single|one)|no(?= \p{L}))\b[^,;.:]*/giu;
/** After these "no" is no word of the clause: "no doubt", "no longer", "no less than". */
const otherNo = /^no (?:doubt|matter|longer|less|more|fewer|later|sooner|earlier)\b/iu;

function deniedStretches({ text }: Statement): readonly Stretch[] {
  return [...text.matchAll(deniedClause)].flatMap(({ index, 0: words }) =>
    otherNo.test(words) ? [] : [[index, index + words.length] as const],
  );
}

const stillToDo = /\b(?:yet|still) to (?:be )?$/iu;

/** True when the denial that `negated` already tells of is the same word: "pay no fee". */
function isDeniedBySubject(statement: Statement, { start, negated }: StatementWord): boolean {
  if (stillToDo.test(statement.text.slice(0, start))) return !negated;
  return !negated && deniedStretches(statement).some(([from, to]) => start > from && start < to);
}

function nextOf({ tokens }: Statement, { end }: StatementWord): string | undefined {
  return tokens.find(({ start }) => start >= end)?.lower;
}

/** "vote for the bill", which "voted against it" denies. */
function isFor(question: Statement, at: number): boolean {
  const word = question.words[at];
  return word !== undefined && nextOf(question, word) === 'for';
}

function stanceOn(question: Statement, { statement, asked }: Disputant, at: number): Stance | undefined {
  const { at: place, strength, opposite, contested = false } = asked[0]?.[at] ?? unmet;
  const word = statement.words[place];
  if (word === undefined || contested || (strength < surely && !opposite) || word.isFigure || word.isName)
    return undefined;
  const isAgainst = isFor(question, at) && nextOf(statement, word) === 'against';
  const isDenied = (word.negated || isDeniedBySubject(statement, word)) !== isAgainst;
  return { word, isDenied: isDenied !== opposite, isOpposite: opposite };
}

/** What may not be is neither so, nor will it be, nor must it be; otherwise a wish does not deny a fact. */
function areOfOneMood({ word: affirmed }: Stance, { word: denied }: Stance): boolean {
  if (affirmed.mood === denied.mood) return true;
  // "refused to resign".
  if (denied.mood === 'aim' && denied.negated) return affirmed.mood === undefined;
  return denied.mood === 'possibility' && affirmed.mood !== 'aim' && affirmed.mood !== 'condition';
}

/** Tells neither yes nor no: it asks, supposes, or holds under a condition. */
const open = /\b(?:whether|if|unless|perhaps|probably|possibly|maybe)\b/iu;

function stretchOf(statement: Statement, { word }: Stance): Stretch {
  const subject = deniedStretches(statement).find(([from, to]) => word.start > from && word.start < to);
  return subject === undefined ? withNegation(statement, word) : [subject[0], word.end];
}

/** The stances of both sentences on each word of the question that both have. */
function stancePairs({ statement: question }: AskedThing, [one, other]: Both<Disputant>): readonly Both<Stance>[] {
  return [...question.words.keys()].flatMap((at): readonly Both<Stance>[] => {
    const [first, second] = [stanceOn(question, one, at), stanceOn(question, other, at)];
    return first === undefined || second === undefined ? [] : [[first, second]];
  });
}

function deniesAny(pairs: readonly Both<Stance>[], side: 0 | 1): boolean {
  return pairs.some((pair) => pair[side].isDenied);
}

/** "did not break the law" and "broke no law": held against the question both deny it. */
export function denyAlike(asked: AskedThing, sides: Both<Disputant>): boolean {
  const pairs = stancePairs(asked, sides);
  return deniesAny(pairs, 0) && deniesAny(pairs, 1);
}

/** Where one of two sentences says of the question's words what the other denies. */
export function stancesOf(
  asked: AskedThing,
  sides: Both<Disputant>,
): { readonly kind: FindingKind; readonly stretches: Both<Stretch> } | undefined {
  const [one, other] = sides;
  if ([one, other].some(({ statement }) => open.test(statement.text) || statement.asks)) return undefined;
  const pairs = stancePairs(asked, sides);
  const differing = pairs.find(([first, second]) => first.isDenied !== second.isDenied);
  if (differing === undefined || (deniesAny(pairs, 0) && deniesAny(pairs, 1))) return undefined;
  const [first, second] = differing;
  const [affirmed, denied] = first.isDenied ? [second, first] : [first, second];
  if (!areOfOneMood(affirmed, denied)) return undefined;
  const isOpposite = first.isOpposite || second.isOpposite;
  // "rules out": what the question itself says is no denial of it.
  const affirming = first.isDenied ? other : one;
  const isDoubtful = looseDenials(affirming.statement) > Math.max(0, looseDenials(asked.statement));
  if (isDoubtful && !isOpposite) return undefined;
  return {
    kind: isOpposite ? 'opposite' : 'polarity',
    stretches: [stretchOf(one.statement, first), stretchOf(other.statement, second)],
  };
}
