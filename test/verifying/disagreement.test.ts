import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Difference, disagreementOf } from '#src/verifying/disagreement.js';
import { type AskedThing, type Disputant, disputantOf } from '#src/verifying/disputant.js';
import type { FindingKind } from '#src/verifying/finding.js';
import { read, vectors } from './read-both.js';

interface Asking {
  readonly question: string;
  readonly kinds: readonly FindingKind[];
  readonly names?: AskedThing['names'];
}

function sideOf(asked: AskedThing, title: string, text: string): Disputant {
  const candidate = { statement: read(text), before: [], documentDate: null, title: read(title), similarity: 0 };
  return disputantOf(asked, candidate, `${title}\n\n${text}`, vectors);
}

function between(
  { question, kinds, names = 'any' }: Asking,
  first: string,
  second: string,
  titles = ['Talks in Lisk', 'A week in Lisk'],
): Difference | undefined {
  const asked = { statement: read(question), kinds: new Set(kinds), names };
  const [one = '', other = ''] = titles;
  return disagreementOf(asked, [sideOf(asked, one, first), sideOf(asked, other, second)], vectors);
}

/** The words that differ, as a reader sees them. */
function wordsBetween(asking: Asking, first: string, second: string, titles?: string[]): readonly string[] | undefined {
  const found = between(asking, first, second, titles);
  return found?.words.map((stretch, at) => (at === 0 ? first : second).slice(...stretch));
}

const lasted: Asking = { question: 'Did the talks in Lisk last?', kinds: ['number'] };
const signed: Asking = { question: 'Who signed the truce in Lisk?', kinds: ['name'], names: 'doer' };
const opened: Asking = { question: 'When was the bridge in Lisk opened?', kinds: ['date'] };
const held: Asking = { question: 'Did the truce in Lisk hold?', kinds: ['polarity', 'opposite'] };
const killed: Asking = { question: 'people were killed in Lisk?', kinds: ['number'] };

describe('two sentences disagree', () => {
  it.each<[Asking, string, string, readonly string[]]>([
    [lasted, 'The talks in Lisk lasted 15 hours.', 'The talks in Lisk lasted nine hours.', ['15 hours', 'nine hours']],
    [
      lasted,
      'The talks in Lisk lasted 15 hours and ended with a handshake in the rain.',
      'In all the talks in Lisk lasted nine hours, the porter of the hotel counted.',
      ['15 hours', 'nine hours'],
    ],
    [
      signed,
      'The truce in Lisk was signed by Iven Karsk.',
      'The truce in Lisk was signed by Osk Brannet.',
      ['Iven Karsk', 'Osk Brannet'],
    ],
    [opened, 'The bridge in Lisk was opened in 1904.', 'The bridge in Lisk was opened in 1911.', ['1904', '1911']],
    [held, 'The truce in Lisk held.', 'The truce in Lisk did not hold.', ['held', 'not hold']],
    [killed, 'In Lisk 40 people were killed.', 'In Lisk 25 people were killed.', ['40', '25']],
  ])('%j: %s | %s', (asking, first, second, words) => {
    expect(wordsBetween(asking, first, second)).toEqual(words);
    expect(wordsBetween(asking, second, first)).toEqual(words.toReversed());
  });
});

