import { describe, expect, it } from 'vitest';
import { holdsWanted, wantedKinds } from '#src/answering/answer-type.js';
import { readQuestion } from '#src/language/question.js';
import { readText } from './read-text.js';

function holds(question: string, text: string): boolean {
  const asked = readQuestion(question);
  return holdsWanted(wantedKinds(asked), asked, readText(text));
}

describe('the kind of mention that answers', () => {
  it.each<[string, readonly string[]]>([
    ['Who met in Geneva?', ['person', 'organisation']],
    ['Where did they meet?', ['place']],
    ['When did they meet?', ['date']],
    ['How long did they talk?', ['duration']],
    ['How many attempts were there?', ['number', 'money', 'percent']],
    ['Why did Moscow agree?', []],
    ['What is the weak link?', []],
    ['', []],
  ])('%s', (question, kinds) => {
    expect(new Set(wantedKinds(readQuestion(question)))).toEqual(new Set(kinds));
  });

  it.each<[string, string, boolean]>([
    ['How long did the talks last?', 'The talks lasted 15 hours.', true],
    ['How long did the talks last?', 'The talks were held in Geneva.', false],
    ['When did they meet in Geneva?', 'They met on Sept. 9 in Geneva.', true],
    ['Where did they meet?', 'They met in Switzerland.', true],
    ['Who met Kerry?', 'Sergei Lavrov met him.', true],
  ])('%s — %s', (question, text, expected) => {
    expect(holds(question, text)).toBe(expected);
  });

  it('does not count what the question has said already', () => {
    expect(holds('Who met Kerry?', 'Kerry was there.')).toBe(false);
    expect(holds('Who met Kerry?', 'Kerry met Lavrov.')).toBe(true);
  });
});
