import { describe, expect, it } from 'vitest';
import { shippedSupportModel } from '#src/verifying/support-model.js';
import { verify } from '#src/verifying/verifier.js';
import { candidatesOf, read, vectors } from './read-both.js';

function verdictOn(claim: string, ...sentences: readonly string[]) {
  return verify(read(claim), candidatesOf(sentences), { vectors, model: shippedSupportModel });
}

describe('a claim that the sentence says', () => {
  it.each([
    ['The talks lasted 15 hours.', 'The talks lasted 15 hours.'],
    ['the talks lasted fifteen hours', 'The talks lasted 15 hours.'],
    ['The truce has to hold for at least seven days.', 'The ceasefire should hold for at least one week.'],
    ['Washington accepted the plan.', 'The United States accepted the plan.'],
    ['The strike was not a success.', 'The strike was not a success.'],
    ['The minister was unwilling to resign.', 'The minister was not willing to resign.'],
    ['The union met the owners on 3 May.', 'The union met the owners on May 3rd.'],
    ['The bridge was not closed.', 'The bridge was not closed, according to the mayor, until Monday.'],
  ])('is supported: “%s” by “%s”', (claim, sentence) => {
    const { verdict, score, decisive } = verdictOn(claim, sentence);
    expect(verdict).toBe('supported');
    expect(score).toBeGreaterThanOrEqual(shippedSupportModel.threshold);
    expect(decisive).toHaveLength(1);
  });

  it('is supported by the sentence that says it, not by its neighbours', () => {
    const { verdict, decisive } = verdictOn(
      'The talks lasted 15 hours.',
      'Journalists waited outside the hotel.',
      'The talks lasted 15 hours.',
      'Nobody expected a result.',
    );
    expect({ verdict, at: decisive[0]?.candidate }).toEqual({ verdict: 'supported', at: 1 });
  });
});

describe('a claim that gives one thing otherwise', () => {
  it.each([
    ['another number', 'The talks lasted nine hours.', 'The talks lasted 15 hours.', '15 hours'],
    ['another date', 'The union met the owners on 4 May.', 'The union met the owners on 3 May.', '3 May'],
    ['another place', 'The centre will be opened in Geneva.', 'The centre will be opened in Vienna.', 'Vienna'],
    [
      'another name in a list',
      'Kerry and Putin reached the agreement in Geneva.',
      'Lavrov and Kerry reached the agreement in Geneva.',
      'Lavrov',
    ],
    [
      'the opposite word',
      'The offer was accepted by the workers.',
      'The offer was rejected by the workers.',
      'rejected',
    ],
    ['no “not”', 'The agreement surprised the experts.', 'The agreement did not surprise the experts.', 'not surprise'],
    [
      'a “not” of its own',
      'The agreement did not surprise the experts.',
      'The agreement surprised the experts.',
      'surprised',
    ],
    [
      'an office of somebody else',
      'Kerry is the Russian foreign minister.',
      'The Russian foreign minister Sergei Lavrov and John Kerry spoke.',
      'Lavrov',
    ],
  ])('is contradicted: %s', (_, claim, sentence, deciding) => {
    const { verdict, reason, decisive } = verdictOn(claim, sentence);
    expect(verdict).toBe('contradicted');
    expect(reason).toContain(`“${deciding}”`);
    const [{ highlight } = { highlight: undefined }] = decisive;
    expect(sentence.slice(highlight?.[0], highlight?.[1])).toBe(deciding);
  });

  it('names both sides and blames nobody', () => {
    const { reason, ground } = verdictOn('The talks lasted nine hours.', 'The talks lasted 15 hours.');
    expect(reason).toBe('The text has “15 hours”, the claim “nine hours”.');
    expect(ground).toEqual({ kind: 'otherwise', text: '15 hours', claim: 'nine hours' });
  });
});

describe('a claim that goes beyond the sentence', () => {
  it.each([
    ['a duty told as a fact', 'The ceasefire held for one week.', 'The ceasefire should hold for at least one week.'],
    ['a plan told as a fact', 'The centre was opened in Vienna.', 'The centre will be opened in Vienna.'],
    ['an aim told as a fact', 'The union closed the plant.', 'The union tried to close the plant.'],
    [
      'a report told as a fact',
      'The army lost its strength.',
      'There were allegations that the army lost its strength.',
    ],
    [
      'a guess told as a fact',
      'The owners changed their attitude.',
      'It can be assumed that the owners changed their attitude.',
    ],
    ['a condition left out', 'The plant will close.', 'If the strike goes on, the plant will close.'],
    ['a number that is not there', 'The talks in Geneva had 40 members.', 'The talks in Geneva were long.'],
    ['a name that is not there', 'Iran opposed the agreement.', 'Some states opposed the agreement.'],
    ['an act that is not there', 'Kerry slept during the talks in Geneva.', 'Kerry spoke during the talks in Geneva.'],
    [
      'the roles exchanged',
      'The Democrats attacked the Republicans.',
      'The Republicans sharply attacked the Democrats for it.',
    ],
    ['nothing in common', 'Pineapples grow on trees.', 'The talks lasted 15 hours.'],
  ])('is never supported: %s', (_, claim, sentence) => {
    const { verdict, decisive } = verdictOn(claim, sentence);
    expect(verdict).not.toBe('supported');
    expect(decisive.length).toBeGreaterThan(0);
  });

  it.each([
    [
      'The ceasefire held for one week.',
      'The ceasefire should hold for at least one week.',
      /something wanted/u,
      'not-happened',
    ],
    [
      'The army lost its strength.',
      'There were allegations that the army lost its strength.',
      /what somebody says/u,
      'reported',
    ],
    [
      'The owners changed their attitude.',
      'It can be assumed that the owners changed their attitude.',
      /supposed/u,
      'supposed',
    ],
  ])('is told why: “%s”', (claim, sentence, reason, kind) => {
    const verification = verdictOn(claim, sentence);
    expect(verification.ground?.kind).toBe(kind);
    expect(verification.verdict).toBe('not-covered');
    expect(verification.reason).toMatch(reason);
  });

  it('is not contradicted by a sentence about something else that has another number', () => {
    expect(verdictOn('The strike cost the owners nine hours.', 'The talks lasted 15 hours.').verdict).toBe(
      'not-covered',
    );
  });
});

describe('the verifier', () => {
  it('does not take a question of the text for an answer', () => {
    expect(verdictOn('The truce will hold.', 'Will the truce hold?').verdict).toBe('not-covered');
  });

  it('says not-covered without a sentence when there is none', () => {
    expect(verify(read('The talks lasted 15 hours.'), [], { vectors, model: shippedSupportModel })).toEqual({
      verdict: 'not-covered',
      score: 0,
      reason: null,
      ground: null,
      decisive: [],
    });
  });

  it('completes a date with the year of the document', () => {
    const candidates = candidatesOf(['The union met the owners on May 3.'], { documentDate: '2016-05' });
    const on = (claim: string) => verify(read(claim), candidates, { vectors, model: shippedSupportModel }).verdict;
    expect(on('The union met the owners on 3 May 2016.')).toBe('supported');
    expect(on('The union met the owners on 3 May 2014.')).toBe('contradicted');
  });

  it('finds a name in the sentence before, and says that both are needed', () => {
    const { verdict, decisive } = verdictOn(
      'Lavrov was unhappy with the delay.',
      'Lavrov waited for an hour.',
      'He was unhappy with the delay.',
    );
    expect(verdict).toBe('supported');
    expect(decisive[0]).toMatchObject({ candidate: 1, before: 1 });
  });
});
