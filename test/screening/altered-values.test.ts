import { describe, expect, it } from 'vitest';
import { alterationOf } from '#src/screening/altered-values.js';
import { readSentence } from '#src/screening/sentence-reading.js';

const alteration = (one: string, other: string) => alterationOf(readSentence(one), readSentence(other));

describe('a sentence that is nearly another', () => {
  it.each([
    [
      'another number',
      'The union asked for 45 new buses this year.',
      'The union asked for 15 new buses this year.',
      'high',
      '“45” here, “15” there',
    ],
    [
      'another name',
      'The ministers met in Lisbon to sign the fishing treaty.',
      'The ministers met in Geneva to sign the fishing treaty.',
      'high',
      '“Lisbon” here, “Geneva” there',
    ],
    [
      'another date',
      'The fishing treaty was signed on 3 May 2015 by both ministers.',
      'The fishing treaty was signed on 9 May 2015 by both ministers.',
      'medium',
      'another date',
    ],
    ['a “not”', 'The ministers did not sign the treaty.', 'The ministers signed the treaty.', 'high', 'It denies what'],
    ['no “not”', 'The terms are narrow.', 'The terms are not narrow.', 'high', 'It says what'],
    [
      'names the other way round',
      'Portugal lent Norway nine boats for the season.',
      'Norway lent Portugal nine boats for the season.',
      'medium',
      'another order',
    ],
    [
      'another word',
      'The harbour council rejected the new timetable of the island ferry company.',
      'The harbour council accepted the new timetable of the island ferry company.',
      'low',
      'another word',
    ],
    [
      'a date and a number, as reports of a series have',
      'In 2015 the ferry company carried 410 thousand passengers to the islands.',
      'In 2014 the ferry company carried 380 thousand passengers to the islands.',
      'medium',
      'another date and another number',
    ],
  ])('is told with %s', (_, one, other, severity, explanation) => {
    const found = alteration(one, other);
    expect(found?.severity).toBe(severity);
    expect(found?.explanation).toContain(explanation);
  });

  it.each([
    ['the same', 'The ministers signed the treaty in Geneva.', 'The ministers signed the treaty in Geneva.'],
    [
      'the number in words',
      'The talks on the treaty lasted fifteen hours.',
      'The talks on the treaty lasted 15 hours.',
    ],
    [
      'another thing said',
      'The ministers dined in Lisbon after the concert.',
      'The ministers signed the treaty in Geneva.',
    ],
    [
      'one that says more',
      'The ministers signed the treaty in Geneva on Monday, late at night.',
      'The ministers signed the treaty in Geneva.',
    ],
    ['too short to tell', 'He left in May.', 'She left in June.'],
  ])('is not blamed: %s', (_, one, other) => {
    expect(alteration(one, other)).toBeUndefined();
  });
});
