import { describe, expect, it } from 'vitest';
import { compareDates, type ReadDate } from '#src/verifying/dates.js';
import { read } from './read-both.js';

function dateIn(text: string): ReadDate {
  const [first] = read(text).dates;
  if (first === undefined) throw new Error(`No date in “${text}”.`);
  return first;
}

describe('a date', () => {
  it.each([
    ['on 9 September 2016', { year: 2016, month: 9, day: 9 }],
    ['on Sept. 9', { month: 9, day: 9 }],
    ['on 2016-09-09', { year: 2016, month: 9, day: 9 }],
    ['in Spring 2015', { year: 2015, season: 'spring' }],
    ['in the fall of 2015', { year: 2015, season: 'autumn' }],
    ['in 2015', { year: 2015 }],
  ])('is read: %s', (written, parts) => {
    expect(dateIn(`They met ${written} again.`)).toMatchObject(parts);
  });

  it.each([
    ['in September 2016', 'on 9 September 2016', 'same'],
    ['on 9 September 2016', 'on Sept. 9', 'open'],
    ['on 12 September', 'on Sept. 9, 2016', 'other'],
    ['in 2015', 'on Sept. 9, 2016', 'other'],
    ['in spring 2013', 'in Spring 2015', 'other'],
  ])('of a claim (%s) stands to one of a text (%s): %s', (claim, text, expected) => {
    expect(compareDates(dateIn(`They met ${claim}.`), dateIn(`They met ${text}.`))).toBe(expected);
  });
});
