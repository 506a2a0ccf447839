import { describe, expect, it } from 'vitest';
import { createPaint, type Paint } from '#src/terminal/paint.js';
import { renderCheck } from '#src/terminal/render-check.js';
import type { Verdict } from '#src/types.js';
import { madeUpCheck, madeUpCitation, madeUpClaim } from '../support/made-up-results.js';
import { madeUpWriting } from '../support/made-up-written.js';

const plain = createPaint(false);
const unwrapped = { width: Number.POSITIVE_INFINITY, paint: plain };
const lasted = 'The talks lasted 15 hours.';

function shownWith(verdict: Verdict): string {
  return renderCheck(madeUpCheck([madeUpClaim('It was so.', verdict, [madeUpCitation(1, lasted)])]), unwrapped);
}

describe('a check in the terminal', () => {
  it('begins with the verdict of the claim, and shows why and where', () => {
    const claim = {
      ...madeUpClaim('The talks lasted nine hours.', 'contradicted', [madeUpCitation(1, lasted)]),
      reason: 'The text has “15 hours”, the claim “nine hours”.',
    };
    expect(renderCheck(madeUpCheck([claim]), unwrapped)).toBe(
      [
        'Contradicted: The talks lasted nine hours.',
        '  The text has “15 hours”, the claim “nine hours”.',
        '  - “The talks lasted 15 hours.” [1]',
        '',
        'Sources',
        '[1] The Publisher, “A made-up document”, ¶ 9',
        'As of September 2016.',
      ].join('\n'),
    );
  });

  it.each([
    ['supported', 'Supported: It was so.'],
    ['contradicted', 'Contradicted: It was so.'],
    ['not-covered', 'Not covered: It was so.'],
  ] as const)('says %s in words', (verdict, line) => {
    expect(renderCheck(madeUpCheck([madeUpClaim('It was so.', verdict)]), unwrapped).split('\n')[0]).toBe(line);
  });

  it('says that the nearest sentences decide nothing', () => {
    const nearest = 'Nearest sentences (they do not decide it):';
    expect(shownWith('not-covered')).toContain(nearest);
    expect(shownWith('supported')).not.toContain(nearest);
  });

  it('marks the words that decide', () => {
    const marked: Paint = { ...plain, bold: (text) => `<${text}>` };
    const citation = madeUpCitation(1, lasted, { highlight: [1017, 1025] });
    const shown = renderCheck(madeUpCheck([madeUpClaim('Nine.', 'contradicted', [citation])]), {
      ...unwrapped,
      paint: marked,
    });
    expect(shown).toContain('“The talks lasted <15 hours>.” [1]');
  });

  it('names what was not checked, and how much more there is', () => {
    const check = madeUpCheck([madeUpClaim('It was so.', 'supported')], [{ text: 'Was it?', kind: 'question' }]);
    expect(renderCheck({ ...check, omitted: 3 }, unwrapped)).toContain(
      '3 more claims not checked; check them in a message of their own.\n\nNot checked:\n  - Was it? (a question)',
    );
  });

  it('says when there is nothing to check', () => {
    expect(renderCheck(madeUpCheck([]), unwrapped)).toBe('There is nothing here to check: no statement of fact.');
  });

  it('stays within the width, and lets nothing of a message reach the terminal as a command', () => {
    const claim = madeUpClaim(
      'Red \u001B[31malert\u0007 and a great many words more than fit on one line here.',
      'not-covered',
      [madeUpCitation(1, 'The parties came to Switzerland without any documents that were ready to be signed there.')],
    );
    const shown = renderCheck(madeUpCheck([claim]), { width: 40, paint: plain });
    // oxlint-disable-next-line no-control-regex -- these are what must be gone
    expect(shown).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/u);
    for (const line of shown.split('\n')) expect(line.length).toBeLessThanOrEqual(50);
  });
});

it('an explained check in the terminal has what a model wrote above the quotes, and who wrote it', () => {
  const claim = {
    ...madeUpClaim('The talks lasted nine hours.', 'contradicted', [madeUpCitation(1, lasted)]),
    explanation: [
      {
        text: 'They took\u001B[2J 15 hours.',
        citations: [1],
        attribution: null,
        standing: 'supported',
        caution: null,
        unsaid: [],
      },
    ] as const,
  };
  const shown = renderCheck({ ...madeUpCheck([claim]), writing: madeUpWriting() }, unwrapped);
  expect(shown).toMatch(
    /^Contradicted: .+\n {2}They took\S* 15 hours\. \[1\]\n {2}- “The talks lasted 15 hours\.” \[1\]\n/u,
  );
  expect(shown).toMatch(/\nExplained by ollama:llama3\.2; the verdicts are not its own/u);
  // oxlint-disable-next-line no-control-regex -- this is what must be gone
  expect(shown).not.toMatch(/\u001B/u);
});
