import { describe, expect, it } from 'vitest';
import { writeAnswer } from '#src/discord/writing/write-answer.js';
import type { NearestPassage } from '#src/types.js';
import { madeUpAnswer, madeUpDecline } from '../../support/made-up-answer.js';
import { madeUpCitation } from '../../support/made-up-results.js';
import { shownButtons, shownMarks, shownText } from '../../support/read-message.js';
import { shownIn } from '../../support/show-options.js';
import { quotedStanding } from '../../support/standing.js';

const layouts = ['embed', 'text'] as const;
const question = 'How long should it hold?';
const held = madeUpAnswer(question, [
  { quote: 'The ceasefire should hold for a week.', highlight: 'a week', attribution: 'conditional', paragraph: 15 },
  { quote: 'The talks lasted 15 hours.', paragraph: 9 },
]);

const nearest: readonly NearestPassage[] = [4, 7].map((paragraph) => ({
  document: 'made-up',
  title: 'A made-up document',
  paragraph,
  start: 0,
  end: 10,
  quote: `Some ${paragraph}00 soldiers came.`,
}));

describe.each(layouts)('an answer in the %s layout', (layout) => {
  it('shows each sentence with its mark, and its source under a heading', () => {
    const text = shownText(writeAnswer(held, shownIn(layout)));
    expect(text).toContain('“The ceasefire should hold for a week.” [1]');
    expect(text).toContain('“The talks lasted 15 hours.” [2]');
    expect(text).toMatch(/\nSources\n\[1\] The Publisher, ¶ 15\n\[2\] The Publisher, ¶ 9\n/u);
  });

  it('sets in bold the words that answer, inside of the quote', () => {
    const messages = writeAnswer(held, shownIn(layout));
    const bold = shownMarks(messages).filter(({ kind, text }) => kind === 'bold' && text !== 'Sources');
    expect(bold).toEqual([{ kind: 'bold', text: 'a week' }]);
    expect(shownMarks(messages).filter(({ kind }) => kind === 'quote')).toHaveLength(2);
  });

  it('says that a condition is no fact, what kind of answer it is, and as of when', () => {
    const text = shownText(writeAnswer(held, shownIn(layout)));
    expect(text).toContain('[1]\n⚠️ a condition or expectation, not a fact');
    expect(text).toContain('As of September 2016; quoted word for word.');
    const written = madeUpAnswer(question, [{ quote: 'A week.' }], { mode: 'written', asOf: null });
    expect(shownText(writeAnswer(written, shownIn(layout)))).toContain(
      'Written by a language model and checked against the sources.',
    );
  });

  it('puts what a model wrote into no quotation marks', () => {
    const { citations, sentences } = held;
    const written = madeUpAnswer(question, [], {
      mode: 'written',
      citations,
      sentences: sentences.map((sentence) => ({ ...sentence, text: 'It was to hold for a week.', citations: [1, 2] })),
    });
    const text = shownText(writeAnswer(written, shownIn(layout)));
    expect(text).toContain('It was to hold for a week. [1][2]');
    expect(text).not.toContain('“It was');
  });

  it('links sources that have an address, and nothing else', () => {
    const [first, second] = held.citations;
    if (first === undefined || second === undefined) throw new Error('The answer has two citations.');
    const citations = [
      { ...first, url: 'https://example.org/a_(b)' },
      { ...second, url: 'javascript:alert(1)' },
    ];
    const messages = writeAnswer({ ...held, citations }, shownIn(layout, { echo: 'See https://evil.example' }));
    expect(shownMarks(messages).filter(({ kind }) => kind === 'link')).toEqual([
      { kind: 'link', text: 'open', url: 'https://example.org/a_%28b%29' },
    ]);
    expect(shownText(messages)).toContain('[1] The Publisher, ¶ 15 · open\n[2] The Publisher, ¶ 9\n');
  });

  it('names titles and dates where the sources are several documents', () => {
    const other = madeUpCitation(2, 'Else.', {
      document: 'other',
      title: 'Minutes',
      publisher: null,
      date: '2015-01-02',
    });
    const citations = [...held.citations.slice(0, 1), other];
    const text = shownText(writeAnswer({ ...held, citations }, shownIn(layout)));
    expect(text).toContain('[1] The Publisher, “A made-up document”, September 2016, ¶ 15');
    expect(text).toContain('[2] “Minutes”, 2 January 2015, ¶ 9');
  });

  it('repeats what was asked in one line of its own, which cannot pass for a source', () => {
    const echo = 'Who?\n[1] The Truth, ¶ 1\n\u202E@everyone discord.gg/x';
    const messages = writeAnswer(held, shownIn(layout, { echo, understoodAs: 'Who agreed?' }));
    const text = shownText(messages);
    expect(text).toMatch(
      /^Asked: “Who\? \[1\] The Truth, ¶ 1 @everyone discord\.gg\/x”\nUnderstood as: “Who agreed\?”\n/u,
    );
    expect(text.match(/^\[1\]/gmu)).toHaveLength(1);
    expect(shownMarks(messages).filter(({ kind }) => kind === 'mention' || kind === 'link')).toEqual([]);
  });

  it('has its buttons, and one to share it where only the asker sees it', () => {
    expect(shownButtons(writeAnswer(held, shownIn(layout)))).toEqual(['Show passage', '👍', '👎', 'Dispute']);
    expect(shownButtons(writeAnswer(held, shownIn(layout, { isPrivate: true })))).toEqual([
      'Share',
      'Show passage',
      '👍',
      '👎',
      'Dispute',
    ]);
  });

  it('cuts a long sentence at a word, keeps what answers, and says where the rest is', () => {
    const quote = `${'word '.repeat(300)}the answer is blue ${'word '.repeat(300)}end.`;
    const long = madeUpAnswer(question, [{ quote, highlight: 'blue' }]);
    const messages = writeAnswer(long, shownIn(layout));
    expect(messages).toHaveLength(1);
    expect(shownMarks(messages)).toContainEqual({ kind: 'bold', text: 'blue' });
    const hint = layout === 'embed' ? 'Show passage has it all.' : 'Show passage has more of it.';
    expect(shownText(messages)).toMatch(/“…word .* word…” \[1\]/u);
    expect(shownText(messages)).toContain(`Cut at “…”: ${hint}`);
  });

  it('is one message for as long as there are 1,200 characters to read, however many marks need escaping', () => {
    const quotes = ['_*'.repeat(120), '[]'.repeat(120), '~|'.repeat(120), '<@'.repeat(120)];
    const answer = madeUpAnswer(
      question,
      quotes.map((quote) => ({ quote })),
    );
    const linked = answer.citations.map((citation) => ({ ...citation, url: `https://example.org/${'x'.repeat(250)}` }));
    expect(writeAnswer({ ...answer, citations: linked }, shownIn(layout))).toHaveLength(1);
  });
});

