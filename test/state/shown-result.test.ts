import { describe, expect, it } from 'vitest';
import { readKeptResult } from '#src/state/shown-result.js';
import type { Answer } from '#src/types.js';
import { madeUpAnswer } from '../support/made-up-answer.js';

function kept(answer: object): string {
  return JSON.stringify({ kind: 'answer', question: 'How long?', answer });
}

const quotes = [{ quote: 'It took nine hours.' }, { quote: 'The talks lasted 15 hours.' }];

describe('a kept answer', () => {
  it('is read with its disagreements as it was written', () => {
    const disagreements: Answer['disagreements'] = [{ citations: [1, 2], about: '“nine hours” and “15 hours”.' }];
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
});
