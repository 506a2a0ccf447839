import type { Comparison } from '../comparison.js';
import { meaningsOf, type Statement, type StatementWord } from '../statement.js';
import { isDefinitely, isOnlyPerson, pointsBack, standForPronouns } from './pronouns.js';
import { surely } from './reserve-words.js';
import { verbFormAt } from './verb-forms.js';

function has(name: StatementWord, { terms }: Statement): boolean {
  return meaningsOf(name).some((term) => terms.has(term));
}

/** The deed that a claim tells, where only the sentences before have it and this one tells another. */
export function borrowsDeed(claim: Statement, { candidate: { statement }, matches, met }: Comparison): boolean {
  const own = claim.words.flatMap((word, at) =>
    !word.isName && !word.isFigure && verbFormAt(claim.tokens, word.token) !== undefined ? [at] : [],
  );
  const borrowed = own.filter((at) => (matches[at]?.strength ?? 0) < 0.5 && (met[at] ?? 0) >= surely);
  return (
    borrowed.length > 0 &&
    borrowed.length === own.length &&
    statement.words.some(({ token }) => verbFormAt(statement.tokens, token) !== undefined)
  );
}

/** Names that only the sentences before have, where this one has no pronoun for them and they are more than a place where. */
export function borrowsName(claim: Statement, comparison: Comparison): boolean {
  const { candidate, matches } = comparison;
  const { statement, before, title } = candidate;
  if (pointsBack(statement)) return false;
  const stands = standForPronouns(claim, comparison);
  return claim.names.some(({ words }) => {
    const at = words.at(-1) ?? -1;
    const word = claim.words[at];
    if (word === undefined || (matches[at]?.strength ?? 0) >= 0.5 || stands.has(at)) return false;
    if (meaningsOf(word).some((term) => statement.terms.has(term) || title?.terms.has(term) === true)) return false;
    const [first] = words;
    const opening = claim.words[first ?? at]?.token ?? word.token;
    const preposition = claim.tokens[opening - 1]?.lower ?? '';
    if (/^(?:in|at|near|on)$/u.test(preposition)) return false;
    // "The study by Harcourt Lime" is the study of which the sentence before says that it is his.
    const noun = /^(?:by|of|from|between|with)$/u.test(preposition)
      ? claim.words.findLast(({ token }) => token < opening - 1)
      : undefined;
    if (
      noun !== undefined &&
      statement.terms.has(noun.term) &&
      before.some((one) => one.terms.has(noun.term) && has(word, one))
    )
      return false;
    const isOwner = claim.tokens.some(({ end, possessive }) => possessive && end === word.end);
    if (isOwner && statement.tokens.some(({ lower }) => /^(?:its|his|her|their)$/u.test(lower))) return false;
    const isPerson = isOnlyPerson(
      { kind: 'name', conflict: false, claim: [0, 0], text: undefined, words },
      claim,
      candidate,
    );
    if (isPerson || isDefinitely(claim, at, candidate)) return false;
    return before.some(({ terms }) => meaningsOf(word).some((term) => terms.has(term)));
  });
}