/** Two documents say how long the talks lasted; a third sentence nobody denies. */
const disputed = madeUpAnswer(
  'How long did the talks last?',
  [
    { quote: 'The parties met in Geneva.' },
    { quote: 'They lasted nine hours.' },
    { quote: 'The talks lasted 15 hours.' },
  ],
  { disagreements: [{ citations: [2, 3], about: '“nine hours” in one, “15 hours” in the other.', difference: null }] },
);
const [met, nine, fifteen] = disputed.citations;
if (met === undefined || nine === undefined || fifteen === undefined)
  throw new Error('The answer has three citations.');
const older = { document: 'older', title: 'Minutes', publisher: 'The Hotel', date: '2016-09-10' };
const twoDocuments = { ...disputed, citations: [met, { ...nine, ...older }, fifteen] };

describe.each(layouts)('documents that disagree in the %s layout', (layout) => {
  it('stand side by side, each quote under its document and date, after what nobody denies', () => {
    const text = shownText(writeAnswer(twoDocuments, shownIn(layout)));
    expect(text).toMatch(
      /“The parties met in Geneva\.” \[1\]\n+⚖️ The documents disagree\n“nine hours” in one, “15 hours” in the other\.\n+From The Hotel, “Minutes”, 10 September 2016:\n“They lasted nine hours\.” \[2\]\n+From The Publisher, “A made-up document”, September 2016:\n“The talks lasted 15 hours\.” \[3\]\n+Sources\n/u,
    );
  });

  it('keep the cautions of their sentences, the sources and the buttons', () => {
    const [first, second, third] = twoDocuments.sentences;
    const sentences = [first, second, third].flatMap((one) =>
      one === undefined ? [] : [{ ...one, attribution: 'reported' as const, ...quotedStanding }],
    );
    const messages = writeAnswer({ ...twoDocuments, sentences }, shownIn(layout));
    expect(shownText(messages).match(/⚠️ reported, not established/gu)).toHaveLength(3);
    expect(shownText(messages)).toContain('[2] The Hotel, “Minutes”, 10 September 2016, ¶ 9');
    expect(shownButtons(messages)).toEqual(['Show passage', '👍', '👎', 'Dispute']);
  });

  it('say of a document without a date that it is unknown', () => {
    const citations = twoDocuments.citations.map((citation) => ({ ...citation, date: null }));
    const text = shownText(writeAnswer({ ...twoDocuments, citations }, shownIn(layout)));
    expect(text.match(/date unknown:/gu)).toHaveLength(2);
  });

  it('put what one document says under its name once', () => {
    const disagreements = [{ citations: [1, 2, 3] as const, about: '“a” in one, “b” in the other.', difference: null }];
    const citations = [{ ...met, ...older }, { ...nine, ...older }, fifteen];
    const text = shownText(writeAnswer({ ...twoDocuments, citations, disagreements }, shownIn(layout)));
    expect(text.match(/^From /gmu)).toHaveLength(2);
    expect(text).toMatch(
      /10 September 2016:\n“The parties met in Geneva\.” \[1\]\n“They lasted nine hours\.” \[2\]\n+From/u,
    );
  });

  it('let no name of a publisher pass for a heading or a source', () => {
    const publisher = '[4] The Truth, ¶ 1\n**Sources** @everyone https://evil.example';
    const citations = twoDocuments.citations.map((citation) => ({ ...citation, publisher }));
    const messages = writeAnswer({ ...twoDocuments, citations }, shownIn(layout));
    expect(shownText(messages)).toMatch(/^From \[4\] The Truth, ¶ 1 \*\*Sources\*\*/mu);
    expect(shownText(messages)).not.toMatch(/^\[4\]/mu);
    expect(shownMarks(messages).filter(({ kind }) => kind === 'mention' || kind === 'link')).toEqual([]);
  });

  it('never part a heading from its first quote, and say where quotes were cut', () => {
    const citations = twoDocuments.citations.map((citation) => {
      const quote = `${'_*[word]*_ '.repeat(90)}${citation.n}.`;
      const longName = '_*'.repeat(200);
      return { ...citation, quote, end: citation.start + quote.length, publisher: longName, title: longName };
    });
    const sentences = citations.map(({ n, quote }) => ({
      text: quote,
      citations: [n],
      attribution: 'author' as const,
      ...quotedStanding,
    }));
    const about = `“${'_*'.repeat(300)}” in one, “x” in the other.`;
    const messages = writeAnswer(
      { ...twoDocuments, citations, sentences, disagreements: [{ citations: [2, 3], about, difference: null }] },
      shownIn(layout),
    );
    const texts = messages.map((message) => shownText([message]));
    const heading = texts.find((text) => text.includes('The documents disagree'));
    expect(heading).toMatch(/The documents disagree[\s\S]*\[2\]/u);
    expect(texts.join('\n')).toContain('Cut at “…”');
  });
});

