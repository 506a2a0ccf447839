import { describe, expect, it } from 'vitest';
import { readCustomId } from '#src/discord/custom-id.js';
import { english } from '#src/discord/wording/english.js';
import type { PassageView } from '#src/discord/writing/passage-view.js';
import { writePassage } from '#src/discord/writing/write-passage.js';
import { madeUpCitation } from '../../support/made-up-results.js';
import { shownButtons, shownMarks, shownText } from '../../support/read-message.js';

const record = 'K3fq0Zp81LmN';
const quote = 'The talks lasted 15 hours.';

function view(more: Partial<PassageView> = {}): PassageView {
  return {
    citation: madeUpCitation(2, quote),
    before: 'What came before.',
    paragraph: `They met. ${quote} They left.`,
    offset: 10,
    after: 'What came after.',
    isCurrent: true,
    ...more,
  };
}

describe.each(['embed', 'text'] as const)('a passage in the %s layout', (layout) => {
  const shown = { record, index: 1, count: 3, layout, words: english } as const;

  it('shows the quote in bold inside its paragraph, between its neighbours, and where that is', () => {
    const message = writePassage(view(), shown);
    expect(shownText([message])).toMatch(
      /The paragraph before\nWhat came before\.\n\n¶ 9\nThey met\. The talks lasted 15 hours\. They left\.\n\nThe paragraph after\nWhat came after\.\n/u,
    );
    expect(shownText([message])).toContain('[2] The Publisher, “A made-up document”, September 2016, ¶ 9');
    const bold = shownMarks([message]).filter(({ kind, text }) => kind === 'bold' && text !== 'Source');
    expect(bold).toEqual([{ kind: 'bold', text: quote }]);
  });

  it('says when the document has changed, and then shows the quote alone', () => {
    const text = shownText([writePassage(view({ isCurrent: false, paragraph: 'New text.', offset: 0 }), shown)]);
    expect(text).toContain('¶ 9\nThe talks lasted 15 hours.\n');
    expect(text).toContain('The document has changed since: only the quote is known, as it was.');
    expect(text).not.toMatch(/New text|What came/u);
  });

  it('does not let a nearest passage pass for an answer', () => {
    expect(shownText([writePassage(view(), { ...shown, isNearest: true })])).toContain('(not an answer)');
  });

  it.each([
    [0, ['(◀)', '(1/3)', '▶'], [null, null, 1]],
    [1, ['◀', '(2/3)', '▶'], [0, null, 2]],
    [2, ['◀', '(3/3)', '(▶)'], [1, null, null]],
  ])('leads from quote %i to the ones beside it', (index, buttons, targets) => {
    const message = writePassage(view(), { ...shown, index });
    expect(shownButtons([message])).toEqual(buttons);
    const customIds = (message.components[0]?.components ?? []).map((button) =>
      'custom_id' in button ? button.custom_id : '',
    );
    expect(new Set(customIds).size).toBe(3);
    const actions = customIds.map(readCustomId);
    expect(actions.map((action) => (action?.action === 'page' ? action.index : null))).toEqual(targets);
  });

  it('has no buttons where there is but one quote', () => {
    expect(writePassage(view(), { ...shown, index: 0, count: 1 }).components).toEqual([]);
  });

  it('is one message however long the paragraphs and addresses are, and still has the quote', () => {
    const long = 'word '.repeat(1500);
    const citation = madeUpCitation(1, quote, {
      title: '*'.repeat(200),
      publisher: '_'.repeat(200),
      url: `https://a.example/${'x'.repeat(270)}`,
    });
    const message = writePassage(
      view({ citation, before: long, paragraph: `${long}${quote} ${long}`, offset: long.length, after: long }),
      shown,
    );
    expect(shownMarks([message])).toContainEqual({ kind: 'bold', text: quote });
    expect(shownText([message])).toMatch(/Source\n\[1\] _+…, “\*+…”, September 2016, ¶ 9/u);
    expect(shownText([message])).toContain('Too long to show whole: cut at “…”.');
  });
});

it('a passage shows the longest sentence that a document may have, whole', () => {
  const longest = `${'x'.repeat(39)} `.repeat(100).slice(0, 3999).concat('.');
  const citation = madeUpCitation(1, longest);
  const shown = { record, index: 0, count: 1, layout: 'embed', words: english } as const;
  const messages = [writePassage(view({ citation, paragraph: longest, offset: 0 }), shown)];
  expect(shownMarks(messages)).toContainEqual({ kind: 'bold', text: longest });
});
