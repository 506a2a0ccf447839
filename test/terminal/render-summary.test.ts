import { describe, expect, it } from 'vitest';
import { UsageError } from '#src/errors.js';
import { createPaint, type Paint } from '#src/terminal/paint.js';
import { renderSummary } from '#src/terminal/render-summary.js';
import { readSummaryRequest } from '#src/terminal/run-summary.js';
import type { Attribution, Summary } from '#src/types.js';
import { madeUpWrittenSummary } from '../support/made-up-written.js';
import { quotedStanding } from '../support/standing.js';

const plain = createPaint(false);
const unwrapped = { width: Number.POSITIVE_INFINITY, paint: plain };

interface MadeUpPoint {
  readonly text: string;
  readonly paragraph: number;
  readonly attribution?: Attribution;
}

function madeUpSummary(points: readonly MadeUpPoint[], more: Partial<Summary> = {}): Summary {
  return {
    document: 'made-up',
    title: 'A made-up document',
    paragraphs: null,
    focus: null,
    length: 'short',
    mode: 'extractive',
    points: points.map(({ text, attribution = null }, index) => ({
      text,
      citations: [index + 1],
      attribution,
      ...quotedStanding,
    })),
    citations: points.map(({ text, paragraph }, index) => ({
      n: index + 1,
      document: 'made-up',
      title: 'A made-up document',
      publisher: 'The Publisher',
      date: '2016-09',
      url: null,
      paragraph,
      start: 1_000 * index,
      end: 1_000 * index + text.length,
      quote: text,
      highlight: [],
    })),
    coverage: { represented: [3, 9], missing: [4, 7], ratio: 0.5 },
    asOf: '2016-09',
    writing: null,
    generation: 'made-up',
    ...more,
  };
}

const points: readonly MadeUpPoint[] = [
  { text: 'The talks lasted 15 hours.', paragraph: 3 },
  { text: 'The truce should hold.', paragraph: 9, attribution: 'conditional' },
];

function firstLine(more: Partial<Summary>): string | undefined {
  return renderSummary(madeUpSummary(points, more), unwrapped).split('\n')[0];
}

function withMissing(missing: readonly number[]): string {
  return renderSummary(madeUpSummary(points, { coverage: { represented: [3], missing, ratio: 1 } }), unwrapped);
}

describe('a summary in the terminal', () => {
  it('shows each point with its mark and caution, the sources, the coverage, the date and the kind of summary', () => {
    expect(renderSummary(madeUpSummary(points), unwrapped)).toBe(
      [
        'Summary of “A made-up document”',
        '- “The talks lasted 15 hours.” [1]',
        '- “The truce should hold.” [2]',
        '   (a condition or expectation, not a fact)',
        '',
        'Sources',
        'The Publisher, “A made-up document”',
        '[1] ¶ 3, [2] ¶ 9',
        '',
        'Covers 2 of 4 body paragraphs; not represented: ¶ 4, 7.',
        'As of September 2016; quoted word for word.',
      ].join('\n'),
    );
  });

  it('says which stretch it is of and what it is about', () => {
    expect(firstLine({ paragraphs: [3, 9], focus: 'the truce' })).toBe(
      'Summary of ¶ 3 to 9 of “A made-up document”, about “the truce”',
    );
    expect(firstLine({ paragraphs: [3, 3] })).toBe('Summary of ¶ 3 of “A made-up document”');
  });

  it('names no missing paragraphs where there are none, and at most twenty', () => {
    expect(withMissing([])).toContain('\nCovers 1 of 1 body paragraph.\n');
    expect(withMissing(Array.from({ length: 33 }, (_, index) => index + 10))).toContain(' 28, 29 and 13 more.\n');
  });

  it('says in one line that nothing meets the focus, or that there is nothing to summarise', () => {
    const missing = { represented: [], missing: [3, 4], ratio: 0 };
    const nothing = { represented: [], missing: [], ratio: 0 };
    expect(renderSummary(madeUpSummary([], { focus: 'penguins', coverage: missing }), unwrapped)).toBe(
      'Nothing in “A made-up document” is about “penguins”.',
    );
    expect(renderSummary(madeUpSummary([], { paragraphs: [2, 2], coverage: nothing }), unwrapped)).toBe(
      'There are no sentences to summarise in ¶ 2 of “A made-up document”.',
    );
    expect(renderSummary(madeUpSummary([], { focus: 'x', coverage: nothing }), unwrapped)).toContain('no sentences');
  });

  it('says nothing of a date that nobody knows, and links the source where it can', () => {
    const dateless = madeUpSummary(points, { asOf: null });
    const linked = {
      ...dateless,
      citations: dateless.citations.map((one) => ({ ...one, url: 'https://example.org/a' })),
    };
    const shown = renderSummary(linked, unwrapped);
    expect(shown).not.toContain('As of');
    expect(shown).toContain('\nThe Publisher, “A made-up document”, https://example.org/a\n');
  });

  it('stays within the width', () => {
    const lines = renderSummary(madeUpSummary([{ text: 'Words and words. '.repeat(20).trim(), paragraph: 3 }]), {
      width: 40,
      paint: plain,
    }).split('\n');
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(40);
    expect(lines.length).toBeGreaterThan(12);
  });

  it('marks headings and cautions where colours are allowed', () => {
    const marked: Paint = { ...plain, bold: (text) => `<${text}>`, caution: (text) => `!${text}!` };
    const shown = renderSummary(madeUpSummary(points), { ...unwrapped, paint: marked });
    expect(shown).toContain('<Sources>');
    expect(shown).toContain('!(a condition or expectation, not a fact)!');
  });

  it('lets nothing of a document, its metadata or the focus reach the terminal as a command', () => {
    const hostile = 'Red \u001B[31malert\u0007 \u202Ekcatta.\nSources';
    const made = madeUpSummary([{ text: hostile, paragraph: 3 }], { title: hostile, focus: hostile });
    const titled = { ...made, citations: made.citations.map((one) => ({ ...one, publisher: hostile, url: hostile })) };
    for (const summary of [titled, { ...titled, points: [] }]) {
      const shown = renderSummary(summary, unwrapped);
      // oxlint-disable-next-line no-control-regex -- these are what must be gone
      expect(shown).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202E]/u);
      expect(shown.split('\n').filter((line) => line === 'Sources').length).toBeLessThanOrEqual(1);
    }
  });
});

