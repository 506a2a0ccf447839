import type { Finding } from './finding.js';
import { nameTheSame, type Statement } from './statement.js';
import { formOf } from './word-forms.js';

/** Offices that one person holds at a time in one text. */
const offices: ReadonlySet<string> = new Set(
  'minister secretary president chancellor king queen ambassador governor mayor spokesman premier pope'
    .split(' ')
    .map((word) => formOf(word) ?? word),
);
const reach = 4;

interface Person {
  readonly first: number;
  /** Place of the word that tells who it is. */
  readonly last: number;
  readonly start: number;
}

interface Holder {
  /** Places of the office and of the person among the words. */
  readonly office: number;
  readonly person: number;
}

function peopleIn({ names }: Statement): readonly Person[] {
  return names
    .filter(({ kind }) => kind === 'person')
    .map(({ words, start }) => ({ first: words[0] ?? 0, last: words.at(-1) ?? 0, start }));
}

/** Also those that only the other text shows to be people: a capital at the start of a sentence proves nothing. */
function peopleKnownFrom(statement: Statement, other: Statement): readonly Person[] {
  const known = peopleIn(other).flatMap(({ last }) => other.words[last] ?? []);
  const own = peopleIn(statement);
  const shown = statement.words.flatMap((word, at): readonly Person[] =>
    known.some((one) => nameTheSame(one, word)) && own.every(({ first, last }) => at < first || at > last)
      ? [{ first: at, last: at, start: word.start }]
      : [],
  );
  return [...own, ...shown].toSorted((a, b) => a.first - b.first);
}

/** Who holds each office that a statement names: the person right after it ("Foreign Minister Lavrov"), else right before. */
function holdersIn({ words, text }: Statement, people: readonly Person[]): readonly Holder[] {
  return words.flatMap((word, office): readonly Holder[] => {
    if (!offices.has(word.term)) return [];
    const after = people.find(({ first }) => first > office && first <= office + 2);
    const before = people.findLast(({ last }) => last < office && office - last <= reach);
    const isAfter = after !== undefined && !/[,;.:]/u.test(text.slice(word.end, after.start));
    const holder = isAfter ? after : before;
    return holder === undefined ? [] : [{ office, person: holder.last }];
  });
}

/** An office that the claim gives to one person and the sentence to another. */
export function compareTitles(claim: Statement, sentence: Statement): readonly Finding[] {
  const held = holdersIn(sentence, peopleIn(sentence));
  return holdersIn(claim, peopleKnownFrom(claim, sentence)).flatMap(({ office, person }): readonly Finding[] => {
    const claimed = claim.words[person];
    const same = held
      .filter((other) => sentence.words[other.office]?.term === claim.words[office]?.term)
      .flatMap((other) => sentence.words[other.person] ?? []);
    const first = same[0];
    if (
      claimed === undefined ||
      offices.has(claimed.term) ||
      first === undefined ||
      same.some((other) => nameTheSame(other, claimed))
    )
      return [];
    return [
      {
        kind: 'name',
        conflict: true,
        claim: [claimed.start, claimed.end],
        text: [first.start, first.end],
        words: [office, person],
      },
    ];
  });
}
