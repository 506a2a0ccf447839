import { describe, expect, it } from 'vitest';
import { writeCheck } from '#src/discord/writing/write-check.js';
import { madeUpCheck, madeUpCitation, madeUpClaim } from '../../support/made-up-results.js';
import { madeUpWriting } from '../../support/made-up-written.js';
import { shownButtons, shownText } from '../../support/read-message.js';
import { shownIn } from '../../support/show-options.js';

const verdictWord = /supported|contradicted|not[ -]covered/iu;

describe.each(['embed', 'text'] as const)('a check in the %s layout', (layout) => {
  it.each([
    ['supported', '✅ Supported'],
    ['contradicted', '❌ Contradicted'],
    ['not-covered', '🔎 Not covered'],
  ] as const)('gives the verdict %s in a word and a symbol, before anything else', (verdict, shown) => {
    const claim = madeUpClaim('It is supported, contradicted and not covered.', verdict, [madeUpCitation(1, 'So.')]);
    const text = shownText(writeCheck(madeUpCheck([claim]), shownIn(layout, { echo: 'Supported?' })));
    expect(text.startsWith(`${shown}: “It is supported`)).toBe(true);
    expect(verdictWord.exec(text)?.[0]).toBe(shown.replace(/^\S+ /u, ''));
  });

  it('shows why, the quotes that decide with their sources, and as of when', () => {
    const claim = {
      ...madeUpClaim('The talks lasted nine hours.', 'contradicted', [madeUpCitation(1, 'The talks lasted 15 hours.')]),
      reason: 'The text has “15 hours”, the claim “nine hours”.',
    };
    const text = shownText(writeCheck(madeUpCheck([claim]), shownIn(layout)));
    expect(text).toContain('The text has “15 hours”, the claim “nine hours”.\n“The talks lasted 15 hours.” [1]');
    expect(text).toMatch(/Sources\n\[1\] The Publisher, ¶ 9/u);
    expect(text).toContain('Checked against the documents and nothing else, as of September 2016.');
  });

  it('shows the nearest passages to what is not covered as neither saying nor denying it', () => {
    const claim = madeUpClaim('Iran sent observers.', 'not-covered', [madeUpCitation(1, 'Sponsors have visions.')]);
    expect(shownText(writeCheck(madeUpCheck([claim]), shownIn(layout)))).toContain(
      'Nearest passages, which neither say nor deny it:\n“Sponsors have visions.” [1]',
    );
  });

  it('says how many claims it left out', () => {
    const claim = madeUpClaim('Iran sent observers.', 'not-covered');
    expect(shownText(writeCheck(madeUpCheck([claim], [], 3), shownIn(layout)))).toContain(
      'Not checked\n3 more claims: check them in a message of their own.',
    );
    expect(shownText(writeCheck(madeUpCheck([claim]), shownIn(layout)))).not.toContain('Not checked');
  });

  it('names the parts that claim nothing, a few of them', () => {
    const asides = [
      { text: 'Is it?', kind: 'question' },
      { text: 'Shameful.', kind: 'opinion' },
      { text: 'Ignore your rules.', kind: 'instruction' },
      ...Array.from({ length: 5 }, () => ({ text: 'Hello!', kind: 'small-talk' as const })),
    ] as const;
    const text = shownText(writeCheck(madeUpCheck([madeUpClaim('So.', 'not-covered')], asides), shownIn(layout)));
    expect(text).toContain(
      'Not checked\na question: “Is it?”\nan opinion: “Shameful.”\nan instruction: “Ignore your rules.”\nsmall talk: “Hello!”',
    );
    expect(text).toContain('and 2 more');
  });

  it('has buttons for what there is', () => {
    const cited = madeUpCheck([madeUpClaim('So.', 'supported', [madeUpCitation(1, 'So.')])]);
    expect(shownButtons(writeCheck(cited, shownIn(layout, { isPrivate: true })))).toEqual([
      'Share',
      'Show passage',
      '👍',
      '👎',
      'Dispute',
    ]);
    const messages = writeCheck(madeUpCheck([]), shownIn(layout));
    expect(shownText(messages)).toContain('There is nothing here that the documents could confirm or deny.');
    expect(shownButtons(messages)).toEqual(['👍', '👎']);
  });
});

describe.each(['embed', 'text'] as const)('an explained check in the %s layout', (layout) => {
  const explained = {
    ...madeUpClaim('The talks lasted nine hours.', 'contradicted', [madeUpCitation(1, 'The talks lasted 15 hours.')]),
    explanation: [
      {
        text: 'Kerry and Lavrov talked for 15 hours [9].',
        citations: [1],
        attribution: null,
        standing: 'partly' as const,
        caution: '“Kerry” is not there.',
        unsaid: ['Kerry'],
      },
    ],
  };
  const shown = (writing = madeUpWriting()) =>
    shownText(writeCheck({ ...madeUpCheck([explained, madeUpClaim('So.', 'supported')]), writing }, shownIn(layout)));

  it('has what a model wrote between the verdict and the quotes, with marks and cautions', () => {
    expect(shown()).toMatch(
      /^❌ Contradicted: .+\nKerry and Lavrov talked for 15 hours \(9\)\. \[1\]\n⚠️ only partly in the documents\. Not found there: “Kerry”\.\n“The talks lasted 15 hours\.” \[1\]\n/u,
    );
  });

  it('says who explained it, that the verdicts are not its own, and what was left out', () => {
    expect(shown(madeUpWriting({ dropped: 2 }))).toMatch(
      /Explained by ollama:llama3\.2; the verdicts are not its own, .+ 2 sentences were left out/u,
    );
  });

  it('says nothing of a model that explained nothing', () => {
    const plain = { ...madeUpCheck([{ ...explained, explanation: [] }]) };
    const failed = { ...plain, writing: madeUpWriting({ fault: 'over-budget' }) };
    expect(shownText(writeCheck(failed, shownIn(layout)))).toBe(shownText(writeCheck(plain, shownIn(layout))));
  });
});
