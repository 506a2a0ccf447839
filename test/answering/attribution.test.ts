import { describe, expect, it } from 'vitest';
import { attributionOf } from '#src/answering/attribution.js';

describe('whose words a sentence gives', () => {
  it.each([
    'According to one of the versions, Kerry succeeded in overcoming the criticism.',
    'However, the theory that Obama’s administration was influenced by ratings sounds much more plausible.',
    'Kerry said that the ceasefire holds.',
    'The ceasefire holds, Lavrov says.',
    'Kerry told reporters that the talks were over.',
    'This immediately led to allegations that the offensive lost its strength.',
    'Experts continue to speculate about the reasons for such changes.',
    "Based on journalists' observations, the decision was made unexpectedly.",
    'U.S. officials make it clear that there can be no joint operations.',
  ])('is reported: %s', (sentence) => {
    expect(attributionOf(sentence)).toBe('reported');
  });

  it.each([
    'Thus, in order to successfully launch the Joint Implementation Center, the ceasefire should hold for at least one week.',
    'If this is the case, it diminishes the bargaining power of the government.',
    'Groups of the moderate opposition could attempt to work out an agreement.',
    'They, too, need to be convinced to support the settlement of the conflict.',
    'The truce may hold.',
    'It may 9 times out of ten.'.replace('9', 'nine'),
  ])('is a condition: %s', (sentence) => {
    expect(attributionOf(sentence)).toBe('conditional');
  });

  it.each([
    'It can be assumed that the main factor was a shift in the U.S. attitude towards Russia.',
    'One way or another, this agreement became an important victory for Russian diplomacy.',
    'Most likely, this will largely depend on the efforts of the United States.',
    'The negotiation process is a weak link.',
    'In reality, it depends on the Syrians themselves.',
  ])('is the author’s view: %s', (sentence) => {
    expect(attributionOf(sentence)).toBe('author');
  });

  it.each([
    ['a plain fact', 'The fact that the talks lasted 15 hours shows that the parties came without documents.'],
    ['a Secretary of State', 'U.S. Secretary of State John Kerry and Sergey Lavrov meet in Geneva.'],
    ['the Islamic State', 'It is a partner in the fight against the Islamic State.'],
    ['the month of May', 'They met in May 2016 and again on 9 May.'],
    ['May with a day', 'May 9 is a holiday.'],
    ['allegiance', 'Field commanders who broke away swore allegiance to the group.'],
    ['"as if"', 'The decision was made as if guided by an impulse.'],
    ['nothing', ''],
  ])('is nobody’s but the text’s for %s', (_, sentence) => {
    expect(attributionOf(sentence)).toBeNull();
  });

  it('is a report before it is a condition or a view', () => {
    expect(attributionOf('Kerry said that the ceasefire should hold.')).toBe('reported');
    expect(attributionOf('If the truce holds, it seems a success.')).toBe('conditional');
  });
});
