import { describe, expect, it } from 'vitest';
import { createPaint, type Paint } from '#src/terminal/paint.js';
import { renderAnswer } from '#src/terminal/render-answer.js';
import { madeUpAnswer, madeUpDecline } from '../support/made-up-answer.js';

const plain = createPaint(false);
const unwrapped = { width: Number.POSITIVE_INFINITY, paint: plain };
const marked: Paint = { ...plain, bold: (text) => `<${text}>` };

const lasted = { quote: 'The talks lasted 15 hours.', highlight: '15 hours' };

describe('an answer in the terminal', () => {
  it('shows each quote with its mark, the sources with their paragraphs, the date and the kind of answer', () => {
    const shown = renderAnswer(
      madeUpAnswer('How long?', [lasted, { quote: 'It was a surprise.', paragraph: 3 }]),
      unwrapped,
    );
    expect(shown).toBe(
      [
        '“The talks lasted 15 hours.” [1]',
        '“It was a surprise.” [2]',
        '',
        'Sources',
        '[1] The Publisher, “A made-up document”, ¶ 9',
        '[2] The Publisher, “A made-up document”, ¶ 3',
        'As of September 2016; quoted word for word.',
      ].join('\n'),
    );
  });

  it('says how it came about where no date is known', () => {
    const answer = { ...madeUpAnswer('?', [{ quote: 'The lake is deep.' }]), asOf: null };
    const lines = renderAnswer(answer, { width: Number.POSITIVE_INFINITY, paint: plain }).split('\n');
    expect(lines.at(-1)).toBe('Quoted word for word.');
  });

  it('marks the words that answer', () => {
    const shown = renderAnswer(madeUpAnswer('How long?', [lasted]), { ...unwrapped, paint: marked });
    expect(shown).toContain('“The talks lasted <15 hours>.” [1]');
  });

  it.each([
    ['reported', 'reported, not established'],
    ['author', "the author's view"],
    ['conditional', 'a condition or expectation, not a fact'],
  ] as const)('never lets a sentence that is %s pass for a plain fact', (attribution, note) => {
    expect(renderAnswer(madeUpAnswer('?', [{ ...lasted, attribution }]), unwrapped)).toContain(`\n   (${note})\n`);
    expect(renderAnswer(madeUpAnswer('?', [lasted]), unwrapped)).not.toContain(note);
  });

  it('stays within the width', () => {
    const long = { quote: 'The parties came to Switzerland without any documents that were ready to be signed there.' };
    const lines = renderAnswer(madeUpAnswer('?', [long]), { width: 40, paint: plain }).split('\n');
    expect(lines.length).toBeGreaterThan(6);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(40);
  });

  it('lets nothing of a document or its metadata reach the terminal as a command', () => {
    const hostile = madeUpAnswer('?', [{ quote: 'Red \u001B[31malert\u0007 \u202Ekcatta.', highlight: '[31malert' }]);
    const titled = {
      ...hostile,
      citations: hostile.citations.map((citation) => ({ ...citation, title: 'T\u001B[2J', publisher: 'P\u009B' })),
    };
    // oxlint-disable-next-line no-control-regex -- these are what must be gone
    expect(renderAnswer(titled, unwrapped)).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202E]/u);
  });
});

describe('documents that disagree in the terminal', () => {
  const answer = madeUpAnswer(
    'How long?',
    [{ quote: 'They met.' }, { quote: 'It took nine hours.', attribution: 'reported' }, lasted],
    {
      disagreements: [{ citations: [2, 3], about: '“nine hours” in one, “15 hours” in the other.', difference: null }],
    },
  );
  const citations = answer.citations.map((citation) =>
    citation.n === 2 ? { ...citation, document: 'older', title: 'Minutes', publisher: null, date: null } : citation,
  );

  it('stand under their names and dates, apart from what nobody denies', () => {
    expect(renderAnswer({ ...answer, citations }, unwrapped)).toBe(
      [
        '“They met.” [1]',
        '',
        'The documents disagree',
        '“nine hours” in one, “15 hours” in the other.',
        '',
        'From “Minutes”, date unknown:',
        '“It took nine hours.” [2]',
        '   (reported, not established)',
        '',
        'From The Publisher, “A made-up document”, September 2016:',
        '“The talks lasted 15 hours.” [3]',
        '',
        'Sources',
        '[1] The Publisher, “A made-up document”, ¶ 9',
        '[2] “Minutes”, ¶ 9',
        '[3] The Publisher, “A made-up document”, ¶ 9',
        'As of September 2016; quoted word for word.',
      ].join('\n'),
    );
  });

  it('begin the answer when nothing else is said', () => {
    const [, second, third] = answer.sentences;
    const sentences = [second, third].flatMap((one) => one ?? []);
    expect(renderAnswer({ ...answer, citations, sentences }, unwrapped)).toMatch(/^The documents disagree\n/u);
  });
});

describe('a declined question in the terminal', () => {
  const nearest = [
    { document: 'made-up', title: 'A made-up document', paragraph: 7, start: 0, end: 9, quote: 'Near one.' },
    { document: 'made-up', title: 'A made-up document', paragraph: 9, start: 10, end: 19, quote: 'Near two.' },
  ];

  it('looks nothing like an answer: what is missing, the nearest passages as no answer, what to do', () => {
    expect(renderAnswer(madeUpDecline('?', { nearest }), unwrapped)).toBe(
      [
        'The documents do not answer this.',
        'Nothing in the documents near this question speaks of “peacekeepers”.',
        '',
        'Nearest passages (not an answer):',
        '  - ¶ 7: “Near one.”',
        '  - ¶ 9: “Near two.”',
        '',
        'Try other words for “peacekeepers”.',
      ].join('\n'),
    );
  });

  it('names the documents when the passages come from several', () => {
    const [first, second] = nearest;
    const shown = renderAnswer(
      madeUpDecline('?', { nearest: [first, { ...second, document: 'other', title: 'Another' }] as typeof nearest }),
      unwrapped,
    );
    expect(shown).toContain('  - A made-up document, ¶ 7');
    expect(shown).toContain('  - Another, ¶ 9');
  });

  it('has no heading for passages when there are none', () => {
    expect(renderAnswer(madeUpDecline('hello', { reason: 'off-topic' }), unwrapped)).not.toContain('Nearest');
  });
});
