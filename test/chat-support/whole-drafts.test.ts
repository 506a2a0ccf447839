import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type DraftSentence, draftSentences, draftSentencesOver, withMarks } from '../support/chat/drafts/draft.js';
import { numberOf } from '../support/chat/drafts/number-of.js';
import { articlePassages, type NumberedPassage } from '../support/chat/drafts/passages.js';
import { draftText, wholeDrafts } from '../support/chat/drafts/whole-drafts.js';

let passages: readonly NumberedPassage[];
let sentences: readonly DraftSentence[];

beforeAll(async () => {
  [passages, sentences] = await Promise.all([articlePassages(), draftSentences()]);
});

/** The order in which the sentence of these tests cites. */
function inPrompt(paragraph: number): number {
  return paragraph === 9 ? 1 : 2;
}

describe('marks', () => {
  const sentence: DraftSentence = {
    text: 'The talks lasted "15 hours".',
    cites: [9, 3],
    truth: 'honest',
    kind: 'quoted',
    origin: 'hand',
    half: 'tuning',
  };

  it('number the passages as the prompt does, before the stop or after it', () => {
    expect(withMarks(sentence, inPrompt)).toBe('The talks lasted "15 hours" [1][2].');
    expect(withMarks(sentence, inPrompt, 'after-stop')).toBe('The talks lasted "15 hours". [1][2]');
    expect(withMarks({ ...sentence, text: 'He said: "Yes."' }, inPrompt)).toBe('He said: "Yes." [1][2]');
  });

  it('of paragraphs that the prompt lacks are a mistake of the test, unless that is the lie', () => {
    expect(() => withMarks(sentence, () => undefined)).toThrow(/paragraph 9/u);
    const lie: DraftSentence = { ...sentence, cites: [47], kind: 'citation-not-given', truth: 'lie' };
    expect(withMarks(lie, () => undefined)).toBe('The talks lasted "15 hours" [47].');
  });

  it('find a paragraph in a prompt that gives it whole, in part, escaped or with a neighbour', () => {
    const [first, , third, fourth] = passages;
    const number = numberOf(
      [
        { n: 1, text: fourth?.sentences[1] ?? '' },
        { n: 2, text: `${third?.text.replaceAll('’', '&rsquo;')}\n\nAnother.` },
      ],
      passages,
    );
    expect([first, third, fourth].map((passage) => number(passage?.n ?? 0))).toEqual([undefined, 2, 1]);
  });
});

describe('whole drafts', () => {
  it('have one to three sentences of one half, and are lies when one of these is', () => {
    const drafts = wholeDrafts(sentences, 7);
    expect(wholeDrafts(sentences, 7)).toEqual(drafts);
    expect(drafts.filter(({ truth }) => truth === 'honest').length).toBeGreaterThanOrEqual(300);
    expect(drafts.filter(({ truth }) => truth === 'lie').length).toBeGreaterThanOrEqual(300);
    expect(new Set(drafts.map((draft) => draft.sentences.length))).toEqual(new Set([1, 2, 3]));
    for (const draft of drafts) {
      expect(new Set(draft.sentences.map(({ half }) => half)).size).toBe(1);
      expect(draft.sentences.filter(({ truth }) => truth === 'lie').length).toBe(draft.truth === 'lie' ? 1 : 0);
      expect(draftText(draft, (n) => n).match(/\[\d+\]/gu)?.length).toBeGreaterThanOrEqual(draft.sentences.length);
    }
  });
});

describe('drafts over other passages', () => {
  it('of any text are honest where they are verbatim, cite what is given, and are the same for the same seed', () => {
    const sentence = fc
      .array(fc.constantFrom('Kerry', 'Moscow', 'nine', '15 hours', 'should hold', 'not', 'is', 'talks', '$1', '[2]'), {
        minLength: 5,
        maxLength: 9,
      })
      .map((parts) => `The ${parts.join(' ')}.`);
    const passage = fc.array(sentence, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(passage, { minLength: 1, maxLength: 4 }), fc.nat(), (texts, seed) => {
        const given = texts.map((parts, index) => ({ n: index + 1, text: parts.join(' '), sentences: parts }));
        const made = draftSentencesOver(given, seed);
        expect(draftSentencesOver(given, seed)).toEqual(made);
        for (const { text, cites, kind } of made) {
          const cited = given.filter(({ n }) => cites.includes(n));
          expect(cited.length).toBe(kind === 'citation-not-given' ? 0 : 1);
          if (kind === 'verbatim') expect(cited[0]?.text).toContain(text);
          if (kind === 'changed-number') expect(cited[0]?.sentences).not.toContain(text);
        }
      }),
    );
  });

  it('cite them as their prompt numbers them, and are the same for the same seed', () => {
    const others: readonly NumberedPassage[] = [
      {
        n: 4,
        text: 'However, the talks in Vienna lasted nine days. The parties should meet again on May 3.',
        sentences: ['However, the talks in Vienna lasted nine days.', 'The parties should meet again on May 3.'],
      },
      {
        n: 6,
        text: 'The river rises from a glacier in the north.',
        sentences: ['The river rises from a glacier in the north.'],
      },
    ];
    const made = draftSentencesOver(others, 3);
    expect(draftSentencesOver(others, 3)).toEqual(made);
    const texts = made.map(({ text, cites, truth }) => `${truth} ${cites.join()} ${text}`);
    expect(texts).toContain('honest 4 The talks in Vienna lasted 9 days.');
    expect(texts).toContain('honest 4 The parties should meet again on 3 May.');
    expect(texts).toContain('lie 4 However, the talks in Vienna lasted eleven days.');
    expect(texts).toContain('lie 4 The river rises from a glacier in the north.');
    const given = made.filter(({ kind }) => kind !== 'citation-not-given');
    expect(new Set(given.flatMap(({ cites }) => cites))).toEqual(new Set([4, 6]));
  });
});
