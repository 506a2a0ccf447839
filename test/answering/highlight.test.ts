import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wantedKinds } from '#src/answering/answer-type.js';
import { highlightIn } from '#src/answering/highlight.js';
import { readQuestion } from '#src/language/question.js';
import { readText } from './read-text.js';

function highlighted(question: string, text: string): string | undefined {
  const asked = readQuestion(question);
  const found = highlightIn(asked, wantedKinds(asked), readText(text));
  return found === undefined ? undefined : text.slice(...found);
}

const agreement =
  'The agreement reached by Russian Foreign Minister Sergei Lavrov and John Kerry on Sept. 9 in Geneva came as a surprise.';

describe('the words that answer', () => {
  it.each<[string, string, string | undefined]>([
    ['How long did the talks last?', 'The fact that the talks lasted 15 hours shows much.', '15 hours'],
    ['When was the agreement reached?', agreement, 'Sept. 9'],
    ['Where was the agreement reached?', agreement, 'Geneva'],
    ['Which minister reached it with Kerry?', agreement, 'Sergei Lavrov'],
    ['How many attempts were there?', 'It is one out of the total of nine such attempts.', 'nine'],
    [
      'Why did Moscow stop?',
      'Moscow stopped because the U.S. changed its mind; others did not.',
      'because the U.S. changed its mind',
    ],
    ['Why did prices rise?', 'They rose due to a gap of 1.5 points. Later they fell.', 'due to a gap of 1.5 points'],
    ['When was the agreement reached?', 'It was reached in Geneva.', undefined],
    ['What is the weak link?', 'The negotiation process is a weak link.', undefined],
    ['How long did it last?', '', undefined],
  ])('%s', (question, text, words) => {
    const found = highlighted(question, text);
    if (words === undefined) expect(found).toBeUndefined();
    else expect(found).toContain(words);
  });

  it('are not those that the question has said', () => {
    expect(highlighted('Whom did Kerry meet in Geneva?', 'In Geneva Kerry met Lavrov.')).toBe('Lavrov');
    expect(highlighted('Where in Geneva was it?', 'It was in Geneva.')).toBeUndefined();
  });

  it('are those nearest to the question’s own words', () => {
    const text =
      'Fighting went on for two years, while everybody waited for something else, and the talks lasted 15 hours.';
    expect(highlighted('How long did the talks last?', text)).toBe('15 hours');
    expect(highlighted('How long did the fighting go on?', text)).toBe('two years');
  });

  it('lie inside any text, and are never nothing', () => {
    const pieces = fc.constantFrom(
      'because',
      'since',
      'Kerry',
      'Sept. 9',
      '15 hours',
      'U.S.',
      '. ',
      ' ',
      ';',
      '\ud83d',
      '1.5',
      '\n',
    );
    const question = fc.constantFrom('Why?', 'When was it?', 'Who was it?', 'How long was it?', 'Where was it?');
    fc.assert(
      fc.property(question, fc.array(pieces), (asked, parts) => {
        const text = parts.join(' ');
        const wanted = readQuestion(asked);
        const found = highlightIn(wanted, wantedKinds(wanted), readText(text));
        if (found === undefined) return;
        expect(found[0]).toBeGreaterThanOrEqual(0);
        expect(found[1]).toBeGreaterThan(found[0]);
        expect(found[1]).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
