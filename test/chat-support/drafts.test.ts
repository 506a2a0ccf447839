import { beforeAll, describe, expect, it } from 'vitest';
import { type DraftSentence, draftSentences } from '../support/chat/drafts/draft.js';
import { honestKinds, lieKinds } from '../support/chat/drafts/kinds.js';
import { articlePassages, type NumberedPassage, shareInPassage } from '../support/chat/drafts/passages.js';

let passages: readonly NumberedPassage[];
let sentences: readonly DraftSentence[];

beforeAll(async () => {
  [passages, sentences] = await Promise.all([articlePassages(), draftSentences()]);
});

function textOf(cites: readonly number[]): string {
  return passages
    .filter(({ n }) => cites.includes(n))
    .map(({ text }) => text)
    .join('\n');
}

function ofKind(...kinds: readonly DraftSentence['kind'][]): readonly DraftSentence[] {
  return sentences.filter(({ kind }) => kinds.includes(kind));
}

/** What stands in quotation marks, without the stop that belongs to the sentence around it. */
function quotes(text: string): readonly string[] {
  return [...text.matchAll(/["“]([^"”]+)["”]/gu)].map(([, quote = '']) => quote.replace(/[.,]$/u, ''));
}

const months = 'January February March April May June July August September October November December'.split(' ');
const words =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );

/** Figures and months of a text in one form: "9 September" and "Sept. 9" both have `9` and `September`. */
function figures(text: string): ReadonlySet<string> {
  const found = text.match(/\d+|[A-Za-z]+/gu) ?? [];
  return new Set(
    found.flatMap((word) => {
      if (/^\d/u.test(word)) return [String(Number(word))];
      if (word === 'week') return ['7', '1'];
      if (words.includes(word.toLowerCase())) return [String(words.indexOf(word.toLowerCase()))];
      const month = months.find((name) => word.length > 2 && name.startsWith(word.slice(0, 4)));
      return month === undefined ? [] : [month];
    }),
  );
}

function countOf(kind: DraftSentence['kind']): string {
  const those = ofKind(kind);
  const hand = those.filter(({ origin }) => origin === 'hand').length;
  const tuning = those.filter(({ half }) => half === 'tuning').length;
  return `${kind}: ${those.length}, ${hand} by hand, ${tuning} for tuning`;
}

/** Text and place, however it is written. */
function essence({ text, cites }: DraftSentence): string {
  return `${text.toLowerCase().replace(/\W/gu, '')} ${cites.join()}`;
}

describe('the draft sentences', () => {
  it('are as many as the measure needs, of each kind at least 25 lies', () => {
    console.info([...honestKinds, ...lieKinds].map(countOf).join('\n'));
    for (const kind of lieKinds) expect(ofKind(kind).length, kind).toBeGreaterThanOrEqual(25);
    for (const kind of honestKinds) expect(ofKind(kind).length, kind).toBeGreaterThanOrEqual(10);
    for (const truth of ['honest', 'lie'] as const) {
      const those = sentences.filter((sentence) => sentence.truth === truth);
      expect(those.length).toBeGreaterThanOrEqual(300);
      expect(those.filter(({ origin }) => origin === 'hand').length).toBeGreaterThanOrEqual(150);
      for (const half of ['tuning', 'heldOut'] as const) {
        const share = those.filter((sentence) => sentence.half === half).length / those.length;
        expect(share, `${truth} ${half}`).toBeGreaterThan(0.4);
      }
    }
  });

  it('are the same every time, and no two alike', async () => {
    expect(await draftSentences()).toEqual(sentences);
    expect(new Set(sentences.map(({ text, cites }) => `${text} ${cites.join()}`)).size).toBe(sentences.length);
  });

  it('are never honest and a lie at once', () => {
    const honest = new Set(sentences.filter(({ truth }) => truth === 'honest').map(essence));
    expect(sentences.filter((sentence) => sentence.truth === 'lie' && honest.has(essence(sentence)))).toEqual([]);
  });

  it('begin with a capital or a mark, end with a stop, and hold no marks of their own', () => {
    for (const { text } of sentences) {
      expect(text).toMatch(/^[\p{Lu}"“@[].*[.!?]["”]?$/su);
      expect(text).not.toMatch(/\[\d+\]|\n| {2}/u);
    }
  });

  it('cite paragraphs that may be quoted, but for those that cite what was not given', () => {
    const numbers = passages.map(({ n }) => n);
    for (const { cites, kind, text } of sentences) {
      expect(cites.length, text).toBeGreaterThan(0);
      expect(
        cites.every((n) => numbers.includes(n) !== (kind === 'citation-not-given')),
        text,
      ).toBe(true);
    }
  });
});

describe('honest ones', () => {
  it('that are verbatim are slices of the cited paragraph', () => {
    for (const { text, cites } of ofKind('verbatim')) expect(textOf(cites)).toContain(text);
  });

  it('quote word for word', () => {
    for (const { text, cites, truth } of sentences.filter((sentence) => sentence.truth === 'honest')) {
      for (const quote of quotes(text)) expect(textOf(cites), `${truth}: ${text}`).toContain(quote);
    }
    for (const { text } of ofKind('quoted')) expect(quotes(text).length, text).toBeGreaterThan(0);
  });

  it('have no number and no date that the cited paragraphs lack', () => {
    for (const { text, cites } of sentences.filter(({ truth }) => truth === 'honest')) {
      const there = figures(textOf(cites));
      expect(
        [...figures(text)].filter((figure) => !there.has(figure)),
        `${text} ${cites.join()}`,
      ).toEqual([]);
    }
  });
});

describe('lies', () => {
  it('with a changed number or date have one that the cited paragraph lacks', () => {
    const stretches = /first|third|months?\b|days\b|minutes|24|after|last winter|monday|friday/iu;
    for (const { text, cites } of ofKind('changed-number', 'changed-date')) {
      const there = figures(textOf(cites));
      const other = [...figures(text)].some((figure) => !there.has(figure));
      expect(other || stretches.test(text) || /autumn|summer|fifty/iu.test(text), text).toBe(true);
    }
  });

  it('of a rule differ from what they were made of', () => {
    const honest = new Set(sentences.filter(({ truth }) => truth === 'honest').map(({ text }) => text));
    const moved: readonly DraftSentence['kind'][] = ['wrong-citation', 'citation-not-given'];
    for (const { text, kind, origin } of sentences) {
      if (origin === 'rule' && lieKinds.some((lie) => lie === kind))
        expect(honest.has(text), text).toBe(moved.includes(kind));
    }
  });

  it('with an invented quote have one that stands nowhere in the article', () => {
    const all = passages.map(({ text }) => text).join('\n');
    for (const { text } of ofKind('invented-quote')) {
      expect(quotes(text).length, text).toBeGreaterThan(0);
      expect(
        quotes(text).some((quote) => !all.includes(quote)),
        text,
      ).toBe(true);
    }
  });

  it('with a wrong citation have few words of the paragraph that they cite, and more of another', () => {
    for (const { text, cites } of ofKind('wrong-citation')) {
      const there = shareInPassage(text, textOf(cites));
      expect(there, text).toBeLessThan(0.5);
      expect(Math.max(...passages.map((passage) => shareInPassage(text, passage.text))), text).toBeGreaterThan(there);
    }
  });

  it('from memory and of orders are in no paragraph', () => {
    for (const { text } of ofKind('from-memory', 'obeyed-order')) {
      for (const { text: passage } of passages) expect(shareInPassage(text, passage), text).toBeLessThan(1);
    }
  });
});
