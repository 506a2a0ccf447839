import { nationalityWords } from '../language/nationality-words.js';
import type { Match } from './alignment.js';
import type { Finding } from './finding.js';
import { meaningsOf, nameTheSame, type Statement, type StatementName, type StatementWord } from './statement.js';
import { formOf } from './word-forms.js';

/** Words of titles do not tell who it is: "President Putin" is "Putin". */
const titles: ReadonlySet<string> = new Set(
  'presid minist secretari foreign gener senat governor chancellor king queen princ prime mr mrs dr sir candid state leader'.split(
    ' ',
  ),
);

/** The words by which a name is known again: of a person the last, of anything else all. */
export function keyWords(statement: Statement, { kind, words }: StatementName): readonly StatementWord[] {
  const found = words.flatMap((at) => statement.words[at] ?? []).filter(({ term }) => !titles.has(term));
  return kind === 'person' ? found.slice(-1) : found;
}

function holdsAll(words: readonly StatementWord[], statements: readonly Statement[]): boolean {
  return words.every((word) => meaningsOf(word).some((term) => statements.some(({ terms }) => terms.has(term))));
}

function areOne(one: readonly StatementWord[], other: readonly StatementWord[]): boolean {
  return one.some((word) => other.some((second) => nameTheSame(word, second)));
}

/** Prepositions right before a name, titles and adjectives passed over; '' when there is none. */
function prepositionBefore({ tokens, words }: Statement, { words: [first = 0] }: StatementName): string {
  const at = words[first]?.token ?? 0;
  for (let before = at - 1; before >= Math.max(0, at - 3); before--) {
    const token = tokens[before];
    if (token === undefined || /[.;:!?,]/u.test(tokens[before + 1]?.gap ?? '')) return '';
    if (/^(?:in|at|by|from|with|of|for|between|against|near|on|to|towards?)$/u.test(token.lower)) return token.lower;
    if (
      token.shape === 'lower' &&
      !/^(?:the|a|an|his|her|its|their)$/u.test(token.lower) &&
      !titles.has(formOf(token.lower) ?? '')
    )
      return '';
  }
  return '';
}

/** Longer stretches join nothing, and are not searched. */
const longestBetween = 100;

/** True for two names of a list: "Lavrov and US Secretary of State John Kerry". */
function isJoined(statement: Statement, name: StatementName, other: StatementName): boolean {
  const [earlier, later] = name.start < other.start ? [name, other] : [other, name];
  const between = statement.text.slice(earlier.end, later.start);
  return (
    between.length <= longestBetween &&
    /^\s*(?:,|and|&|or|n|with)?\s*(?:and|&)?\s*(?:[\p{L}.]+\s+){0,6}$/iu.test(between) &&
    /\b(?:and|with)\b|[&,]/u.test(between)
  );
}

/** Where the claim's content word next to a name (before or after) lies in the sentence, -1 when it is not met there. */
function neighbour(matches: readonly Match[], at: number): number {
  const match = matches[at];
  return match !== undefined && match.strength >= 0.9 ? match.at : -1;
}

interface Place {
  readonly claim: Statement;
  readonly sentence: Statement;
  readonly matches: readonly Match[];
}

/** True when a name of the sentence plays the part there that the claim gives to another. */
function playsTheSamePart({ claim, sentence, matches }: Place, name: StatementName, other: StatementName): boolean {
  const last = name.words.at(-1) ?? 0;
  const first = name.words[0] ?? 0;
  const otherLast = other.words.at(-1) ?? 0;
  const otherFirst = other.words[0] ?? 0;
  const preposition = prepositionBefore(claim, name);
  const otherPreposition = prepositionBefore(sentence, other);
  const after = neighbour(matches, last + 1);
  const before = neighbour(matches, first - 1);
  const isNext = after > otherLast && after <= otherLast + 2;
  // "Homs has turned …": "seize Aleppo, which has turned …".
  if (isNext && preposition === '' && /^,?\s*(?:which|who)\b/u.test(sentence.text.slice(other.end))) return true;
  if (preposition === otherPreposition) {
    if (preposition === 'in' || preposition === 'at') return true;
    if (isNext) return true;
    if (before >= 0 && before < otherFirst && before >= otherFirst - 2) return true;
  }
  // "Trump voiced the idea": "the idea (voiced by Trump)".
  if (otherPreposition === 'by' && after >= 0 && after < otherFirst && after >= otherFirst - 3) return true;
  if (preposition === 'by' && before >= 0 && before > otherLast && before <= otherLast + 2) return true;
  // "Kerry and Putin": "Lavrov and Kerry".
  return claim.names.some((partner) => {
    if (partner === name || !isJoined(claim, name, partner)) return false;
    const known = keyWords(claim, partner);
    return sentence.names.some(
      (one) => one !== other && areOne(known, keyWords(sentence, one)) && isJoined(sentence, one, other),
    );
  });
}

const looseKinds: ReadonlySet<string> = new Set([
  'person organisation',
  'organisation person',
  'organisation other',
  'other organisation',
  'organisation place',
  'place organisation',
]);

const sharedStart = 4;

/** True for a place and the adjective of it that no list joins: "Malta" and "Maltese". */
function isDerived(one: string, other: string): boolean {
  const [place, adjective] = nationalityWords.has(one) ? [other, one] : [one, other];
  if (!nationalityWords.has(adjective) || nationalityWords.has(place)) return false;
  const stem = place.slice(0, Math.max(sharedStart, place.length - 1));
  return place.length >= sharedStart && adjective.startsWith(stem);
}

/** Names of the claim that neither the sentence nor its context has. */
export function compareNames(
  claim: Statement,
  sentence: Statement,
  before: readonly Statement[],
  title: Statement | undefined,
  matches: readonly Match[],
): readonly Finding[] {
  const context = title === undefined ? before : [...before, title];
  return claim.names.flatMap((name): readonly Finding[] => {
    const known = keyWords(claim, name);
    if (known.length === 0 || holdsAll(known, [sentence])) return [];
    const said = claim.text.slice(name.start, name.end).toLowerCase();
    if (sentence.tokens.some(({ lower }) => isDerived(said, lower))) return [];
    const rival = sentence.names.find((other) => {
      const sameKind = other.kind === name.kind || looseKinds.has(`${name.kind} ${other.kind}`);
      if (!sameKind || holdsAll(keyWords(sentence, other), [claim])) return false;
      return playsTheSamePart({ claim, sentence, matches }, name, other);
    });
    // Who said it must be said in the same sentence: "Kerry said that …" is more than what he is said to have said.
    const isSpeaker =
      claim.words.some(({ reported }) => reported) && name.words.every((at) => claim.words[at]?.reported === false);
    const near = !isSpeaker && holdsAll(known, [sentence, ...context]);
    // What stands before may name it for another reason: where the sentence names somebody else, that counts.
    if (near && rival === undefined) return [];
    return [
      {
        kind: 'name',
        conflict: rival !== undefined && !holdsAll(known, [sentence, ...before]),
        claim: [name.start, name.end],
        text: rival === undefined ? undefined : [rival.start, rival.end],
        words: name.words,
      },
    ];
  });
}
