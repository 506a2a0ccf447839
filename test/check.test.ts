import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { check } from '#src/check.js';
import { parseDocument } from '#src/corpus/parse-document.js';
import { readJsonLines } from '#src/evaluating/judged-set.js';
import type { Check, Citation } from '#src/types.js';
import { type ArticleParts, openArticleParts } from './support/article-parts.js';
import { fakeVector } from './support/fake-vector.js';
import { buildSmallGeneration } from './support/small-generation.js';

const goldenSchema = z.object({
  id: z.string(),
  claim: z.string(),
  verdict: z.enum(['supported', 'contradicted', 'not-covered', 'aside']),
  aside: z.string().optional(),
  paragraphs: z.array(z.number()).default([]),
  split: z.enum(['tuning', 'held-out']),
});
type Golden = z.infer<typeof goldenSchema>;

interface Checked {
  readonly golden: Golden;
  readonly result: Check;
  /** The verdict on its one claim, or `aside`. */
  readonly verdict: string;
}

let folder: string;
let article: ArticleParts;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley-check-'));
  article = await openArticleParts(folder);
});

afterAll(async () => {
  await article.encoder.close();
  await rm(folder, { recursive: true, force: true });
});

function shareOf(checked: readonly Checked[], holds: (one: Checked) => boolean): number {
  return checked.filter(holds).length / checked.length;
}

function isRight({ golden, result, verdict }: Checked): boolean {
  return verdict === golden.verdict && (golden.verdict !== 'aside' || result.asides[0]?.kind === golden.aside);
}

function citesRightParagraph({ golden, result }: Checked): boolean {
  return result.claims.some(({ citations }) =>
    citations.some(({ paragraph }) => golden.paragraphs.includes(paragraph)),
  );
}

function expectExact(citations: readonly Citation[], text: string): void {
  for (const { start, end, quote, paragraph, highlight } of citations) {
    expect(text.slice(start, end)).toBe(quote);
    expect([6, 16]).not.toContain(paragraph);
    if (highlight.length === 0) continue;
    expect(highlight[0]).toBeGreaterThanOrEqual(start);
    expect(highlight[1]).toBeLessThanOrEqual(end);
    expect(highlight[1]).toBeGreaterThan(highlight[0]);
  }
}

/** Floors are about three points under what was measured when they were set; docs/decisions has the figures. */
describe.each([
  { split: 'tuning', right: 0.83, falselySupported: 0.03, contradictions: 0.94 },
  { split: 'held-out', right: 0.85, falselySupported: 0.05, contradictions: 0.9 },
])('the $split claims about the article', ({ split, right, falselySupported, contradictions }) => {
  const checked: Checked[] = [];

  beforeAll(async () => {
    for (const golden of await readJsonLines('golden/claims.jsonl', goldenSchema)) {
      if (golden.split !== split) continue;
      const result = await check(golden.claim, article.parts);
      checked.push({ golden, result, verdict: result.claims[0]?.verdict ?? 'aside' });
    }
  }, 120_000);

  it('are enough to measure on', () => {
    for (const verdict of ['supported', 'contradicted', 'not-covered']) {
      expect(checked.filter(({ golden }) => golden.verdict === verdict).length).toBeGreaterThanOrEqual(20);
    }
  });

  it('get the right verdict', () => {
    expect(shareOf(checked, isRight)).toBeGreaterThanOrEqual(right);
  });

  it('are seldom told to be supported when they are not', () => {
    const others = checked.filter(({ golden }) => golden.verdict !== 'supported');
    expect(shareOf(others, ({ verdict }) => verdict === 'supported')).toBeLessThanOrEqual(falselySupported);
  });

  it('are contradicted with good reason', () => {
    const contradicted = checked.filter(({ verdict }) => verdict === 'contradicted');
    expect(contradicted.length).toBeGreaterThan(10);
    expect(shareOf(contradicted, ({ golden }) => golden.verdict === 'contradicted')).toBeGreaterThanOrEqual(
      contradictions,
    );
  });

  it('are decided by a right paragraph', () => {
    const decided = checked.filter((one) => isRight(one) && one.golden.paragraphs.length > 0);
    expect(shareOf(decided, citesRightParagraph)).toBeGreaterThanOrEqual(0.9);
  });

  it('get quotes that are slices of the text, and always one', () => {
    for (const { result } of checked) {
      for (const { citations } of result.claims) {
        expect(citations.length).toBeGreaterThan(0);
        expectExact(citations, article.text);
      }
    }
  });
});

