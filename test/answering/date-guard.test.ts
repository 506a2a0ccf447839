import { describe, expect, it } from 'vitest';
import { asksAfter, asksForOutcome, asksForPresent, latestDate, latestDateOf } from '#src/answering/date-guard.js';
import { dateInWords } from '#src/language/date-in-words.js';
import { readQuestion } from '#src/language/question.js';
import type { Generation } from '#src/types.js';

describe('a question about a day after the documents’ date', () => {
  it.each([
    ['2016-09', 'What happened in Syria in 2017?'],
    ['2016-09', 'Who won the war by 2020?'],
    ['2016-09', 'What did they agree in October 2016?'],
    ['2016-09', 'what did they agree in october 2016'],
    ['2016-09', 'What did they agree on Oct. 3, 2016?'],
    ['2016-09', 'What happened on 3rd of December, 2016?'],
    ['2016-09', 'What happened on 2016-10-01?'],
    ['2016-08', 'What did they agree in Sept. 2016?'],
    ['2016-09-09', 'What was said on September 10, 2016?'],
    ['2016-09-09', 'What was said on 10 September 2016?'],
    ['2015', 'What was agreed in 2016?'],
  ])('asks after %s: %s', (asOf, text) => {
    expect(asksAfter(readQuestion(text), asOf)).toBe(true);
  });

  it.each([
    ['2016-09', 'What was agreed in August 2016?'],
    ['2016-09', 'What was agreed in September 2016?'],
    ['2016-09', 'What was agreed on September 30, 2016?'],
    ['2016-09', 'What was agreed in 2016?'],
    ['2016-09', 'Who was released in Spring 2015?'],
    ['2016-09', 'Who was released in 2016-08?'],
    ['2016-09-09', 'What was said on September 9, 2016?'],
    ['2016-09-09', 'What was said in September 2016?'],
    ['2016', 'What was said in December 2016?'],
    ['2016-09', 'Who met in Geneva?'],
    ['2016-09', ''],
    [null, 'What will happen in 2050?'],
  ])('does not ask after %s: %s', (asOf, text) => {
    expect(asksAfter(readQuestion(text), asOf)).toBe(false);
  });
});

describe('a question about the present', () => {
  it.each([
    'Who is currently fighting in Syria?',
    'What is the situation in Aleppo today?',
    'Who is the current president of Syria?',
    'What is going on right now?',
    'Is Assad still in power?',
    'What are the latest developments?',
    'What will they do next week?',
  ])('is one: %s', (text) => {
    expect(asksForPresent(readQuestion(text))).toBe(true);
  });

  it.each(['Who met in Geneva?', 'Why did Moscow choose this moment?', 'Is the current fair?', 'Who presents it?'])(
    'is none: %s',
    (text) => {
      expect(asksForPresent(readQuestion(text))).toBe(false);
    },
  );
});

describe('a question about how it went on', () => {
  it.each(['What happened next?', 'Did the ceasefire collapse?', 'How did the war end?', 'Who won the election?'])(
    'is one: %s',
    (text) => {
      expect(asksForOutcome(readQuestion(text))).toBe(true);
    },
  );

  it.each(['Who met in Geneva?', 'How many attempts were there?'])('is none: %s', (text) => {
    expect(asksForOutcome(readQuestion(text))).toBe(false);
  });
});

describe('the latest of several dates', () => {
  it.each<[readonly (string | null)[], string | null]>([
    [[], null],
    [[null, null], null],
    [[null, '2015', '2016-09', '2014-12-31'], '2016-09'],
    // A year may mean its last day.
    [['2016', '2016-09-09'], '2016'],
    [['2016-09', '2016-10-01'], '2016-10-01'],
  ])('of %j is %s', (dates, expected) => {
    expect(latestDate(dates)).toBe(expected);
  });

  it('of a generation is that of its documents, and is looked for once', () => {
    let looks = 0;
    const generation = {
      get documents() {
        looks += 1;
        return ['2014', '2016-09', null].map((date) => ({ metadata: { date } }));
      },
    } as unknown as Generation;
    expect([latestDateOf(generation), latestDateOf(generation)]).toEqual(['2016-09', '2016-09']);
    expect(looks).toBe(1);
  });
});

describe('a date in words', () => {
  it.each([
    ['2016', '2016'],
    ['2016-09', 'September 2016'],
    ['2016-09-09', '9 September 2016'],
  ])('%s is %s', (date, words) => {
    expect(dateInWords(date)).toBe(words);
  });
});