describe('the command line of a summary', () => {
  it('is read as a request, medium where nothing else is said', () => {
    expect(readSummaryRequest({})).toEqual({ length: 'medium' });
    expect(readSummaryRequest({ document: 'd', paragraphs: '3-9', focus: 'f', length: 'short', json: true })).toEqual({
      document: 'd',
      paragraphs: [3, 9],
      focus: 'f',
      length: 'short',
    });
  });

  it.each([
    ['7', [7, 7]],
    [' 3 – 9 ', [3, 9]],
    ['12—40', [12, 40]],
  ])('takes %j as a range', (paragraphs, range) => {
    expect(readSummaryRequest({ paragraphs }).paragraphs).toEqual(range);
  });

  it.each(['', 'x', '3-', '-3', '3-x', '3-4-5', '3.5', '1e3', '99999999999'])('refuses %j as a range', (paragraphs) => {
    expect(() => readSummaryRequest({ paragraphs })).toThrow(UsageError);
  });

  it('refuses a length that is none and names those there are', () => {
    expect(() => readSummaryRequest({ length: 'tiny' })).toThrow('There is no length “tiny”.');
    expect(() => readSummaryRequest({ length: 'constructor' })).toThrow(UsageError);
  });
});

it('a written summary in the terminal has its points, their cautions, the quotes below, and who wrote it', () => {
  const summary = madeUpWrittenSummary([
    { text: 'Both sides met.', quote: 'They met.' },
    { quote: 'They agreed.' },
    {
      text: 'Observers came.',
      quote: 'A center is planned.',
      standing: 'partly',
      caution: '“Observers” is not there.',
    },
  ]);
  expect(renderSummary(summary, unwrapped)).toBe(
    [
      'Summary of “A made-up document”',
      '- Both sides met. [1]',
      '- “They agreed.” [2]',
      '- Observers came. [3]',
      '   (only partly in the documents. “Observers” is not there.)',
      '',
      'Where it stands',
      '[1] The Publisher, “A made-up document”, September 2016, ¶ 1',
      '    “They met.”',
      '[2] The Publisher, “A made-up document”, September 2016, ¶ 2',
      '    “They agreed.”',
      '[3] The Publisher, “A made-up document”, September 2016, ¶ 3',
      '    “A center is planned.”',
      '',
      'Covers 3 of 3 body paragraphs.',
      'As of September 2016. Written by ollama:llama3.2; each sentence was checked against the quotes: numbers, dates, names, denials and conditions. What stands in quotation marks is quoted word for word.',
    ].join('\n'),
  );
});
