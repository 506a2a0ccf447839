import type { Comparison } from '../comparison.js';
import { nameTheSame, type Statement, type StatementWord } from '../statement.js';
import { leastWeight, surely } from './reserve-words.js';
import { segmentsOf } from './segments.js';
import { verbFormAt } from './verb-forms.js';

/**
 * True when a single statement takes its words from both sides of a semicolon: "Brusk signed at half past ten" of "Korvat put
 * her name to a copy at half past ten; Brusk signed another at noon". Names may stand on the other side, where a pronoun is
 * for them here.
 */
export function isSpread(claim: Statement, { candidate: { statement }, matches }: Comparison): boolean {
  const stops = [...statement.text.matchAll(/;/gu)].map(({ index }) => index);
  if (stops.length === 0 || segmentsOf(claim.tokens).some(({ opening }) => opening === 'shared')) return false;
  if (/;/u.test(claim.text)) return false;
  const sideOf = ({ start }: StatementWord): number => stops.filter((stop) => stop < start).length;
  // "…; in June they blocked the road": who they are stands before.
  const hasPronoun = statement.tokens.some(({ lower }) => /^(?:it|they|he|she)$/u.test(lower));
  const verb = claim.words.findIndex(({ token }) => verbFormAt(claim.tokens, token) !== undefined);
  const met = claim.words.flatMap((word, at) => {
    const match = matches[at];
    const other = match === undefined || match.strength < surely ? undefined : statement.words[match.at];
    if (other === undefined || word.isName || word.weight < leastWeight) return [];
    if (hasPronoun && at < verb) return [];
    // The same word may stand on both sides.
    const sides = new Set(statement.words.filter((one) => one === other || nameTheSame(one, other)).map(sideOf));
    return [sides];
  });
  return met.length > 1 && stops.concat(-1).every((_, side) => !met.every((sides) => sides.has(side)));
}
