import { describe, expect, it } from 'vitest';
import { shownCitations } from '#src/discord/writing/shown-citations.js';
import { madeUpAnswer, madeUpDecline } from '../../support/made-up-answer.js';
import { madeUpCheck, madeUpCitation, madeUpClaim, madeUpSummary } from '../../support/made-up-results.js';

const question = 'How long?';

describe('what the buttons for passages count into', () => {
  it('is the citations of an answer, a summary or all claims of a check', () => {
    const answer = madeUpAnswer(question, [{ quote: 'One.' }, { quote: 'Two.' }]);
    expect(shownCitations({ kind: 'answer', question, answer })).toEqual(answer.citations);
    const summary = madeUpSummary(['One.']);
    expect(shownCitations({ kind: 'summary', question, summary })).toEqual(summary.citations);
    const [one, two] = [madeUpCitation(1, 'One.'), madeUpCitation(2, 'Two.')];
    const check = madeUpCheck([madeUpClaim('A.', 'supported', [one]), madeUpClaim('B.', 'not-covered', [two])]);
    expect(shownCitations({ kind: 'check', question, check })).toEqual([one, two]);
  });

  it('is the nearest passages of a declined answer, counted from 1', () => {
    const nearest = [4, 7].map((paragraph) => ({
      document: 'd',
      title: 'T',
      paragraph,
      start: paragraph,
      end: paragraph + 3,
      quote: 'Hi.',
    }));
    const answer = madeUpDecline(question, { nearest });
    expect(shownCitations({ kind: 'answer', question, answer })).toMatchObject([
      { n: 1, paragraph: 4, quote: 'Hi.', highlight: [] },
      { n: 2, paragraph: 7 },
    ]);
  });
});