describe('a check', () => {
  it('gives each claim of a message its verdict, in order, with citations counted through', async () => {
    const { claims, asides, asOf, generation } = await check(
      'I think the talks lasted nine hours. Did anybody sleep? Kerry and Lavrov met in Geneva, Switzerland. Pineapples grow in Hawaii.',
      article.parts,
    );
    expect(claims.map(({ verdict }) => verdict)).toEqual(['contradicted', 'supported', 'not-covered']);
    expect(claims[0]?.text).toBe('I think the talks lasted nine hours.');
    expect(claims[0]?.reason).toBe('The text has “15 hours”, the claim “nine hours”.');
    expect(claims[0]?.citations[0]?.highlight).not.toEqual([]);
    expect(asides).toEqual([{ text: 'Did anybody sleep?', kind: 'question' }]);
    const marks = claims.flatMap(({ citations }) => citations.map(({ n }) => n));
    expect(marks).toEqual(marks.map((_, i) => i + 1));
    expect(asOf).toBe('2016-09');
    expect(generation).toBe(article.generation.id);
  });

  it('says of what came after the documents that they do not know it', async () => {
    const { claims } = await check('The ceasefire collapsed in October 2016.', article.parts);
    expect(claims[0]).toMatchObject({
      verdict: 'not-covered',
      reason: expect.stringContaining('as of September 2016'),
    });
  });

  it.each([
    ['nothing', ''],
    ['blanks', ' \n\t '],
    ['only emoji', '😂'.repeat(200)],
    ['control characters', '\u0000\u0007\u001B[2J\u202E'],
    ['half a surrogate pair', '\uD83D'],
  ])('has no claims in %s', async (_, message) => {
    expect((await check(message, article.parts)).claims).toEqual([]);
  });

  it('checks ten claims of a message of any length, and counts the others', async () => {
    const { claims, omitted } = await check('The talks lasted 15 hours. '.repeat(2000), article.parts);
    expect(claims).toHaveLength(10);
    expect(omitted).toBeGreaterThan(100);
  });

  it('does not let a part of an endless sentence pass for the whole', async () => {
    const { claims } = await check(
      `The talks lasted 15 hours${', and the talks lasted 15 hours'.repeat(60)} in vain`,
      article.parts,
    );
    const long = claims.filter(({ text }) => text.length > 800);
    for (const { verdict } of long) expect(verdict).toBe('not-covered');
    const endless = await check('the talks and '.repeat(4000), article.parts);
    expect(endless.claims).toMatchObject([{ verdict: 'not-covered', reason: expect.stringContaining('too long') }]);
  });

  it('supports nothing that states nothing', async () => {
    const { claims } = await check('the talks, the talks', article.parts);
    for (const { verdict } of claims) expect(verdict).not.toBe('supported');
  });

  it('covers nothing in a collection without evidence', async () => {
    const generation = await buildSmallGeneration(folder, [
      parseDocument({
        id: 'notice',
        text: 'The opinion of the author may not necessarily reflect the position of the publisher or its staff.',
        metadata: {
          title: 'A notice',
          titleIsDescriptive: true,
          publisher: null,
          author: null,
          date: null,
          licence: null,
          url: null,
        },
        source: { path: 'notice.txt', bytes: 96, modifiedMs: 0, sha256: '' },
      }),
    ]);
    const encoder = { embedQuery: async (text: string) => [...fakeVector(text, 64)] };
    const { claims } = await check('The talks lasted 15 hours.', {
      encoder,
      generations: [generation],
      words: article.parts.words,
    });
    expect(claims).toMatchObject([{ verdict: 'not-covered', citations: [] }]);
  });

  it('fails when the encoder fails, and calls that no verdict', async () => {
    const encoder = {
      embedQuery: async (): Promise<number[]> => {
        throw new Error('the encoder is gone');
      },
    };
    await expect(check('The talks lasted 15 hours.', { ...article.parts, encoder })).rejects.toThrow(
      'the encoder is gone',
    );
  });
});
