import type { Comparison } from '../comparison.js';
import { meaningsOf, type Statement, type StatementWord } from '../statement.js';
import { isOnlyPerson, pointsBack, standForPronouns } from './pronouns.js';

function has(name: StatementWord, { terms }: Statement): boolean {
  return meaningsOf(name).some((term) => terms.has(term));
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
    if (isPerson) return false;
    return before.some(({ terms }) => meaningsOf(word).some((term) => terms.has(term)));
  });
}
