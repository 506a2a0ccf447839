import { describe, expect, it } from 'vitest';
import { readKeptResult } from '#src/state/shown-result.js';
import type { Answer, Ground } from '#src/types.js';
import { madeUpAnswer, madeUpDecline } from '../support/made-up-answer.js';
import { madeUpCheck, madeUpClaim } from '../support/made-up-results.js';
import { madeUpWritten } from '../support/made-up-written.js';
import { quotedStanding } from '../support/standing.js';

function kept(answer: object): string {
  return JSON.stringify({ kind: 'answer', question: 'How long?', answer });
}

const quotes = [{ quote: 'It took nine hours.' }, { quote: 'The talks lasted 15 hours.' }];

describe('a kept answer', () => {
  it('is read with its disagreements as it was written', () => {
    const disagreements: Answer['disagreements'] = [
      {
        citations: [1, 2],
        about: '“nine hours” and “15 hours”.',
        difference: { words: ['nine hours', '15 hours'], documents: 2 },
      },
    ];
    const answer = madeUpAnswer('How long?', quotes, { disagreements });
    expect(readKeptResult(kept(answer))?.result).toEqual({ kind: 'answer', question: 'How long?', answer });
  });

  it('of before there were disagreements is read as one without', () => {
    const { disagreements: _, ...before } = madeUpAnswer('How long?', quotes);
    expect(readKeptResult(kept(before))?.result).toMatchObject({ answer: { disagreements: [] } });
  });

  it('with a disagreement of one side is none of ours', () => {
    const answer = { ...madeUpAnswer('How long?', quotes), disagreements: [{ citations: [1], about: 'x' }] };
    expect(readKeptResult(kept(answer))).toBeNull();
  });

  it('of before has the English sentences alone, and not what they are made of', () => {
    const { lacking: _, ...before } = madeUpDecline('How many came?');
    expect(readKeptResult(kept(before))?.result).toMatchObject({ answer: { missing: before.missing, lacking: null } });
    const disagreements = [{ citations: [1, 2], about: '“a” in one, “b” in the other.' }];
    const disputed = { ...madeUpAnswer('How long?', quotes), disagreements };
    expect(readKeptResult(kept(disputed))?.result).toMatchObject({ answer: { disagreements: [{ difference: null }] } });
    const { ground: __, ...claim } = madeUpClaim('It took nine hours.', 'contradicted');
    const check = { ...madeUpCheck([]), claims: [claim] };
    const result = readKeptResult(JSON.stringify({ kind: 'check', question: 'So?', check }))?.result;
    expect(result).toMatchObject({ check: { claims: [{ verdict: 'contradicted', ground: null }] } });
  });

  it('of before has sentences that were all quoted, and one with a caution does not name its words', () => {
    const answer = madeUpWritten('How long?', [
      { text: 'About 15 hours.', quote: '15 hours.', standing: 'partly', caution: 'Not all.', unsaid: ['About'] },
    ]);
    expect(readKeptResult(kept(answer))?.result).toEqual({ kind: 'answer', question: 'How long?', answer });
    const { unsaid: _, ...unnamed } = answer.sentences[0] ?? {};
    expect(readKeptResult(kept({ ...answer, sentences: [unnamed] }))?.result).toMatchObject({
      answer: { sentences: [{ standing: 'partly', caution: 'Not all.', unsaid: [] }] },
    });
    const oldest = { text: '15 hours.', citations: [1], attribution: null };
    expect(readKeptResult(kept({ ...answer, sentences: [oldest] }))?.result).toMatchObject({
      answer: { sentences: [{ ...oldest, ...quotedStanding }] },
    });
  });

  it('keeps the facts that its sentences are made of', () => {
    const answer = madeUpDecline('How many came?', { lacking: { words: ['many'], wanted: 'how-many' } });
    expect(readKeptResult(kept(answer))?.result).toMatchObject({ answer: { lacking: answer.lacking } });
    const grounds: readonly Ground[] = [
      { kind: 'otherwise', text: 'a', claim: 'b' },
      { kind: 'not-given', claim: 'b' },
      { kind: 'unsaid', words: ['a'] },
      { kind: 'not-happened', text: null },
      { kind: 'reversed' },
      { kind: 'too-long' },
      { kind: 'later', asOf: '2016-09' },
    ];
    const claims = grounds.map((ground) => ({ ...madeUpClaim('So.', 'contradicted'), ground }));
    const check = madeUpCheck(claims);
    expect(readKeptResult(JSON.stringify({ kind: 'check', question: 'So?', check }))?.result).toMatchObject({ check });
  });
});
