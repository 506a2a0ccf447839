import { describe, expect, it } from 'vitest';
import { writeSummary, writeSummarySoFar } from '#src/discord/writing/write-summary.js';
import { writtenWording } from '#src/language/written-wording.js';
import { madeUpSummary } from '../../support/made-up-results.js';
import { madeUpWriting, madeUpWrittenSummary } from '../../support/made-up-written.js';
import { shownButtons, shownText } from '../../support/read-message.js';
import { shownIn } from '../../support/show-options.js';

describe.each(['embed', 'text'] as const)('a summary in the %s layout', (layout) => {
  it('shows its points with their marks and sources, in order', () => {
    const text = shownText(writeSummary(madeUpSummary(['They met.', 'They agreed.']), shownIn(layout)));
    expect(text).toMatch(/^Summary of “A made-up document”\n\n“They met\.” \[1\]\n\n“They agreed\.” \[2\]\n/u);
    expect(text).toMatch(/Sources\n\[1\] The Publisher, ¶ 1\n\[2\] The Publisher, ¶ 2/u);
    expect(text).toContain('As of September 2016; quoted word for word.');
  });

  it('says what of the document it speaks for', () => {
    const missing = Array.from({ length: 14 }, (_, index) => index + 3);
    const part = madeUpSummary(['One.', 'Two.'], { coverage: { represented: [1, 2], missing, ratio: 2 / 16 } });
    expect(shownText(writeSummary(part, shownIn(layout)))).toMatch(
      /Coverage\n2 of 16 body paragraphs; not represented: ¶ 3, 4, .*, 14 and 2 more/u,
    );
    expect(shownText(writeSummary(madeUpSummary(['One.']), shownIn(layout)))).toMatch(
      /Coverage\n1 of 1 body paragraph$/mu,
    );
  });

  it('names the section and the focus that were asked for', () => {
    const part = madeUpSummary(['One.'], { paragraphs: [3, 9], focus: 'the *truce*' });
    expect(shownText(writeSummary(part, shownIn(layout)))).toContain(
      'Summary of “A made-up document”\n¶ 3 to ¶ 9, about “the *truce*”',
    );
  });

  it('says so when there is nothing to sum up', () => {
    const messages = writeSummary(madeUpSummary([]), shownIn(layout));
    expect(shownText(messages)).toContain('There are no sentences there to sum up');
    expect(shownText(messages)).toContain('0 of 0 body paragraphs');
    expect(shownButtons(messages)).toEqual(['👍', '👎']);
  });

  it('has the buttons of an answer', () => {
    expect(shownButtons(writeSummary(madeUpSummary(['One.']), shownIn(layout)))).toEqual([
      'Show passage',
      '👍',
      '👎',
      'Dispute',
    ]);
  });
});

const mixed = madeUpWrittenSummary([
  { text: 'Both sides met.', quote: 'They met.' },
  { quote: 'They agreed.' },
  {
    text: 'Observers were to come.',
    quote: 'A center is planned.',
    standing: 'partly',
    caution: '“Observers” is not there.',
    unsaid: ['Observers'],
  },
]);

describe.each(['embed', 'text'] as const)('a written summary in the %s layout', (layout) => {
  const shown = (summary = mixed) => shownText(writeSummary(summary, shownIn(layout)));

  it('shows each point in its own words or in quotation marks, with its mark and caution', () => {
    expect(shown()).toMatch(
      /^Summary of “A made-up document”\n\n• Both sides met\. \[1\]\n• “They agreed\.” \[2\]\n• Observers were to come\. \[3\]\n⚠️ only partly in the documents\. Not found there: “Observers”\.\n/u,
    );
  });

  it('has below it what the written points stand on, and where the quoted ones stand', () => {
    expect(shown()).toContain(
      [
        'Where it stands',
        '[1] The Publisher, September 2016, ¶ 1',
        '“They met.”',
        '[2] The Publisher, September 2016, ¶ 2',
        '[3] The Publisher, September 2016, ¶ 3',
        '“A center is planned.”',
      ].join('\n'),
    );
    expect(shown()).toContain('Coverage\n3 of 3 body paragraphs');
  });

  it('says who wrote it, and what is quoted where anything is', () => {
    expect(shown()).toContain('As of September 2016. Written by ollama:llama3.2; each sentence was checked');
    expect(shown()).toContain(writtenWording.quotedToo);
    const all = madeUpWrittenSummary([{ text: 'Both sides met.', quote: 'They met.' }]);
    expect(shown(all)).not.toContain(writtenWording.quotedToo);
  });

  it('tells of a budget that is used up, and of no other fault', () => {
    const quoted = (fault: 'over-budget' | 'slow') =>
      shown(madeUpSummary(['They met.'], { writing: madeUpWriting({ fault }) }));
    expect(quoted('over-budget')).toContain(writtenWording.usedUp);
    expect(quoted('slow')).toBe(shown(madeUpSummary(['They met.'])));
  });

  it('says while it is written that it goes on, without buttons', () => {
    const message = writeSummarySoFar(mixed, shownIn(layout));
    expect(shownText(message === null ? [] : [message])).toContain(writtenWording.goesOn);
    expect(shownButtons(message === null ? [] : [message])).toEqual([]);
  });
});
