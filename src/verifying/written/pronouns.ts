import type { Comparison } from '../comparison.js';
import type { Finding } from '../finding.js';
import { nameTheSame, type Statement, type StatementWord } from '../statement.js';

const pointer = /^(?:it|they|them|he|him|she|this|these)$/u;

const pointsWithin = 5;

const emptyIt =
  /\bit\s+(?:is|was|can be|could be|may be|must be|has been|seems|appears|would be)\s+(?:\p{L}+ly\s+)?(?:important|possible|impossible|likely|unlikely|clear|unclear|assumed|said|believed|known|necessary|hard|difficult|easy|true|evident|obvious|unknown|argued|expected|not)\b/iu;

/** True when a sentence speaks of what stands before it by a pronoun near its beginning: then that may be meant. */
export function pointsBack({ tokens, text }: Statement): boolean {
  if (tokens[1]?.lower === 'then' && /^(?:by|since|until|till)$/u.test(tokens[0]?.lower ?? '')) return true;
  return tokens
    .slice(0, pointsWithin)
    .some(({ lower, start }) => pointer.test(lower) && !(lower === 'it' && emptyIt.exec(text)?.index === start));
}

const anyPointer = /^(?:it|they|them|he|him|she|her|this|these)$/u;

const metFrom = 0.5;

const longestAntecedent = 4;

/** The words that say something right before and right after each pronoun of a sentence. */
function pronounPlaces({
  tokens,
  words,
}: Statement): readonly (readonly [StatementWord | undefined, StatementWord | undefined])[] {
  return tokens.flatMap(({ lower, start, end }) => {
    if (!anyPointer.test(lower)) return [];
    return [[words.findLast((word) => word.end <= start), words.find((word) => word.start >= end)] as const];
  });
}

/** Words of a claim that stand where the sentence has a pronoun: "called the agreement" where it has "called it". */
export function standForPronouns(claim: Statement, { matches, met, candidate }: Comparison): ReadonlySet<number> {
  const places = pronounPlaces(candidate.statement);
  const found = new Set<number>();
  const isBorrowed = (at: number): boolean => (matches[at]?.strength ?? 0) < metFrom && (met[at] ?? 0) >= metFrom;
  for (let at = 0; at < claim.words.length; at++) {
    if (!isBorrowed(at)) continue;
    let end = at;
    while (end < claim.words.length && isBorrowed(end)) end += 1;
    const [before, after] = [matches[at - 1], matches[end]];
    const isPronouns = places.some(
      ([left, right]) =>
        (left !== undefined &&
          before !== undefined &&
          before.strength >= metFrom &&
          candidate.statement.words[before.at] === left) ||
        (right !== undefined &&
          after !== undefined &&
          after.strength >= metFrom &&
          candidate.statement.words[after.at] === right),
    );
    if (isPronouns && end - at <= longestAntecedent) for (let i = at; i < end; i++) found.add(i);
    at = end;
  }
  return found;
}

/** How well each word of a claim is met by a sentence, or by what stands before it where the sentence points there. */
export function strengthsIn(claim: Statement, comparison: Comparison): readonly number[] {
  const { matches, met, candidate } = comparison;
  const isOpen = pointsBack(candidate.statement);
  const pronouns = isOpen ? undefined : standForPronouns(claim, comparison);
  return matches.map(({ strength }, at) => (isOpen || pronouns?.has(at) === true ? (met[at] ?? strength) : strength));
}

