import { beforeAll, describe, expect, it } from 'vitest';
import { loadWordVectors, type WordVectors } from '#src/language/word-vectors.js';
import { wordVectorsFile } from '#src/project-files.js';
import type { Verdict } from '#src/types.js';
import { readStatement } from '#src/verifying/statement.js';
import { agreesWithVerdict } from '#src/writing/agrees-with-verdict.js';

let words: WordVectors;
beforeAll(async () => {
  words = await loadWordVectors(wordVectorsFile);
});

const lasted = 'The talks in Geneva lasted nine hours.';

function agrees(sentence: string, verdict: Verdict, claim = lasted): boolean {
  const held = { claim: readStatement(claim, words), verdict, documentDate: '2016-09', similarity: 0.9 };
  return agreesWithVerdict(sentence, held, words);
}

describe('an explanation of a claim', () => {
  it.each([
    [
      'says otherwise',
      'The talks in Geneva lasted 15 hours.',
      { supported: false, contradicted: true, notCovered: false },
    ],
    [
      'says the same',
      'The talks in Geneva lasted nine hours.',
      { supported: true, contradicted: false, notCovered: false },
    ],
    [
      'says something near',
      'The talks in Geneva were long.',
      { supported: true, contradicted: true, notCovered: true },
    ],
    [
      'speaks of the claim',
      'The claim has it right about Geneva.',
      { supported: false, contradicted: false, notCovered: false },
    ],
    ['speaks of truth', 'In Geneva it was correct.', { supported: false, contradicted: false, notCovered: false }],
  ])('that %s leaves only some verdicts standing', (_, sentence, { supported, contradicted, notCovered }) => {
    expect(agrees(sentence, 'supported')).toBe(supported);
    expect(agrees(sentence, 'contradicted')).toBe(contradicted);
    expect(agrees(sentence, 'not-covered')).toBe(notCovered);
  });

  it('may say what somebody claims, supports or states', () => {
    const sentence = 'Russia has claimed its status of an equal partner, and Assad is supported by Moscow.';
    expect(agrees(sentence, 'not-covered')).toBe(true);
  });
});
