import { describe, expect, it } from 'vitest';
import { writeSummary } from '#src/discord/writing/write-summary.js';
import { madeUpSummary } from '../../support/made-up-results.js';
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