/** "She warned" is said of a person: no company of the sentences before can be meant, where they name a person. */
export function isPersonsDeed(claim: Statement, { statement, before }: Comparison['candidate']): boolean {
  const said = statement.tokens.slice(0, pointsWithin).some(({ lower }) => lower === 'he' || lower === 'she');
  // "and", where a capital at the beginning would show no name, stands before it (written-sentence.ts).
  const first = claim.words.find(({ token }) => token <= 1 && claim.tokens[token]?.shape !== 'lower');
  const name = claim.names.find(({ words }) => words.some((at) => claim.words[at] === first));
  const key = name === undefined ? first : claim.words[name.words.at(-1) ?? -1];
  const isCapital = first !== undefined && claim.tokens[first.token]?.opens !== true;
  if (
    !said ||
    key === undefined ||
    (name === undefined && !isCapital) ||
    statement.words.some((word) => nameTheSame(word, key))
  )
    return false;
  const people = before.flatMap((one) =>
    one.names.flatMap(({ kind, words }) => (kind === 'person' ? (one.words[words.at(-1) ?? -1] ?? []) : [])),
  );
  return people.length > 0 && !people.some((word) => nameTheSame(word, key));
}

/** Words for a body of people, or for a thing, that a text names once and then speaks of so. */
const definite =
  /\b(?:its|(?:the|this|that) (?:company|firm|group|operator|carrier|bank|airline|paper|newspaper|union|association|federation|party|club|league|council|committee|commission|board|agency|institute|university|school|hospital|ministry|government|country|republic|state|city|town|village|district|island|ship|vessel|ferry|boat|plane|aircraft|mine|plant|factory|project|fund|court|team|carmaker|maker|organisation|organization|cooperative))\b/iu;

/** "The company maintains …" after sentences with one name of the kind: it is that one. */
export function isOnlyOrganisation(
  { kind, conflict, words: [at] }: Finding,
  claim: Statement,
  { statement, before }: Comparison['candidate'],
): boolean {
  if (kind !== 'name' || conflict || at === undefined) return false;
  return isDefinitely(claim, at, { statement, before });
}

/** The last words of a statement's names, those of persons left out. */
function named({ names, words: all }: Statement): readonly StatementWord[] {
  return names.flatMap(({ kind, words }) => (kind === 'person' ? [] : (all[words.at(-1) ?? -1] ?? [])));
}

/** Whether "the company" and the like in a sentence can only mean the name that a word of the claim belongs to. */
export function isDefinitely(
  claim: Statement,
  at: number,
  { statement, before }: Pick<Comparison['candidate'], 'statement' | 'before'>,
): boolean {
  const [said] = definite.exec(statement.text) ?? [];
  // "The union met Kerry": who the union is, the claim says itself.
  if (said === undefined || claim.text.toLowerCase().includes(said.toLowerCase().split(' ').at(-1) ?? said))
    return false;
  const name = claim.names.find(({ words }) => words.includes(at));
  const key = claim.words[name?.words.at(-1) ?? at];
  if (key === undefined) return false;
  // The sentence's own names are spoken of by name.
  const own = named(statement);
  for (const one of before) {
    const same = one.words.filter((word) => nameTheSame(word, key) && one.tokens[word.token]?.shape !== 'lower');
    const others = [...named(one), ...same].filter((word) => !own.some((mine) => nameTheSame(mine, word)));
    if (others.length === 0) continue;
    return others.some((word) => nameTheSame(word, key)) && new Set(others.map(({ term }) => term)).size === 1;
  }
  return false;
}

/** "He says …" after a sentence with one person: it is that person who says it. */
export function isOnlyPerson(
  { kind, conflict, words: [at] }: Finding,
  claim: Statement,
  { statement, before }: Comparison['candidate'],
): boolean {
  if (kind !== 'name' || conflict || at === undefined) return false;
  if (!statement.tokens.slice(0, pointsWithin).some(({ lower }) => /^(?:he|she|his|her)$/u.test(lower))) return false;
  const people = before[0]?.names.filter((name) => name.kind !== 'place') ?? [];
  const name = claim.names.find(({ words }) => words.includes(at));
  const key = claim.words[name?.words.at(-1) ?? -1];
  const held = people.filter(({ words }) =>
    words.some((i) => key !== undefined && before[0]?.words[i] !== undefined && nameTheSame(key, before[0].words[i])),
  );
  return held.length > 0 && held.length === people.filter(({ kind: own }) => own === 'person').length;
}
