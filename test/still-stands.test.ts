import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standingPlace } from '#src/still-stands.js';
import type { Citation, ParsedDocument } from '#src/types.js';
import { madeUpCitation } from './support/made-up-results.js';
import { parsedText, plainGeneration } from './support/plain-generation.js';

const parsed = (text: string, id = 'letter'): ParsedDocument => parsedText(id, text);
const generationOf = (...documents: readonly ParsedDocument[]) => plainGeneration('g', documents);

/** A citation of words as they stand in a text, the first time. */
function cite(text: string, quote: string, highlighted?: string): Citation {
  const start = text.indexOf(quote);
  const from = highlighted === undefined ? -1 : text.indexOf(highlighted, start);
  const paragraph = text.slice(0, start).split('\n\n').length;
  const highlight = highlighted === undefined ? ([] as const) : ([from, from + highlighted.length] as const);
  return madeUpCitation(1, quote, { document: 'letter', paragraph, start, end: start + quote.length, highlight });
}

const before =
  'We met in May.\n\nThe talks lasted 15 hours. Nobody had brought a text to sign. They went on until midnight.';
const hours = cite(before, 'The talks lasted 15 hours.', '15 hours');

describe('a citation', () => {
  it('stands where it is while nothing moved it', () => {
    expect(standingPlace(hours, [generationOf(parsed(before))])).toBe(hours);
    expect(standingPlace(hours, [generationOf(parsed(`${before}\n\nMore was written later.`))])).toBe(hours);
  });

  it('stands at another place when words or paragraphs were put before it, with what it highlights', () => {
    const now = before.replace('We met in May.', 'We met in the early days of May.\n\nIt rained all day long.');
    const place = standingPlace(hours, [generationOf(parsed(now))]);
    expect(place).toMatchObject({ paragraph: 3, quote: hours.quote, n: hours.n });
    expect(now.slice(place?.start, place?.end)).toBe(hours.quote);
    expect(now.slice(...(place?.highlight ?? []))).toBe('15 hours');
  });

  it.each([
    ['its words changed', before.replace('15 hours', '20 hours')],
    ['its sentence went', before.replace('The talks lasted 15 hours. ', '')],
    [
      'it is the end of another sentence now',
      before.replace('The talks', 'It was never true what they wrote: “The talks'),
    ],
    [
      'it goes on now',
      before.replace('15 hours.', '15 hours. and a half, as we know.').replace('hours. and', 'hours and'),
    ],
    ['only a link to another article says it', 'We met in May.\n\nAlso read: The talks lasted 15 hours.'],
  ])('stands no longer when %s', (_, now) => {
    expect(standingPlace(hours, [generationOf(parsed(now))])).toBeNull();
  });

  it('stands no longer when a sentence was put before it that it is the end of', () => {
    const claim = cite('Paris is ours since the war.', 'Paris is ours since the war.');
    expect(standingPlace(claim, [generationOf(parsed('Nobody says that Paris is ours since the war.'))])).toBeNull();
    const five = cite('It rained. 5 people came to the talks.', '5 people came to the talks.');
    expect(standingPlace(five, [generationOf(parsed('It rained 15 people came to the talks.'))])).toBeNull();
  });

  it('stands no longer when its document is gone, though another one says the same', () => {
    expect(standingPlace(hours, [generationOf(parsed(before, 'copy'))])).toBeNull();
    expect(standingPlace(hours, [])).toBeNull();
  });

  it('is looked for in every collection that is visible', () => {
    const shared = generationOf(parsed('Another text, about a lake that is deep.', 'lake'));
    expect(standingPlace(hours, [shared, generationOf(parsed(before))])).toBe(hours);
  });

  it('stands at the nearest of several places', () => {
    const sentence = 'The talks lasted 15 hours.';
    const now = `${sentence}\n\nA long paragraph that stands between the two of them.\n\n${sentence} It was late by then.`;
    const at = (start: number): Citation => madeUpCitation(1, sentence, { document: 'letter', start, end: start + 26 });
    const places = [5, 60, 500].map((start) => standingPlace(at(start), [generationOf(parsed(now))])?.paragraph);
    expect(places).toEqual([1, 3, 3]);
  });
});

const sentences = [
  'Paris is ours since the war.',
  'Nobody says that Paris is ours since the war.',
  'The talks in Geneva lasted 15 hours.',
  'Not so.',
  'Why?',
  'It should hold for a week, as they agreed in Geneva.',
];
const texts = fc
  .array(fc.array(fc.constantFrom(...sentences, 'Also read:'), { minLength: 1, maxLength: 6 }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((paragraphs) => paragraphs.map((words) => words.join(' ')).join('\n\n'));

/** Every stretch of whole sentences in a paragraph that may be quoted, looked at one by one. */
function placesOf(
  { document, paragraphs, sentences: spans, chunks }: ParsedDocument,
  quote: string,
): readonly number[] {
  const inside = [...spans, ...chunks];
  return paragraphs
    .filter(({ kind }) => kind === 'body' || kind === 'caption' || kind === 'notice')
    .flatMap(({ number }) => {
      const own = inside.filter(({ paragraph }) => paragraph === number);
      const ends = new Set(own.map(({ end }) => end));
      return own.map(({ start }) => start).filter((start) => ends.has(start + quote.length));
    })
    .filter((start) => document.text.slice(start, start + quote.length) === quote);
}

describe('whatever the text becomes', () => {
  it('a citation stands at the nearest place where whole sentences are its words, and nowhere else', () => {
    fc.assert(
      fc.property(texts, texts, fc.nat(), (then, now, pick) => {
        const { chunks } = parsed(then);
        const chunk = chunks[pick % Math.max(1, chunks.length)];
        fc.pre(chunk !== undefined);
        const { start, end, text: quote, paragraph } = chunk as (typeof chunks)[number];
        const citation = madeUpCitation(1, quote, { document: 'letter', paragraph, start, end });
        expect(standingPlace(citation, [generationOf(parsed(then))])).toBe(citation);
        const after = parsed(now);
        const distances = placesOf(after, quote).map((place) => Math.abs(place - start));
        const found = standingPlace(citation, [generationOf(after)]);
        if (distances.length === 0) expect(found).toBeNull();
        else expect(Math.abs((found?.start ?? 1e9) - start)).toBe(Math.min(...distances));
        if (found !== null) expect(now.slice(found.start, found.end)).toBe(quote);
      }),
      { numRuns: 400 },
    );
  });
});