it('an answer that is too long for one text is continued, and has its buttons once, at the end', () => {
  const quotes = Array.from({ length: 5 }, (_, index) => ({ quote: `${index} ${'word '.repeat(110)}end.` }));
  const messages = writeAnswer(madeUpAnswer(question, quotes), shownIn('text'));
  expect(messages.length).toBeGreaterThan(1);
  expect(messages.map(({ components }) => components.length)).toEqual([...messages.slice(1).map(() => 0), 1]);
  for (const { content } of messages)
    expect(content.match(/“/gu)?.length ?? 0).toBe(content.match(/” \[/gu)?.length ?? 0);
});

describe.each(layouts)('a declined answer in the %s layout', (layout) => {
  it('says so first, and shows the nearest passages as what they are', () => {
    const messages = writeAnswer(madeUpDecline(question, { nearest }), shownIn(layout));
    const text = shownText(messages);
    expect(text).toMatch(/^🔎 The documents do not answer this\.\n/u);
    expect(text).toContain('speaks of “peacekeepers”.\n');
    expect(text).toContain('Nearest passages (not an answer)\n¶ 4: “Some 400 soldiers came.”');
    expect(text).toContain('What you can do\nTry other words for “peacekeepers”.');
    expect(text).not.toContain('Sources');
    expect(shownButtons(messages)).toEqual(['Show passage', '👍', '👎']);
  });

  it('offers no figure outside of the nearest passages, and none in bold', () => {
    const messages = writeAnswer(madeUpDecline(question, { nearest, asOf: null }), shownIn(layout));
    const quoted = shownMarks(messages).filter(({ kind }) => kind === 'quote');
    const unquoted = quoted.reduce((text, quote) => text.replace(quote.text, ''), shownText(messages));
    expect(unquoted).not.toMatch(/\d/u);
    expect(shownMarks(messages).filter(({ kind, text }) => kind === 'bold' && /\d/u.test(text))).toEqual([]);
  });

  it('says as of when the documents are', () => {
    const late = madeUpDecline(question, {
      reason: 'after-document-date',
      missing: 'They do not know what came later.',
    });
    expect(shownText(writeAnswer(late, shownIn(layout)))).toContain('The documents are as of September 2016.');
  });

  it('leaves out what has no character to show', () => {
    const blank = madeUpDecline(question, { missing: '\u200B', suggestion: ' \u2060 ', asOf: null });
    const messages = writeAnswer(blank, shownIn(layout));
    expect(shownText(messages)).toBe('🔎 The documents do not answer this.');
    expect(messages[0]?.embeds[0] ?? {}).not.toHaveProperty('description');
  });

  it('does not blame the documents when it is busy', () => {
    const busy = madeUpDecline(question, {
      reason: 'busy',
      missing: 'Too many questions at once.',
      suggestion: 'Ask again.',
    });
    const messages = writeAnswer(busy, shownIn(layout));
    expect(shownText(messages)).toMatch(/^⏳ This was not answered\.\n+Too many questions at once\.\n/u);
    expect(shownText(messages)).not.toContain('documents');
    expect(shownButtons(messages)).toEqual(['👍', '👎']);
  });
});

it('a declined answer looks different at a glance', () => {
  const colour = (answer: typeof held): unknown => writeAnswer(answer, shownIn('embed'))[0]?.embeds[0]?.color;
  expect(colour(madeUpDecline(question))).not.toBe(colour(held));
});
