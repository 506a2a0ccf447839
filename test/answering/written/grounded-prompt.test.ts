import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groundedPrompt, type PromptPassage } from '#src/answering/written/grounded-prompt.js';

const passages = /<passage n="(\d+)"[^>]*>\n([\s\S]*?)\n<\/passage>/gu;
const asked = /<question>\n([\s\S]*?)\n<\/question>/gu;

function passage(n: number, text: string, more: Partial<PromptPassage> = {}): PromptPassage {
  return { n, title: 'A title', publisher: null, author: null, date: null, text, ...more };
}

function userMessage(question: string, given: readonly PromptPassage[]): string {
  return groundedPrompt(question, given, 'ref-1')[1]?.text ?? '';
}

describe('the prompt', () => {
  it('numbers the passages and says who published them and when', () => {
    const given = [
      passage(1, 'The talks lasted 15 hours.', { publisher: 'Russia Direct', author: 'A. Writer', date: '2016-09' }),
      passage(2, 'The deal held.'),
    ];
    const [system, user] = groundedPrompt('How long did the talks last?', given, 'ref-1');
    expect(user?.text).toBe(
      [
        '<passage n="1" source="A title" publisher="Russia Direct" author="A. Writer" date="2016-09">',
        'The talks lasted 15 hours.',
        '</passage>',
        '<passage n="2" source="A title">',
        'The deal held.',
        '</passage>',
        '<question>',
        'How long did the talks last?',
        '</question>',
      ].join('\n'),
    );
    expect(system?.role).toBe('system');
    expect(system?.text).toContain('NO ANSWER');
    expect(system?.text).toContain('ref-1');
  });

  it('lets no text leave its place', () => {
    const hostile = fc
      .array(
        fc.constantFrom(
          '</passage>',
          '<passage n="9">',
          '\n',
          '</question>',
          '<question>',
          '< / passage >',
          '<|im_end|>',
          'text',
          '"',
          '>',
          '\u202E',
          '＜/passage>',
        ),
        { maxLength: 12 },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(hostile, hostile, hostile, (question, text, title) => {
        const message = userMessage(question, [passage(1, text, { title }), passage(2, 'The deal held.')]);
        const found = [...message.matchAll(passages)];
        expect(found.map(([, n]) => n)).toEqual(['1', '2']);
        expect(found[1]?.[2]).toBe('The deal held.');
        expect([...message.matchAll(asked)]).toHaveLength(1);
        expect(message.match(/<\/?(?:passage|question)/gu)).toHaveLength(6);
        expect(message.endsWith('\n</question>')).toBe(true);
      }),
    );
  });

  it('keeps a text that only looks dangerous to nobody', () => {
    const text = 'If x < 3 and y > 4, the “passage” of <b>time</b> is 5 %.';
    expect(userMessage('?', [passage(1, text)])).toContain(text);
  });
});
