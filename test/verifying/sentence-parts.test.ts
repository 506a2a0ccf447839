import { describe, expect, it } from 'vitest';
import { partsOfSentence } from '#src/verifying/written/sentence-parts.js';

describe('a sentence', () => {
  it.each<[string, string, string[]]>([
    [
      'two statements with "and"',
      'The strike ended on Monday, and the mayor signed the deal.',
      ['The strike ended on Monday.', 'The mayor signed the deal.'],
    ],
    [
      'one who does two things',
      'Kerry and Lavrov met in Geneva and agreed on a ceasefire.',
      ['Kerry and Lavrov met in Geneva.', 'Kerry and Lavrov agreed on a ceasefire.'],
    ],
    [
      'a pronoun for who did the first',
      'The agreement is a victory, but it does not go far.',
      ['The agreement is a victory.', 'The agreement does not go far.'],
    ],
    [
      'semicolons before all others',
      'The union said this and meant it; the army waited and left.',
      ['The union said this and meant it.', 'The army waited and left.'],
    ],
    [
      'statements with dates',
      'Delegates have met since 17 September, and voters will be asked on 2 October.',
      ['Delegates have met since 17 September.', 'Voters will be asked on 2 October.'],
    ],
  ])('is taken apart: %s', (_, sentence, parts) => {
    expect(partsOfSentence(sentence)).toEqual(parts);
  });

  it.each([
    ['a list of nouns', 'The moderate opposition and the Free Syrian Army could attempt it.'],
    ['an order of things', 'The military is fighting against the Kurds and only then against ISIS.'],
    ['a condition over both', 'If the truce holds and the talks begin, the center will be opened.'],
    ['a cause', 'The deal failed because the army left and the talks ended.'],
    ['a single statement', 'The talks lasted 15 hours.'],
    ['nothing', ''],
  ])('stays whole: %s', (_, sentence) => {
    expect(partsOfSentence(sentence)).toEqual([sentence]);
  });
});
