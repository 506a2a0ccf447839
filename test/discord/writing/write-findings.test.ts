import { describe, expect, it } from 'vitest';
import { findingBlocks } from '#src/discord/writing/for-moderators/write-findings.js';
import { writeStaged } from '#src/discord/writing/for-moderators/write-staged.js';
import type { Finding, Severity } from '#src/screen.js';
import { shownText } from '../../support/read-message.js';

function instruction(severity: Severity, quote: string, paragraph = 3): Finding {
  return { kind: 'instruction', severity, quote, explanation: 'It speaks to a model.', paragraph, start: 0, end: 9 };
}

describe('findings', () => {
  it('come with the severe ones first, each with its quote, its place and why', () => {
    const blocks = findingBlocks(
      [
        instruction('low', 'a'),
        instruction('high', 'b', 12),
        { kind: 'hidden-text', severity: 'medium', quote: 'c', explanation: 'The source hides this.' },
        instruction('high', 'd'),
        { kind: 'description', field: 'title', severity: 'medium', quote: 'e', explanation: 'It calls people.' },
      ],
      { longest: 100 },
    );
    expect(blocks.map(({ text }) => text.split('\n'))).toEqual([
      ['🛑 **Serious**: speaks to a model, ¶ 12', '> “b”', 'Why: It speaks to a model.'],
      ['🛑 **Serious**: speaks to a model, ¶ 3', '> “d”', 'Why: It speaks to a model.'],
      ['⚠️ **Suspicious**: hidden in the file', '> “c”', 'Why: The source hides this.'],
      ['⚠️ **Suspicious**: in its title', '> “e”', 'Why: It calls people.'],
      ['ℹ️ **Minor**: speaks to a model, ¶ 3', '> “a”', 'Why: It speaks to a model.'],
    ]);
  });

  it('show an altered copy beside what it resembles', () => {
    const other = { generation: 'g', document: 'velmouth', paragraph: 7, start: 0, end: 9, quote: 'Built in 1871.' };
    const altered = { ...instruction('high', 'Built in 1971.'), kind: 'altered-copy', other } as Finding;
    expect(findingBlocks([altered], { longest: 100 })[0]?.text).toContain(
      'In velmouth, ¶ 7, it reads:\n> “Built in 1871.”',
    );
  });

  it('quote what nobody sees as nothing that can be seen', () => {
    expect(findingBlocks([instruction('high', '\u200B\u2060')], { longest: 100 })[0]?.text).toContain(
      '(nothing that can be seen)',
    );
  });
});

describe('what was staged', () => {
  const metadata = {
    title: 'A',
    titleIsDescriptive: false,
    publisher: null,
    author: null,
    date: null,
    licence: null,
    url: null,
  };
  const staged = (findings: readonly Finding[], omitted = 0) =>
    writeStaged({
      id: 'server:a',
      metadata,
      length: 1_234,
      format: 'pdf',
      pages: 1,
      survey: { passages: 3, screening: { findings, omitted } },
      replaces: false,
      namesake: null,
    });

  it('says what was read, and that nothing is live', () => {
    const text = shownText(staged([]));
    expect(text).toContain('Staged. Nothing is live until /reindex run.');
    expect(text).toContain('server:a · PDF, 1 page · 1,234 characters · 3 passages');
    expect(text).toContain('nothing suspicious');
  });

  it('shows the most serious of many findings, and how many more there are', () => {
    const many = [
      ...Array.from({ length: 40 }, () => instruction('low', 'minor')),
      instruction('high', 'the worst of all'),
    ];
    const text = shownText(staged(many, 9));
    expect(text).toContain('50 things to see');
    expect(text).toContain('the worst of all');
    expect(text).toContain('and 38 less serious ones');
    expect(shownText(staged([instruction('low', 'minor')]))).toContain('1 thing to see');
  });
});