describe('two sentences do not disagree', () => {
  it.each<[string, Asking, string, string]>([
    [
      'the same number in other words',
      lasted,
      'The talks in Lisk lasted 15 hours.',
      'The talks in Lisk lasted fifteen hours.',
    ],
    [
      'a length that is read without its half',
      lasted,
      'The talks in Lisk lasted 90 minutes.',
      'The talks in Lisk lasted an hour and a half.',
    ],
    ['a bound that holds', killed, 'At least 30 people were killed in Lisk.', 'In Lisk 38 people were killed.'],
    ['a rounded number', killed, 'About 40 people were killed in Lisk.', 'In Lisk 41 people were killed.'],
    ['something else counted', killed, 'In Lisk 40 people were killed.', 'In Lisk 25 horses were killed.'],
    [
      'a part of what is counted',
      killed,
      'In Lisk 40 people were killed.',
      'In Lisk 25 people were killed in Hamra Street.',
    ],
    [
      'a day that is only less exact',
      opened,
      'The bridge in Lisk was opened in May 1904.',
      'The bridge in Lisk was opened in 1904.',
    ],
    [
      'a stretch of time',
      opened,
      'The bridge in Lisk was opened in 1904.',
      'The bridge in Lisk was opened in 1905–1911.',
    ],
    [
      'a name of another kind',
      signed,
      'The truce in Lisk was signed by Iven Karsk.',
      'The truce in Lisk was signed by Moscow.',
    ],
    [
      'what holds under a condition',
      opened,
      'The bridge in Lisk will be opened in 2019.',
      'If it rains, the bridge in Lisk will be opened in 2020.',
    ],
    ['another place', lasted, 'The talks in Lisk lasted 15 hours.', 'The talks in Hamra lasted nine hours.'],
  ])('%s', (_, asking, first, second) => {
    expect(between(asking, first, second)).toBeUndefined();
    expect(between(asking, second, first)).toBeUndefined();
  });

  it('when each is of a place that the other document never names, whatever name they share', () => {
    const open: Asking = { question: 'Did the talks last?', kinds: ['number'] };
    const sentences = ['The talks lasted 15 hours.', 'The talks lasted nine hours.'] as const;
    expect(between(open, ...sentences, ['The talks of Arven in Lisk', 'The talks of Arven in Hamra'])).toBeUndefined();
    expect(between(open, ...sentences, ['The talks of Arven in Lisk', 'A night in Lisk'])).toBeDefined();
  });

  it('when neither question nor documents name anything that they share', () => {
    const open: Asking = { question: 'Did the talks last?', kinds: ['number'] };
    const sentences = ['The talks lasted 15 hours.', 'The talks lasted nine hours.'] as const;
    expect(between(open, ...sentences, ['A long night', 'A short night'])).toBeUndefined();
    expect(between(open, ...sentences, ['A long night in Lisk', 'Lisk waits'])).toBeDefined();
  });

  it('when the question has a word that only one of them says', () => {
    const cost: Asking = { question: 'What does the new school in Lisk cost?', kinds: ['number'] };
    const [school, pool] = [
      'The new school in Lisk costs 12 million crowns.',
      'The new pool in Lisk costs 7 million crowns.',
    ];
    expect(between(cost, school ?? '', pool ?? '')).toBeUndefined();
    expect(between(cost, school ?? '', (pool ?? '').replace('pool', 'school'))).toBeDefined();
  });

  it('in something else than the question asks for', () => {
    const sentences = [
      'The truce in Lisk was signed by Iven Karsk.',
      'The truce in Lisk was signed by Osk Brannet.',
    ] as const;
    expect(between({ ...signed, names: 'place' }, ...sentences)).toBeUndefined();
    expect(between({ ...signed, kinds: ['date'] }, ...sentences)).toBeUndefined();
  });

  it('when they count different things', () => {
    const lost: Asking = { question: 'Were killed in the attack on Lisk?', kinds: ['number'] };
    const people = '40 people were killed in the attack on Lisk.';
    expect(between(lost, people, '25 horses were killed in the attack on Lisk.')).toBeUndefined();
    expect(between(lost, people, '25 people were killed in the attack on Lisk.')).toBeDefined();
  });

  it('when they are about numbered things with different numbers', () => {
    const open: Asking = { question: 'stations does the line in Brask have?', kinds: ['number'] };
    const sentences = ['The line in Brask has 14 stations.', 'The line in Brask has 22 stations.'] as const;
    expect(between(open, ...sentences, ['Line 4 in Brask', 'Line 2 in Brask'])).toBeUndefined();
    expect(between(open, ...sentences, ['Line 4 in Brask', 'Brask has a line 4'])).toBeDefined();
  });

  it('when one is of another day than the question asks for', () => {
    const dated: Asking = { question: 'people did the camp in Lisk hold in May 2015?', kinds: ['number'] };
    const sentences = [
      'In May 2015 the camp in Lisk held 3,000 people.',
      'In May 2016 the camp in Lisk held 5,000 people.',
    ] as const;
    expect(between(dated, ...sentences)).toBeUndefined();
    expect(between({ ...dated, question: 'people did the camp in Lisk hold?' }, ...sentences)).toBeDefined();
  });
});

it('no sentence disagrees with itself, whatever it is and whatever is asked', () => {
  const words = fc.constantFrom(
    'The',
    'talks',
    'truce',
    'Lisk',
    'Hamra',
    'lasted',
    '15',
    'nine',
    'hours',
    'not',
    'signed',
    'by',
    'Karsk',
    'in',
    '1904',
    'May',
    'rose',
    'fell',
    'if',
    '40',
    'people',
    ',',
    '.',
  );
  const text = fc.array(words, { minLength: 1, maxLength: 16 }).map((list) => list.join(' '));
  const kinds = fc.subarray<FindingKind>(['number', 'date', 'name', 'polarity', 'opposite']);
  fc.assert(
    fc.property(text, text, kinds, (question, sentence, asked) => {
      expect(between({ question, kinds: asked }, sentence, sentence)).toBeUndefined();
    }),
  );
});
