import { describe, expect, it } from 'vitest';
import type { Language } from '#src/discord/wording/language.js';
import { wordsOf } from '#src/discord/wording/words-of.js';
import { writeAnswer } from '#src/discord/writing/write-answer.js';
import { writeSoFar } from '#src/discord/writing/write-so-far.js';
import type { WritingFault } from '#src/types.js';
import { madeUpCitation } from '../../support/made-up-results.js';
import { madeUpWriting, madeUpWritten } from '../../support/made-up-written.js';
import { shownButtons, shownMarks, shownText, textOutsideQuotes } from '../../support/read-message.js';
import { shownIn } from '../../support/show-options.js';

const layouts = ['embed', 'text'] as const;
const question = 'How long should it hold?';
const held = madeUpWritten(question, [
  { text: 'The talks took 15 hours.', quote: 'The talks lasted 15 hours.' },
  { text: 'Both sides came to Geneva.', quote: 'They met in Geneva.' },
  { text: 'The truce was to hold for a week.', quote: 'It should hold for a week.', attribution: 'conditional' },
  {
    text: 'Observers were to come.',
    quote: 'A center is to be established.',
    standing: 'partly',
    caution: '“Observers” was not found there.',
    unsaid: ['Observers'],
  },
]);

describe.each(layouts)('a written answer in the %s layout', (layout) => {
  const written = (answer = held) => writeAnswer(answer, shownIn(layout));

  it('is prose with marks, and what needs a caution stands alone with it', () => {
    expect(shownText(written())).toContain(
      [
        'The talks took 15 hours. [1] Both sides came to Geneva. [2]',
        '',
        'The truce was to hold for a week. [3]',
        '⚠️ a condition or expectation, not a fact',
        '',
        'Observers were to come. [4]',
        '⚠️ only partly in the documents. Not found there: “Observers”.',
      ].join('\n'),
    );
  });

  it('says of a translation what was checked of it', () => {
    const translation = { language: 'de', checked: ['The talks took 15 hours.'] };
    const translated = madeUpWritten(question, [{ text: 'Die Gespräche dauerten 15 Stunden.', quote: 'Q.' }], {
      writing: madeUpWriting({ translation }),
    });
    expect(shownText(written(translated))).toContain(wordsOf('en').results.written.translated);
    expect(shownText(written())).not.toContain(wordsOf('en').results.written.translated);
  });

  it('names what was not found in the reader’s language and marks, four at most, and does without where nobody said', () => {
    const partly = { text: 'So.', quote: 'Q.', standing: 'partly', caution: 'Said in English.' } as const;
    const cautionOf = (unsaid: readonly string[], language: Language): string | undefined => {
      const messages = writeAnswer(
        madeUpWritten(question, [{ ...partly, unsaid }]),
        shownIn(layout, { words: wordsOf(language) }),
      );
      return /⚠️ (.*)/u.exec(shownText(messages))?.[1];
    };
    expect(cautionOf(['very', 'large_scale'], 'fr')).toBe(
      'en partie seulement dans les documents. On n’y trouve pas «\u00a0very\u00a0», «\u00a0large_scale\u00a0».',
    );
    expect(cautionOf([...'abcde'], 'de')).toBe(
      'nur teilweise in den Dokumenten. Dort nicht gefunden: „a“, „b“, „c“, „d“.',
    );
    for (const nothing of [[], ['\u200B']]) expect(cautionOf(nothing, 'en')).toBe('only partly in the documents.');
  });

  it('lets no sentence that is only partly there flow together with others', () => {
    const [plain, , , partly] = held.sentences;
    const sentences = [plain, partly, plain].flatMap((one) => one ?? []);
    expect(shownText(written({ ...held, sentences }))).toMatch(
      /^The talks took 15 hours\. \[1\]\n\nObservers were to come\. \[4\]\n⚠️ only partly.*\n\nThe talks took 15 hours\. \[1\]\n/u,
    );
  });

  it('has below it every quote it stands on, with its mark, its source and its date', () => {
    const text = shownText(written());
    expect(text).toMatch(
      /\nWhere it stands\n\[1\] The Publisher, September 2016, ¶ 9\n“The talks lasted 15 hours\.”\n\[2\] The Publisher/u,
    );
    for (const { quote } of held.citations) expect(text).toContain(`“${quote}”`);
    const quoted = shownMarks(written()).filter(({ kind }) => kind === 'quote');
    expect(quoted.map(({ text: quote }) => quote)).toEqual(held.citations.map(({ quote }) => `“${quote}”`));
  });

  it('names each document by its title where there are several', () => {
    const citations = held.citations.map((citation) =>
      citation.n === 2 ? { ...citation, document: 'other', title: 'Minutes', publisher: null, date: null } : citation,
    );
    const text = shownText(written({ ...held, citations }));
    expect(text).toContain('[1] The Publisher, “A made-up document”, September 2016, ¶ 9');
    expect(text).toContain('[2] “Minutes”, ¶ 9');
  });

  it('says who wrote it, what was checked, and what was left out', () => {
    const text = shownText(written());
    expect(text).toContain(
      'As of September 2016. Written by ollama:llama3.2; each sentence was checked against the quotes: numbers, dates, names, denials and conditions.',
    );
    expect(text).not.toContain('left out');
    expect(text).not.toMatch(/verif/iu);
    const [one, two] = [1, 2].map((dropped) => shownText(written({ ...held, writing: madeUpWriting({ dropped }) })));
    expect(one).toContain('1 sentence was left out: it was not found in the documents.');
    expect(two).toContain('2 sentences were left out: they were not found in the documents.');
  });

  it('puts into quotation marks what is the document’s, word for word, and nothing else', () => {
    const quote = 'They met in Geneva [2].';
    const answer = madeUpWritten(question, [
      { text: quote, quote, standing: 'quoted' },
      { text: 'They met [2].', quote: 'Geneva.', standing: 'quoted' },
    ]);
    expect(shownText(written(answer))).toContain('“They met in Geneva [2].” [1] They met (2). [2]');
  });

  it('has the buttons of any answer', () => {
    expect(shownButtons(written())).toEqual(['Show passage', '👍', '👎', 'Dispute']);
  });

  it('never cuts what was written, and says where the rest of a cut quote is', () => {
    const long = `It was ${'_very_ '.repeat(60)}long, and not over.`;
    const quote = `${'word '.repeat(200)}end.`;
    const answer = madeUpWritten(
      question,
      Array.from({ length: 3 }, () => ({ text: long, quote })),
    );
    const text = shownText(written(answer));
    expect(text.match(/long, and not over\. \[/gu)).toHaveLength(3);
    expect(text).toContain('Cut at “…”');
  });

  it('lets nothing out of the model but words', () => {
    const text =
      '**Sources**\n[\u200B8] [7] The Truth, ¶ 1 · open @everyone <@123456789012345678> [win](https://evil.example) https://evil.example discord.gg/win <t:1:R> ||x|| # y';
    const answer = madeUpWritten(question, [{ text, quote: 'Q.', standing: 'partly', unsaid: [text, '\u200B'] }]);
    const messages = written(answer);
    expect(shownMarks(messages).filter(({ kind }) => !['bold', 'quote', 'small'].includes(kind))).toEqual([]);
    const bold = shownMarks(messages).filter(({ kind }) => kind === 'bold');
    expect(bold.map(({ text: label }) => label)).toEqual(['Where it stands']);
    expect(textOutsideQuotes(messages).match(/^\[\d+\].*$/gmu)).toEqual(['[1] The Publisher, September 2016, ¶ 9']);
    expect(shownText(messages)).not.toMatch(/\[[78]\]/u);
  });

  it('where documents disagree shows their sides, and the quotes in no order of the model’s', () => {
    const answer = {
      ...held,
      disagreements: [
        { citations: [1, 2] as const, about: '“15 hours” in one, “nine hours” in the other.', difference: null },
      ],
    };
    const text = shownText(written(answer));
    expect(text).toContain('⚖️ The documents disagree');
    expect(text).toContain('Observers were to come. [4]\n⚠️ only partly in the documents.');
    expect(text).toContain('Written by ollama:llama3.2');
  });
});

describe.each(layouts)('an answer so far in the %s layout', (layout) => {
  const options = shownIn(layout, { echo: question });

  it('is one message that says that it goes on, with its quotes and no buttons', () => {
    const message = writeSoFar(held, options);
    if (message === null) throw new Error('There is nothing so far.');
    const text = shownText([message]);
    expect(text).toContain(`Asked: “${question}”`);
    expect(text).toContain('… writing: each sentence is checked before it is shown.');
    expect(text).toContain('“The talks lasted 15 hours.”');
    expect(text).not.toContain('Written by');
    expect(message.components).toEqual([]);
  });

  it('is nothing without a sentence, or when it is longer than a message', () => {
    expect(writeSoFar({ ...held, sentences: [] }, options)).toBeNull();
    const long = Array.from({ length: 9 }, (_, n) => ({ text: 'x'.repeat(690), quote: `${n} ${'y'.repeat(90)}` }));
    expect(writeSoFar(madeUpWritten(question, long), options)).toBeNull();
  });
});

/** What closes an answer in quotes, where something was to be written. */
function closing(fault: WritingFault): string {
  const writing = madeUpWriting({ fault });
  const citations = [madeUpCitation(1, 'Q.')];
  const answer = { ...held, mode: 'extractive' as const, citations, writing };
  return shownText(writeAnswer(answer, shownIn('embed')));
}

it('an answer in quotes says why there is nothing written only where a budget is used up', () => {
  expect(closing('over-budget')).toContain('quoted word for word. The budget for written answers is used up for now');
  for (const fault of ['unavailable', 'slow', 'declined', 'unsupported'] as const)
    expect(closing(fault)).toMatch(/quoted word for word\.$/u);
});
