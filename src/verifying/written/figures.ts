import { nameTheSame, type Statement, type StatementWord } from '../statement.js';
import { areSynonyms } from '../synonyms.js';
import { type Deed, segmentAt } from './deeds.js';
import type { Pair } from './doers.js';
import { surely } from './reserve-words.js';
import type { Segment } from './segments.js';

/** "about 39 million" where the sentence has "about 37 million": near is not near enough for who writes it down. */
export function missesAmount(claim: Statement, sentence: Statement): boolean {
  return claim.quantities.some(({ value, dimension, bound }) => {
    if (bound !== 'about') return false;
    const same = sentence.quantities.filter((one) => one.dimension === dimension);
    return same.length > 0 && same.every((one) => one.value !== value && one.bound === 'about');
  });
}

const times = /\b(\S+) times\b/iu;
const anyTimes = /\b(?:times?|once|twice|thrice|occasions?)\b|-?fold\b/iu;

/** "nine times" where the sentence has "the ninth", or "twice". */
export function countsTimes(claim: Statement, sentence: Statement): boolean {
  const told = claim.quantities.find(({ end, start }) => times.test(claim.text.slice(start, end + 6)));
  if (told === undefined) return false;
  if (!anyTimes.test(sentence.text)) return true;
  const [said] = /\b(?:once|twice|thrice)\b/iu.exec(sentence.text) ?? [];
  const value = { once: 1, twice: 2, thrice: 3 }[said?.toLowerCase() ?? ''];
  return value !== undefined && value !== told.value && !/\btimes\b/iu.test(sentence.text);
}

function yearsIn({ dates }: Statement): readonly number[] {
  return dates.flatMap(({ year }) => year ?? []);
}

/** A year that only the sentences before have, where this one gives another that the claim leaves out. */
export function takesOtherYear(claim: Statement, sentence: Statement): boolean {
  const own = yearsIn(claim);
  const theirs = yearsIn(sentence);
  return theirs.length > 0 && own.length > 0 && own.every((year) => !theirs.includes(year));
}

/** "96,000 signatures" where the sentence has 38,000 signatures "in a town of 96,000". */
export function countsOther(claim: Statement, sentence: Statement): boolean {
  return claim.quantities.some(({ value, dimension, counted: [noun] }) => {
    if (dimension !== 'count' || noun === undefined) return false;
    const [same, others] = [
      sentence.quantities.filter((one) => one.value === value),
      sentence.quantities.filter((one) => one.value !== value),
    ];
    return (
      same.length > 0 &&
      same.every(({ counted }) => !counted.includes(noun)) &&
      others.some(({ counted }) => counted[0] === noun) &&
      !claim.quantities.some((one) => others.some((other) => other.value === one.value))
    );
  });
}

/** Figures of the claim that the sentence gives to another deed, or beside whose deed it has others. */
export function isOfOtherDeed(
  pair: Pair,
  own: readonly Deed[],
  theirs: readonly Deed[],
  segments: readonly [readonly Segment[], readonly Segment[]],
): boolean {
  const { claim, sentence, matches } = pair;
  const figureAt = (start: number, end: number): StatementWord | undefined =>
    claim.words.find((word) => word.isFigure && word.start < end && word.end > start);
  const counts = claim.quantities.filter(
    ({ dimension, counted, value }) =>
      dimension !== 'count' ||
      counted.length === 0 ||
      !sentence.quantities.some(
        (other) => other.value === value && other.counted.some((term) => counted.includes(term)),
      ),
  );
  return [...counts, ...claim.dates].some((figure) => {
    const word = figureAt(figure.start, figure.end);
    const same = word === undefined ? [] : sentence.words.filter((one) => one.isFigure && one.term === word.term);
    const [only] = same;
    if (word === undefined || only === undefined || same.length !== 1) return false;
    const deed = own.find(({ segment }) => segment === segmentAt(segments[0], word.token));
    const match = deed === undefined ? undefined : matches[claim.words.indexOf(deed.word)];
    if (deed === undefined || match === undefined || match.strength < surely) return false;
    const met = sentence.words[match.at];
    const told = theirs.filter(
      ({ word: verb }) => verb === met || nameTheSame(verb, deed.word) || areSynonyms(verb.term, deed.word.term),
    );
    const place = segmentAt(segments[1], only.token);
    // "has delivered 28 million doses" where 28 million were ordered, and the delivery is another matter.
    if (told.length === 0)
      return (
        'dimension' in figure &&
        deed.form.isDone &&
        theirs.some(({ segment, word: verb }) => segment === place && verb.token < only.token)
      );
    if (told.some(({ segment }) => segment === place)) return false;
    if (theirs.some(({ segment, word: verb }) => segment === place && verb.token < only.token)) return true;
    // "After four years of negotiation and a session that lasted eleven hours": eleven hours is how long it lasted.
    if (!('dimension' in figure)) return false;
    return told.every(({ segment }) =>
      sentence.quantities.some((other) => {
        const token = sentence.words.find(({ start, end }) => start < other.end && end > other.start)?.token ?? -1;
        return (
          other.dimension === figure.dimension &&
          other.value !== figure.value &&
          segmentAt(segments[1], token) === segment &&
          !claim.quantities.some(({ value }) => value === other.value)
        );
      }),
    );
  });
}
